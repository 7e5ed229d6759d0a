import type { CodeSet } from "../codesets/types";
import { SECTION } from "./build";
import { ENTRY_KINDS } from "./entries";
import { readDeltas } from "./varint";

/** The search index in memory. A term is a number; a posting is entry * 2 + (1 where the term is optional). */
export interface SearchIndex {
	/** First entry behind each kind (ENTRY_KINDS). */
	kindEnds: readonly number[];
	/** Kind of each entry, as a place in ENTRY_KINDS. */
	kindOf: Uint8Array;
	entries: number;
	/** Row that an entry leads to. */
	row: Uint32Array;
	/** Entry of a row's own title, or -1 (rows that are one choice of the last character have none). */
	titleEntry: Int32Array;
	/** Surface words, sorted by code unit. */
	words: string[];
	/** Term of a surface word. */
	base: Uint32Array;
	/** Term for "without" this term, plus one; 0 when there is none. */
	negated: Uint32Array;
	start: Uint32Array;
	postings: Uint32Array;
	phrases: string[];
	/** Billable rows in the order of their lower-case titles. */
	titles: Uint32Array;
	/** 1 for entries that are a main term without modifiers: its default code. */
	isDefault: Uint8Array;
}

/** Reads the search sections of a set; null when the pack was made without them or with other kinds of entries. */
export function readSearchIndex(set: Pick<CodeSet, "size" | "section">): SearchIndex | null {
	const countsBytes = set.section(SECTION.counts);
	if (!countsBytes) return null;
	const part = (name: string) => set.section(name) ?? new Uint8Array(0);
	const kindEnds = [...words32(countsBytes)];
	if (kindEnds.length !== ENTRY_KINDS.length) return null;
	const entries = kindEnds[kindEnds.length - 1] ?? 0;
	const row = new Uint32Array(entries);
	const rowBytes = part(SECTION.rows);
	let at = 0;
	let from = 0;
	for (const end of kindEnds) {
		at = readDeltas(rowBytes, at, end - from, row, from);
		from = end;
	}
	const kindOf = new Uint8Array(entries);
	for (const [kind, end] of kindEnds.entries()) kindOf.fill(kind, kindEnds[kind - 1] ?? 0, end);
	const titleEntry = new Int32Array(set.size).fill(-1);
	for (let entry = 0; entry < (kindEnds[0] ?? 0); entry++) titleEntry[row[entry]!] = entry;

	const sizes = words32(part(SECTION.sizes));
	const start = new Uint32Array(sizes.length + 1);
	for (let term = 0; term < sizes.length; term++) start[term + 1] = start[term]! + sizes[term]!;
	const postings = new Uint32Array(start[sizes.length]!);
	const bytes = part(SECTION.postings);
	at = 0;
	for (let term = 0; term < sizes.length; term++)
		at = readDeltas(bytes, at, sizes[term]!, postings, start[term]!);
	const isDefault = new Uint8Array(entries);
	for (const entry of words32(part(SECTION.defaults))) isDefault[entry] = 1;
	return {
		kindEnds,
		kindOf,
		entries,
		row,
		titleEntry,
		words: lines(part(SECTION.words)),
		base: words32(part(SECTION.bases)),
		negated: words32(part(SECTION.negated)),
		start,
		postings,
		phrases: lines(part(SECTION.phrases)),
		titles: words32(part(SECTION.titles)),
		isDefault,
	};
}

function words32(bytes: Uint8Array): Uint32Array {
	if (bytes.byteOffset % 4 === 0)
		return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
	return new Uint32Array(bytes.slice().buffer);
}

function lines(bytes: Uint8Array): string[] {
	return bytes.length === 0 ? [] : new TextDecoder().decode(bytes).split("\n");
}
