import type { Preferences } from "../../utils/messages/view";

type Synonym = Preferences["synonyms"][number];

/** Anything longer is no phrase that one types. */
const LONGEST_PHRASE = 80;
const CODE = /^[A-Z0-9][A-Z0-9.]{2,8}$/;

/** A synonym as it is kept, or what is wrong with it. */
export function synonymOf(phrase: string, code: string): Synonym | string {
	const words = phrase.trim().replace(/\s+/g, " ");
	const upper = code.trim().toUpperCase();
	if (words === "") return "the words are missing";
	if (words.length > LONGEST_PHRASE) return `the words are longer than ${LONGEST_PHRASE} characters`;
	if (!CODE.test(upper)) return `“${code.trim()}” is not shaped like a code`;
	return { phrase: words, code: upper };
}

/** The list with one more; the same words stand once, with the code given last. */
export function withSynonym(list: readonly Synonym[], added: Synonym): Synonym[] {
	const same = (one: Synonym) => one.phrase.toLowerCase() === added.phrase.toLowerCase();
	return [...list.filter((one) => !same(one)), added];
}

/** Synonyms as a text file: words, tab, code; one a line. */
export function synonymsToText(list: readonly Synonym[]): string {
	return list.map(({ phrase, code }) => `${phrase}\t${code}\n`).join("");
}

/**
 * Reads such a file: tab, semicolon or comma before the code, empty lines and lines that start with # left
 * out. Lines that do not fit are named by number and the others are still read.
 */
export function synonymsFromText(text: string): { synonyms: Synonym[]; problems: string[] } {
	let synonyms: Synonym[] = [];
	const problems: string[] = [];
	for (const [index, line] of text
		.replace(/^\uFEFF/, "")
		.split(/\r\n|\n|\r/)
		.entries()) {
		if (line.trim() === "" || line.startsWith("#")) continue;
		const match = /^(.*)[\t;,](.*)$/.exec(line);
		const made = match ? synonymOf(match[1] ?? "", match[2] ?? "") : "no tab between words and code";
		if (typeof made === "string") problems.push(`Line ${index + 1}: ${made}.`);
		else synonyms = withSynonym(synonyms, made);
	}
	return { synonyms, problems };
}
