import { foldWord } from "./fold";
import type { TextRange } from "./note-text";

/** A word of a text. `word` is folded: lower case, no diacritics, no apostrophes, no possessive 's. */
export interface Token extends TextRange {
	word: string;
}

// A word: letters and digits, with apostrophes inside; decimals ("1.5") and short slash forms ("s/p", "w/o",
// "n/v/d", "w/") stay whole; "#" before a letter is the shorthand for fracture.
const WORD =
	/[A-Za-z]{1,2}(?:\/[A-Za-z]{1,2})+(?![\p{L}\p{N}])|w\/(?![\p{L}\p{N}])|\p{N}+\.\p{N}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}]+)*|#(?=\s?[A-Za-z])/giu;

/**
 * Splits text into words, in order. Offsets are UTF-16 code units into `text`, half-open. Hyphens and other
 * punctuation separate words. Never throws; text without words gives an empty list.
 */
export function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(WORD)) {
		const word = foldWord(match[0]);
		if (word !== "") tokens.push({ start: match.index, end: match.index + match[0].length, word });
	}
	return tokens;
}

/** The folded words of a text, without offsets. */
export function words(text: string): string[] {
	return tokenise(text).map((token) => token.word);
}
