import { TableError } from "../../lexicon/tables";
import type { TextRange } from "../../text/note-text";
import { wordStarts } from "./word-starts";

/** A pattern of a table on whole words: case ignored, all matches. */
export interface WordPattern {
	regex: RegExp;
	/** Beginnings of words that every match begins with one of; null when they cannot be told. */
	starts: readonly string[] | null;
}

/** A pattern of a table; null for an empty cell. Throws TableError. */
export function wordPattern(table: string, line: number, source: string): WordPattern | null {
	if (source === "") return null;
	try {
		return { regex: new RegExp(`\\b(?:${source})(?![A-Za-z])`, "gi"), starts: wordStarts(source) };
	} catch {
		throw new TableError(table, line, `pattern does not compile: ${source}`);
	}
}

/**
 * False when a text with these beginnings of words cannot have a match: most rules are about words that most
 * notes do not have, and no pattern has to be run over the note for them.
 */
export const canMatch = ({ starts }: WordPattern, present: ReadonlySet<string>): boolean =>
	starts === null || starts.some((start) => present.has(start));

/** First match of a pattern, or null. Patterns are global: started anew, and left as new (matchAll goes on from there). */
export function firstMatch(pattern: RegExp, text: string): TextRange | null {
	pattern.lastIndex = 0;
	const match = pattern.exec(text);
	pattern.lastIndex = 0;
	return match ? { start: match.index, end: match.index + match[0].length } : null;
}
