import type { CodeSet } from "../codesets/types";
import type { TextRange } from "../text/note-text";
import { ENTRY_KINDS, type EntryKind, INCLUSION_NOTES, PATH_SOURCES, pathText } from "./entries";
import type { SearchIndex } from "./index-reader";
import type { RankedCode } from "./rank";
import { type Term, terms } from "./terms";
import type { SearchHit } from "./types";

/** Finds the words of a text that answer a reading of the query. */
export class Explainer {
	constructor(
		readonly set: CodeSet,
		readonly index: SearchIndex,
		readonly termOf: (key: string) => number,
	) {}

	/** Ranges of `text` whose terms are among `wanted`. */
	marks(text: string, wanted: ReadonlySet<number>): TextRange[] {
		const found: TextRange[] = [];
		for (const term of terms(text))
			if (this.#hit(term, wanted)) found.push({ start: term.start, end: term.end });
		return found;
	}

	/** The index path, inclusion term or lexicon phrase that spoke for a code, with the words that matched. */
	via(code: RankedCode, wanted: ReadonlySet<number>): SearchHit["via"] {
		const kind = ENTRY_KINDS[this.index.kindOf[code.entry]!]!;
		if (kind === "title") return this.#rewriteVia(code);
		const text = this.#text(code.entry, kind);
		if (text === null) return undefined;
		const shown = kind === "inclusion" ? "inclusion" : kind === "phrase" ? "synonym" : "index";
		return { kind: shown, text, marks: this.marks(text, wanted) };
	}

	#rewriteVia(code: RankedCode): SearchHit["via"] {
		const rewrite = code.reading.rewrite;
		if (!rewrite) return undefined;
		const text = `${rewrite.phrase} = ${rewrite.to}`;
		return { kind: "synonym", text, marks: [{ start: 0, end: rewrite.phrase.length }] };
	}

	#text(entry: number, kind: Exclude<EntryKind, "title">): string | null {
		const { row, kindEnds, phrases } = this.index;
		const first = kindEnds[ENTRY_KINDS.indexOf(kind) - 1]!;
		if (kind === "phrase") return phrases[entry - first] ?? null;
		const target = row[entry]!;
		let ordinal = 0;
		while (entry - ordinal - 1 >= first && row[entry - ordinal - 1] === target) ordinal++;
		if (kind === "inclusion") {
			const notes = this.set.notes(target).filter((note) => INCLUSION_NOTES.has(note.kind));
			return notes[ordinal]?.text ?? null;
		}
		const sources = PATH_SOURCES[kind];
		const path = this.set.indexPaths(target).filter((p) => sources.includes(p.source))[ordinal];
		return path ? pathText(path.parts) : null;
	}

	#hit(term: Term, wanted: ReadonlySet<number>): boolean {
		return wanted.has(this.termOf(term.key));
	}
}

/** All terms that may answer a reading. */
export function wantedTerms(code: RankedCode): Set<number> {
	const wanted = new Set<number>();
	for (const slot of code.reading.slots) for (const { term } of slot.alternatives) wanted.add(term);
	return wanted;
}
