import type { TextRange } from "../text/note-text";
import { type Surroundings, sideOfTerm } from "./choose/surroundings";
import { contextOf, prepareSentence } from "./context";
import { sourceOf } from "./dictionary/dictionary";
import type { EntrySource } from "./dictionary/entry";
import { hintHolds, type PhraseHint } from "./dictionary/phrase-hint";
import { type Match, matchesIn, type Sentence, sentenceOf } from "./match/match";
import { pick } from "./match/pick";
import type { NoteReader } from "./reader";
import { type CueRule, cueCounts } from "./rules/cues";
import { type Section, splitSentences } from "./sections";
import { isStop, termsOf } from "./terms/terms";
import type { SpanStatus } from "./types";

/** A stretch of a section that belongs together: a problem item or a paragraph. */
export interface Passage extends TextRange {
	section: number;
	/** Range of its heading, when it is a problem item. */
	title: TextRange | null;
	/** 1 for the first item of its section. */
	order: number;
	keys: Set<string>;
	side: Surroundings["side"];
}

/** Words of the note that name a row of the code set. */
export interface Mention extends TextRange {
	row: number;
	source: EntrySource;
	weight: number;
	cost: number;
	keys: Set<string>;
	status: SpanStatus;
	/** The status comes from the section, not from words beside the mention. */
	bySection: boolean;
	/** How the note tells it, when it stands for a history code. */
	told?: SpanStatus;
	sentence: Sentence;
	/** First and last term of it in its sentence. */
	from: number;
	to: number;
	passage: number;
	inTitle: boolean;
	order: number;
}

/** Passages of a note: the items of a section, and the paragraphs between them. */
export function passagesOf(text: string, sections: readonly Section[]): Passage[] {
	const passages: Passage[] = [];
	sections.forEach((section, index) => {
		let at = section.start;
		let order = 1;
		const add = (start: number, end: number, title: TextRange | null): void => {
			if (text.slice(start, end).trim() === "") return;
			passages.push({ start, end, section: index, title, order: order++, keys: new Set(), side: null });
		};
		const between = (start: number, end: number): void => {
			let from = start;
			for (let line = text.indexOf("\n", from); line >= 0 && line < end; line = text.indexOf("\n", from)) {
				add(from, line, null);
				from = line + 1;
			}
			add(from, end, null);
		};
		for (const item of section.items) {
			if (item.start > at) between(at, item.start);
			add(item.start, item.end, { start: item.titleStart, end: item.titleEnd });
			at = Math.max(at, item.end);
		}
		if (at < section.end) between(at, section.end);
	});
	return passages;
}

/** Mentions of one passage; fills its keys and side. */
export function mentionsOf(
	reader: NoteReader,
	text: string,
	section: Section,
	passage: Passage,
	index: number,
	sex: "female" | "male" | null,
): Mention[] {
	const mentions: Mention[] = [];
	const sides = new Set<string>();
	for (const range of splitSentences(text, passage.start, passage.end)) {
		const terms = termsOf(text, range.start, range.end, reader.forms);
		const sentence = sentenceOf(terms, reader.ids);
		for (const term of terms) {
			if (!isStop(term)) passage.keys.add(term.key);
			const side = sideOfTerm(term);
			if (side !== null) sides.add(side);
		}
		const keys = new Set(terms.map((term) => term.key));
		const matches = reader.dictionaries.flatMap((dictionary) =>
			matchesIn(sentence, dictionary, reader.rarity),
		);
		for (const match of matchesIn(sentence, reader.lexicon, reader.rarity)) {
			const caps = match.at.every((place) => terms[place]?.caps === true);
			if (hintHolds(reader.hints[match.entry] as PhraseHint, section.role, keys, caps, sex))
				matches.push(match);
		}
		const cues = matchesIn(sentence, reader.cues.dictionary, reader.rarity).filter(({ entry, row }) =>
			cueCounts(reader.cues.rules[entry] as CueRule, reader.set.code(row), section.role, keys),
		);
		if (matches.length === 0 && cues.length === 0) continue;
		const prepared = prepareSentence(text, range);
		for (const match of [...pick(matches, terms.length), ...pick(cues, terms.length)]) {
			const from = match.at[0] as number;
			const to = match.at[match.at.length - 1] as number;
			const start = terms[from]?.start ?? range.start;
			const end = terms[to]?.end ?? range.end;
			const title = passage.title;
			const context = contextOf(prepared, { start, end }, section.role);
			mentions.push({
				start,
				end,
				row: match.row,
				source: sourceOf(match.dictionary, match.entry),
				weight: match.weight,
				cost: match.cost,
				keys: new Set(match.at.map((place) => terms[place]?.key ?? "")),
				status: told(context.status, reader, match),
				bySection: context.bySection,
				sentence,
				from,
				to,
				passage: index,
				inTitle: title !== null && start < title.end,
				order: mentions.length,
			});
		}
	}
	passage.side =
		sides.size === 1
			? ([...sides][0] as Surroundings["side"])
			: sides.has("left") && sides.has("right")
				? null
				: sides.has("bilateral")
					? "bilateral"
					: null;
	return mentions;
}

/** A history tells a status code as well as the present does. */
function told(status: SpanStatus, reader: NoteReader, match: Match): SpanStatus {
	if (status !== "historical" || match.dictionary !== reader.cues.dictionary) return status;
	return reader.cues.rules[match.entry]?.past ? "affirmed" : status;
}
