import type { CodeSet } from "../../codesets/types";
import type { WordForms } from "../terms/word-forms";
import { canonical, type Entry, type EntrySource } from "./entry";
import { indexKeys } from "./index-keys";
import { neoplasmKeys } from "./neoplasm-keys";
import { titleKeys } from "./titles";

const RANK: Readonly<Record<EntrySource, number>> = {
	phrase: 6,
	default: 5,
	neoplasm: 4,
	index: 4,
	inclusion: 3,
	title: 2,
	alias: 1,
};
const MOST_KEYS = 9;

/**
 * All entries of a code set: titles, inclusion terms and index paths as sets of term keys, one entry per set
 * of keys and row. When one set of keys names several rows, the index's default wins, then the shorter code.
 */
export function entriesOf(set: CodeSet, forms: WordForms): Entry[] {
	const byKeys = new Map<string, Entry>();
	const add = (keys: string[], row: number, source: EntrySource): void => {
		const sorted = canonical(keys);
		if (sorted.length === 0 || sorted.length > MOST_KEYS) return;
		if (sorted.length === 1 && (sorted[0] as string).length < 3) return;
		const id = sorted.join(" ");
		const there = byKeys.get(id);
		if (there === undefined || better(set, row, source, there)) byKeys.set(id, { keys: sorted, row, source });
	};
	const icd = set.release.system === "ICD-10-CM";
	for (let row = 0; row < set.size; row++) {
		if (icd && set.code(row).length > 7) continue;
		const external = icd && /^[V-Y]/.test(set.code(row));
		if (!external) for (const keys of titleKeys(set.title(row), forms)) add(keys, row, "title");
		for (const note of set.notes(row)) {
			if (note.kind !== "inclusionTerm" || external) continue;
			for (const keys of titleKeys(note.text, forms)) add(keys, row, "inclusion");
		}
		for (const path of set.indexPaths(row)) {
			if (path.source === "drug" || path.source === "eindex") continue;
			const sets =
				path.source === "neoplasm" ? neoplasmKeys(path.parts, forms) : indexKeys(path.parts, forms);
			const source = path.source === "neoplasm" ? "neoplasm" : path.isDefault ? "default" : "index";
			for (const keys of sets) add(keys, row, source);
		}
	}
	return [...byKeys.values()];
}

function better(set: CodeSet, row: number, source: EntrySource, there: Entry): boolean {
	if (RANK[source] !== RANK[there.source]) return RANK[source] > RANK[there.source];
	return set.code(row).length < set.code(there.row).length;
}
