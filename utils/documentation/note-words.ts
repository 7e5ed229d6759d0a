import { contextOf, type MentionContext, prepareSentence, type SentenceContext } from "../notes/context";
import { type Section, type SectionRole, splitSections, splitSentences } from "../notes/sections";
import type { TextRange } from "../text/note-text";
import { startsOf } from "./rules/word-starts";

/** A sentence or heading of the note, with its folded words and the section it stands in. */
export interface Stretch extends TextRange {
	words: Set<string>;
	role: SectionRole;
	/** Heading of its section as the note has it; "" when there is none. */
	section: string;
	heading: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Lower-case words of a text, split at everything that is no letter or digit. Cheaper than tokens with offsets. */
export const plainWords = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** The note cut into stretches, with a look at the context of any place of it. */
export interface NoteWords {
	readonly text: string;
	readonly stretches: readonly Stretch[];
	/** Beginnings of all its words: tells which patterns need not be run over it. */
	readonly starts: ReadonlySet<string>;
	/** The stretch that holds an offset, or -1. */
	indexAt(offset: number): number;
	/** How the note speaks of the words at `range`: negated, uncertain, of the past, of another person. */
	contextAt(range: TextRange): MentionContext;
}

/** Which hand a patient writes with is not the side of a disease. */
const HANDEDNESS = /\b(?:right|left)[- ]hand(?:ed(?:ness)?|[- ]dominan\w+)\b/i;
const ALL_HANDEDNESS = new RegExp(HANDEDNESS, "gi");

/** Cuts a note, in its sections, into sentences and headings. Offsets: UTF-16 code units, half-open. Never throws. */
export function readWords(text: string, sections: readonly Section[] = splitSections({ text })): NoteWords {
	const stretches: Stretch[] = [];
	const isHanded = HANDEDNESS.test(text);
	const add = (range: TextRange, role: SectionRole, section: string, heading: boolean) => {
		const said = text.slice(range.start, range.end);
		const words = new Set(plainWords(isHanded ? said.replaceAll(ALL_HANDEDNESS, " ") : said));
		if (words.size > 0) stretches.push({ start: range.start, end: range.end, words, role, section, heading });
	};
	for (const section of sections) {
		if (section.headingStart < section.start)
			add({ start: section.headingStart, end: section.start }, section.role, section.name, true);
		for (const sentence of splitSentences(text, section.start, section.end))
			add(sentence, section.role, section.name, false);
	}
	stretches.sort((a, b) => a.start - b.start);
	const prepared = new Map<number, SentenceContext>();
	const indexAt = (offset: number): number => {
		let low = 0;
		let high = stretches.length - 1;
		while (low <= high) {
			const middle = (low + high) >> 1;
			const stretch = stretches[middle] as Stretch;
			if (offset < stretch.start) high = middle - 1;
			else if (offset >= stretch.end) low = middle + 1;
			else return middle;
		}
		return -1;
	};
	return {
		text,
		stretches,
		starts: startsOf(text),
		indexAt,
		contextAt(range) {
			const at = indexAt(range.start);
			const stretch = stretches[at] ?? { start: range.start, end: range.end, role: "unknown" as const };
			const known = prepared.get(at) ?? prepareSentence(text, stretch);
			prepared.set(at, known);
			return contextOf(known, range, stretch.role);
		},
	};
}
