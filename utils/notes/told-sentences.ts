import type { TextRange } from "../text/note-text";
import type { Passage } from "./passages";
import { type Section, type SectionRole, splitSentences } from "./sections";

/** What runs on longer, in characters, is no sentence. */
const LONGEST = 4_000;

/** A sentence of the note, in lower case and as long as there, for rules that read its words as they stand. */
export interface ToldSentence extends TextRange {
	words: string;
	/** Number of its passage. */
	passage: number;
	role: SectionRole;
	/** The sentence before it in its section, or null. */
	before: TextRange | null;
	/** The text around it, in lower case. */
	around: string;
}

/** Which sentences are asked for, and what counts as the text around one. */
export interface Telling {
	tells(role: SectionRole): boolean;
	around(passage: Passage, section: Section): TextRange;
}

/** Sentences of the sections that tell what is asked for, in order. */
export function toldSentences(
	text: string,
	sections: readonly Section[],
	passages: readonly Passage[],
	{ tells, around }: Telling,
): ToldSentence[] {
	const told: ToldSentence[] = [];
	let last: { range: TextRange; words: string } | null = null;
	passages.forEach((passage, index) => {
		const section = sections[passage.section];
		if (section === undefined || !tells(section.role)) return;
		const { start: from, end: to } = around(passage, section);
		if (last?.range.start !== from || last.range.end !== to)
			last = { range: { start: from, end: to }, words: text.slice(from, to).toLowerCase() };
		for (const { start, end } of splitSentences(text, passage.start, passage.end)) {
			if (end - start > LONGEST) continue;
			const previous = told[told.length - 1];
			const same = previous !== undefined && passages[previous.passage]?.section === passage.section;
			told.push({
				words: text.slice(start, end).toLowerCase(),
				start,
				end,
				passage: index,
				role: section.role,
				before: same ? { start: previous.start, end: previous.end } : null,
				around: last.words,
			});
		}
	});
	return told;
}
