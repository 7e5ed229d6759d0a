const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/.*$/gm;
/** Faults of the program itself: never shown to a person. */
const FAULTS = /new (?:Range|Type)?Error\("values must ascend"\)|new (?:Range|Type)Error\([^)]*\)/g;
const STRINGS = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
/** A list of words to be split, no sentence. */
const WORD_LIST = /^(?:[a-z]+ ){9,}[a-z]+$/;
const MARKUP = />([^<>{}]+)</g;

/**
 * Texts in a source file that a person may get to read: string literals and text between tags, of two words
 * or more. Comments, regular expressions, class names and queries of the page are not texts.
 */
export function ownTexts(source: string): string[] {
	const code = source.replace(COMMENTS, "").replace(FAULTS, "");
	const texts = [...code.matchAll(STRINGS)].map((match) => match[1] ?? match[2] ?? "");
	texts.push(...[...code.matchAll(MARKUP)].map((match) => match[1] ?? ""));
	return texts
		.map((text) => text.trim())
		.filter(
			(text) => /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text) && !/[\\|]/.test(text) && !WORD_LIST.test(text),
		);
}
