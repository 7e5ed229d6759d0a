import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** One way to name a procedure. */
export interface ProcedureName {
	row: number;
	keys: string[];
	/** Sum of the rarity of its keys. */
	total: number;
}

/** Names of the procedures of one code set, found by any of their words. */
export interface ProcedureIndex {
	set: CodeSet;
	names: readonly ProcedureName[];
	byKey: ReadonlyMap<string, readonly number[]>;
	rarity(key: string): number;
}

/** Words that a procedure's name and every operation note share. */
const EMPTY = new Set(
	"side one two first second each further including without using level procedure surgery operation patient left right bilateral unspecified new old".split(
		" ",
	),
);

/** Names (title and other names) of every row of a HCPCS or CPT set. */
export function procedureIndex(set: CodeSet, forms: WordForms): ProcedureIndex {
	const empty = new Set([...EMPTY].map((word) => forms.key(word)));
	const raw: { row: number; keys: string[] }[] = [];
	const counts = new Map<string, number>();
	for (let row = 0; row < set.size; row++) {
		if (!set.billable(row)) continue;
		const texts = [set.title(row), ...set.indexPaths(row).map(({ parts }) => parts.join(" "))];
		for (const text of texts) {
			const keys = [...new Set(keysOf(text, forms))].filter((key) => !empty.has(key) && key.length > 1);
			if (keys.length === 0) continue;
			raw.push({ row, keys });
			for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	const rarity = (key: string): number => Math.log((raw.length + 1) / ((counts.get(key) ?? 0) + 0.5));
	const byKey = new Map<string, number[]>();
	const names = raw.map(({ row, keys }, n) => {
		for (const key of keys) {
			const list = byKey.get(key);
			if (list === undefined) byKey.set(key, [n]);
			else list.push(n);
		}
		return { row, keys, total: keys.reduce((sum, key) => sum + rarity(key), 0) };
	});
	return { set, names, byKey, rarity };
}

/** Plain words that a word of an operation note adds, by its key. */
export function procedureWords(forms: WordForms): ReadonlyMap<string, readonly string[]> {
	const words = new Map<string, readonly string[]>();
	if (!hasTable("rules/procedure-words")) return words;
	for (const { cells } of tableRows("rules/procedure-words", ["word", "means"])) {
		const key = forms.key(cells.word);
		words.set(key, [...new Set([...(words.get(key) ?? []), ...keysOf(cells.means, forms)])]);
	}
	return words;
}
