import type { CodeSet } from "../codesets/types";
import { hasTable, tableRows } from "../lexicon/tables";

/** A lexicon phrase that names a code of this set. */
export interface ConceptPhrase {
	phrase: string;
	row: number;
}

/** Tables whose rows may name a code; the column that holds the phrase. */
const SOURCES = [
	{ table: "lexicon/search-synonyms", phrase: "phrase", code: "code" },
	{ table: "lexicon/abbreviations-search", phrase: "abbreviation", code: "code" },
	{ table: "lexicon/phrases", phrase: "phrase", code: "concept" },
	{ table: "lexicon/lay", phrase: "phrase", code: "concept" },
] as const;

/** Phrases of the lexicon whose code is in the set, by row; codes of other systems are passed over. */
export function conceptPhrases(set: CodeSet): ConceptPhrase[] {
	const found = new Map<string, ConceptPhrase>();
	for (const { table, phrase, code } of SOURCES) {
		if (!hasTable(table)) continue;
		for (const { cells } of tableRows(table, [phrase, code])) {
			if (cells[code] === "" || cells[phrase] === "") continue;
			const row = set.find(cells[code] as string);
			if (row >= 0) found.set(`${cells[phrase]}\t${row}`, { phrase: cells[phrase] as string, row });
		}
	}
	return [...found.values()].sort((a, b) => a.row - b.row || (a.phrase < b.phrase ? -1 : 1));
}
