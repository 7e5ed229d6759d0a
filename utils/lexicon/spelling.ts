import { hasTable, TableError, tableRows } from "./tables";

let cached: Map<string, string> | null = null;

/** British word -> American word, lower case, read once from data/lexicon/spelling-british.tsv. */
export function britishSpellings(): ReadonlyMap<string, string> {
	if (cached !== null) return cached;
	const name = "lexicon/spelling-british";
	const words = new Map<string, string>();
	if (!hasTable(name)) return words;
	for (const { line, cells } of tableRows(name, ["british", "american"])) {
		if (words.has(cells.british)) throw new TableError(name, line, `"${cells.british}" is there twice`);
		words.set(cells.british, cells.american);
	}
	cached = words;
	return words;
}
