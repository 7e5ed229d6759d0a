import { openers } from "./header-table";
import type { Heading } from "./heading";

const SENTENCE_START = /(?:^|[.!?]["”)]?\s+|\n\s*)$/;

/**
 * Places where a letter or a dictation without headings opens its conclusion: "In summary, ...", "My impression is that
 * ...". Each is a heading whose content goes on in the same sentence.
 */
export function openingSentences(text: string): Heading[] {
	const found: Heading[] = [];
	const lower = text.toLowerCase();
	for (const { words, header } of openers())
		for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
			const nameEnd = at + words.length;
			if (!/^[A-Z]/.test(text.slice(at, at + 1)) || /^\w/.test(text.slice(nameEnd, nameEnd + 1))) continue;
			if (!SENTENCE_START.test(text.slice(Math.max(0, at - 4), at))) continue;
			found.push({ start: at, nameEnd, end: nameEnd, header, lineStart: at, lead: "" });
		}
	return found;
}
