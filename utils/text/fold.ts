/**
 * Version of folding, tokenising and base forms. A pack remembers the version it was indexed with; when it
 * differs, the index part is rebuilt from the pack. Raise it with every change of behaviour in utils/text and
 * in the terms and entries of utils/search.
 */
export const NORMALISER_VERSION = 2;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII"
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Folds one word: lower case, compatibility forms and diacritics resolved ("Sjögren" -> "sjogren"),
 * possessive 's dropped ("Crohn's" -> "crohn"), other apostrophes removed.
 */
export function foldWord(word: string): string {
	let folded = word.toLowerCase();
	if (!ASCII.test(folded)) folded = foldMarks(folded);
	if (folded.includes("'")) folded = folded.replace(/'s$/, "").replaceAll("'", "");
	return folded;
}

function foldMarks(word: string): string {
	return word
		.replace(/[’ʼ]/g, "'")
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replaceAll("æ", "ae")
		.replaceAll("œ", "oe")
		.replaceAll("ß", "ss")
		.replaceAll("ø", "o")
		.replaceAll("ł", "l");
}
