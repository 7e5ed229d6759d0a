import { type Hints, parseHints } from "./hints";
import { hasTable, TableError, tableRows } from "./tables";

/** A phrase of the lexicon that stands for a concept: a code or a header, dotted. */
export interface LexiconPhrase {
	phrase: string;
	concept: string;
	hints: Hints | null;
	/** Table and line, for messages and reasons ("lexicon/phrases:120"). */
	source: string;
}

/** Tables of the shape phrase, concept, hint. */
const TABLES = ["lexicon/phrases", "lexicon/lay", "lexicon/eponyms"] as const;

let cached: LexiconPhrase[] | null = null;

/** All phrases of the lexicon, in table order; read once. Throws TableError on a bad hint or an empty cell. */
export function lexiconPhrases(): readonly LexiconPhrase[] {
	if (cached !== null) return cached;
	const phrases: LexiconPhrase[] = [];
	for (const name of TABLES) {
		if (!hasTable(name)) continue;
		for (const { line, cells } of tableRows(name, ["phrase", "concept", "hint"])) {
			if (cells.phrase === "" || cells.concept === "")
				throw new TableError(name, line, "phrase or concept is empty");
			phrases.push({
				phrase: cells.phrase,
				concept: cells.concept,
				hints: readHints(name, line, cells.hint),
				source: `${name}:${line}`,
			});
		}
	}
	cached = phrases;
	return phrases;
}

/** Hints of a cell; the error names table and line. */
export function readHints(name: string, line: number, cell: string): Hints | null {
	try {
		return parseHints(cell);
	} catch (error) {
		throw new TableError(name, line, (error as Error).message);
	}
}
