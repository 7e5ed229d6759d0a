import type { CodeSet } from "../codesets/types";
import { conceptPhrases } from "./concept-phrases";
import { choiceSuffix, INCLUSION_NOTES, PATH_SOURCES, pathTerms } from "./entries";
import { type Term, terms } from "./terms";
import { DeltaWriter } from "./varint";

/** Sections of the search index; written here, read by utils/search/index-reader. */
export const SECTION = {
	counts: "search.counts",
	rows: "search.rows",
	words: "search.words",
	bases: "search.bases",
	negated: "search.negated",
	sizes: "search.sizes",
	postings: "search.postings",
	phrases: "search.phrases",
	titles: "search.titles",
	defaults: "search.defaults",
} as const;

/** Postings per term while building; a posting is entry * 2, plus 1 where the term is optional. */
class PostingsBuilder {
	readonly ids = new Map<string, number>();
	readonly lists: number[][] = [];
	readonly surfaces = new Map<string, number>();
	readonly rows: number[] = [];

	add(row: number, list: readonly Term[]): void {
		const entry = this.rows.push(row) - 1;
		const seen = new Map<number, boolean>();
		for (const term of list) {
			const id = this.#id(term.key);
			seen.set(id, (seen.get(id) ?? true) && term.optional);
			const base = term.key.startsWith("!") ? this.#id(term.key.slice(1)) : id;
			this.surfaces.set(term.surface, base);
			this.surfaces.set(this.#key(base), base);
		}
		for (const [id, optional] of seen) this.lists[id]!.push(entry * 2 + (optional ? 1 : 0));
	}

	#keys: string[] = [];
	#key(id: number): string {
		return this.#keys[id]!;
	}
	#id(key: string): number {
		let id = this.ids.get(key);
		if (id === undefined) {
			id = this.lists.push([]) - 1;
			this.ids.set(key, id);
			this.#keys.push(key);
		}
		return id;
	}
}

/**
 * The search part of a pack: one entry for every title, index path, inclusion term and lexicon phrase, and
 * for every term the entries that hold it. Reads the lexicon through the table registry (absent tables are
 * no error). Deterministic: the same set and tables give the same bytes.
 */
export function buildSearchSections(set: CodeSet): Record<string, Uint8Array> {
	const index = new PostingsBuilder();
	const counts: number[] = [];
	const suffixes = new Map<string, Term[]>();
	for (let row = 0; row < set.size; row++) {
		if (choiceSuffix(set, row) !== null) continue;
		const list = terms(set.title(row), true);
		// What the last character can say is part of the family's entry, as optional words.
		for (let child = row + 1; child < set.end(row); child++) {
			if (set.parent(child) !== row) continue;
			const suffix = choiceSuffix(set, child);
			if (suffix === null) continue;
			let more = suffixes.get(suffix);
			if (!more) {
				more = terms(suffix).map((term) => ({ ...term, optional: true }));
				suffixes.set(suffix, more);
			}
			list.push(...more);
		}
		index.add(row, list);
	}
	counts.push(index.rows.length);
	const defaults: number[] = [];
	for (const sources of Object.values(PATH_SOURCES)) {
		for (let row = 0; row < set.size; row++)
			for (const path of set.indexPaths(row)) {
				if (!sources.includes(path.source)) continue;
				if (path.isDefault) defaults.push(index.rows.length);
				index.add(row, pathTerms(path.parts));
			}
		counts.push(index.rows.length);
	}
	for (let row = 0; row < set.size; row++)
		for (const note of set.notes(row))
			if (INCLUSION_NOTES.has(note.kind)) index.add(row, terms(note.text, true));
	counts.push(index.rows.length);
	const phrases = conceptPhrases(set);
	for (const { row, phrase } of phrases) index.add(row, terms(phrase));
	counts.push(index.rows.length);

	const postings = new DeltaWriter();
	for (const list of index.lists) postings.add(list);
	const rows = new DeltaWriter();
	for (let kind = 0; kind < counts.length; kind++)
		rows.add(index.rows.slice(kind === 0 ? 0 : counts[kind - 1]!, counts[kind]!));
	const words = [...index.surfaces.keys()].sort();
	const negated = new Uint32Array(index.lists.length);
	for (const [key, id] of index.ids) if (key.startsWith("!")) negated[index.ids.get(key.slice(1))!] = id + 1;
	const encoder = new TextEncoder();
	return {
		[SECTION.counts]: bytes(Uint32Array.from(counts)),
		[SECTION.rows]: rows.bytes(),
		[SECTION.words]: encoder.encode(words.join("\n")),
		[SECTION.bases]: bytes(Uint32Array.from(words, (word) => index.surfaces.get(word)!)),
		[SECTION.negated]: bytes(negated),
		[SECTION.sizes]: bytes(Uint32Array.from(index.lists, (list) => list.length)),
		[SECTION.postings]: postings.bytes(),
		[SECTION.phrases]: encoder.encode(phrases.map((p) => p.phrase).join("\n")),
		[SECTION.titles]: bytes(titleOrder(set)),
		[SECTION.defaults]: bytes(Uint32Array.from(defaults)),
	};
}

/** Billable rows in the order of their lower-case titles: where a typed title starts is one binary search. */
function titleOrder(set: CodeSet): Uint32Array {
	const rows: { row: number; title: string }[] = [];
	for (let row = 0; row < set.size; row++)
		if (set.billable(row)) rows.push({ row, title: set.title(row).toLowerCase() });
	rows.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.row - b.row));
	return Uint32Array.from(rows, (r) => r.row);
}

function bytes(array: Uint32Array): Uint8Array {
	return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
