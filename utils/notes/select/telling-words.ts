import { tableRows } from "../../lexicon/tables";
import type { Term } from "../terms/terms";

/** How far from the condition's words the telling ones may stand. */
const REACH = 6;

/** What the words around terms `from` to `to` of a sentence tell of them ("presents", "background" ...), each once. */
export type TellingWords = (terms: readonly Term[], from: number, to: number) => ReadonlySet<string>;

interface Row {
	words: readonly string[];
	tells: string;
}

type Rows = ReadonlyMap<string, readonly Row[]>;

function rowsOf(place: string): Rows {
	const rows = new Map<string, Row[]>();
	for (const { cells } of tableRows("rules/telling-words", ["words", "place", "tells"])) {
		if (cells.place !== place) continue;
		const words = cells.words.split(" ");
		const first = words[0] as string;
		rows.set(first, [...(rows.get(first) ?? []), { words, tells: cells.tells }]);
	}
	return rows;
}

function search(rows: Rows, terms: readonly Term[], from: number, to: number, into: Set<string>): void {
	for (let i = Math.max(0, from); i < Math.min(to, terms.length); i++)
		for (const { words, tells } of rows.get((terms[i] as Term).word) ?? [])
			if (i + words.length <= to && words.every((word, k) => terms[i + k]?.word === word)) into.add(tells);
}

/** Reads data/rules/telling-words.tsv. */
export function tellingWords(): TellingWords {
	const before = rowsOf("before");
	const after = rowsOf("after");
	const next = rowsOf("next");
	return (terms, from, to) => {
		const found = new Set<string>();
		search(before, terms, from - REACH, from, found);
		search(after, terms, to + 1, to + 1 + REACH, found);
		if (terms[to + 1]?.gap === 0) search(next, terms, to + 1, to + 2, found);
		return found;
	};
}
