import { TableError } from "../../lexicon/tables";

/** A pattern of a table on whole words, case ignored, all matches; null for an empty cell. Throws TableError. */
export function wordPattern(table: string, line: number, source: string): RegExp | null {
	if (source === "") return null;
	try {
		return new RegExp(`\\b(?:${source})(?![A-Za-z])`, "gi");
	} catch {
		throw new TableError(table, line, `pattern does not compile: ${source}`);
	}
}
