import type { DraftLevel, DraftNote, DraftSeventh } from "../set/draft";
import type { NoteKind } from "../types";
import { ImportError } from "./import-error";
import type { Steps } from "./progress";
import { readXml, squeeze } from "./xml";

/** A `diag` of the Tabular List. */
export interface TabularNode {
	code: string;
	title: string;
	/** Place of the node it is nested in, or -1. */
	parent: number;
	leaf: boolean;
}

export interface Tabular {
	/** Year of the edition as the file states it. */
	version: string;
	nodes: TabularNode[];
	levels: DraftLevel[];
	notes: DraftNote[];
	sevenths: DraftSeventh[];
	/** How many `sevenChrDef` the file has. */
	seventhDefinitions: number;
}

/** Element that holds `note`s -> kind of note. The sentence above a 7th-character list is a note too. */
const NOTE_ELEMENTS: Readonly<Record<string, NoteKind>> = {
	inclusionTerm: "inclusionTerm",
	includes: "includes",
	excludes1: "excludes1",
	excludes2: "excludes2",
	codeFirst: "codeFirst",
	useAdditionalCode: "useAdditional",
	codeAlso: "codeAlso",
	notes: "note",
	sevenChrNote: "note",
	sevenChrDef: "note",
};

/**
 * Reads the tabular XML of CDC/NCHS (layout of 2017 to 2026): chapters, sections, codes, every kind
 * of note with the level it sits on, and the definitions of last characters.
 *
 * @throws ImportError `bad-xml` or `empty`.
 */
export function* readTabular(file: string, text: string): Steps<Tabular> {
	const out: Tabular = { version: "", nodes: [], levels: [], notes: [], sevenths: [], seventhDefinitions: 0 };
	const path: string[] = [];
	/** Levels around the place we are at, the innermost last; a `diag` has its place in `nodes`. */
	const around: { level: string; node: number; draft?: DraftLevel }[] = [];
	const kinds: NoteKind[] = [];
	let buffer = "";
	let char = "";
	let vision: string[] | null = null;

	const level = (): string => around.at(-1)?.level ?? "";
	const note = (kind: NoteKind, words: string): void => {
		if (words && level()) out.notes.push({ level: level(), kind, text: words });
	};

	yield* readXml(file, text, {
		open(name, attributes) {
			path.push(name);
			buffer = "";
			const kind = NOTE_ELEMENTS[name];
			if (kind) kinds.push(kind);
			if (name === "sevenChrDef") out.seventhDefinitions++;
			else if (name === "extension") char = attributes.char ?? "";
			else if (name === "visCategory") vision = [];
			else if (name === "chapter") around.push({ level: "", node: -1 });
			else if (name === "section") {
				const [first = "", last = first] = (attributes.id ?? "").split("-");
				// A section of one category has that category's name ("C50"): told apart by its range.
				const id = `${first}-${last}`;
				const draft: DraftLevel = { id, kind: "section", title: "", first, last };
				out.levels.push(draft);
				around.push({ level: id, node: -1, draft });
			} else if (name === "diag") {
				const parent = around.at(-1)?.node ?? -1;
				if (parent >= 0) out.nodes[parent]!.leaf = false;
				const node = out.nodes.push({ code: "", title: "", parent, leaf: true }) - 1;
				around.push({ level: "", node });
			}
		},
		text(part) {
			buffer += part;
		},
		close(name) {
			path.pop();
			const words = squeeze(buffer);
			buffer = "";
			const here = around.at(-1);
			const holder = path.at(-1);
			if (NOTE_ELEMENTS[name]) kinds.pop();
			else if (name === "version") out.version = words;
			else if (name === "note" && kinds.length > 0) note(kinds.at(-1)!, words);
			else if (name === "extension" && char && here) {
				out.sevenths.push({ level: here.level, char, text: words });
			} else if (name === "heading" || name === "value") vision?.push(words);
			else if (name === "visCategory") {
				note("note", vision?.join("; ") ?? "");
				vision = null;
			} else if (name === "name" && here && holder === "diag") {
				here.level = words;
				out.nodes[here.node]!.code = words;
			} else if (name === "name" && here && holder === "chapter") here.level = words;
			else if (name === "desc" && here) describe(out, here, holder, words);
			else if (name === "diag" || name === "section" || name === "chapter") around.pop();
		},
	});
	if (out.nodes.length === 0) throw new ImportError("empty", file, "the file has no codes");
	return out;
}

function describe(
	out: Tabular,
	here: { level: string; node: number; draft?: DraftLevel },
	holder: string | undefined,
	words: string,
): void {
	// "Certain infectious and parasitic diseases (A00-B99)"
	const match = /^(.*?)\s*\(([0-9A-Z]{3})(?:-([0-9A-Z]{3}))?\)$/.exec(words);
	const title = match?.[1] ?? words;
	if (holder === "diag") out.nodes[here.node]!.title = words;
	else if (holder === "section" && here.draft) here.draft.title = title;
	else if (holder === "chapter") {
		const first = match?.[2] ?? "";
		out.levels.push({ id: here.level, kind: "chapter", title, first, last: match?.[3] ?? first });
	}
}
