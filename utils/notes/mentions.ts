import type { TextRange } from "../text/note-text";
import type { Choice } from "./choose/refine";
import { sideOfTerm } from "./choose/side";
import { type SaidSide, saidSide } from "./choose/side-regions";
import { contextOf, prepareSentence, type SentenceContext } from "./context";
import { sourceOf } from "./dictionary/dictionary";
import type { EntrySource } from "./dictionary/entry";
import { withDescription } from "./match/description";
import type { Match, Sentence } from "./match/match";
import type { Passage } from "./passages";
import type { NoteReader } from "./reader";
import { type SectionRole, splitSentences } from "./sections";
import { readingsOf } from "./sentence-matches";
import { markDenied, termsIn } from "./sentence-terms";
import type { MeaningOf } from "./terms/meaning-words";
import { isStop, type Term } from "./terms/terms";
import type { SpanStatus } from "./types";

/** What one passage says, with offsets from its own start: the unit that an edit leaves standing or not. */
export interface PassageReading {
	keys: ReadonlySet<string>;
	sides: readonly SaidSide[];
	owned: ReadonlyMap<string, ReadonlySet<string>>;
	mentions: Mention[];
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
	/** How many mentions stand before it in its passage. */
	order: number;
	/** The same words were read before with another place of the sentence. */
	again: boolean;
	/** Codes chosen for it so far, by what the rest of the note says. */
	chosen: Map<string, Choice>;
}

/** What a sentence names more often than this, it repeats without an end of its own. */
const MOST_IN_SENTENCE = 40;

/** Reads one passage; offsets of the result count from the passage's start, its number is 0. */
export function readPassage(
	reader: NoteReader,
	text: string,
	role: SectionRole,
	passage: Passage,
	sex: "female" | "male" | null,
): PassageReading {
	const mentions: Mention[] = [];
	const passageKeys = new Set<string>();
	const sides = new Map<string, SaidSide>();
	/** The reading in which each row was first found at its words. */
	const readings = new Map<string, Mention["sentence"]>();
	const sentences = splitSentences(text, passage.start, passage.end);
	const heard: { own: Term[]; prepared: SentenceContext }[] = [];
	/** Where words stand that a condition named in an earlier sentence has taken for itself. */
	const claimed = new Set<number>();
	/** Terms and context of a sentence, read once though the one before it may listen, too. */
	const hear = (at: number): { own: Term[]; prepared: SentenceContext } => {
		const known = heard[at];
		if (known !== undefined) return known;
		const range = sentences[at] as TextRange;
		const own = termsIn(reader, text, range, role);
		const prepared = prepareSentence(text, range);
		markDenied(own, prepared);
		reader.markOtherTime(own);
		heard[at] = { own, prepared };
		return heard[at];
	};
	sentences.forEach((_, at) => {
		const { own, prepared } = hear(at);
		for (const [place, term] of own.entries()) {
			if (term.denied === true) continue;
			if (!isStop(term)) passageKeys.add(term.key);
			for (const key of term.also ?? []) passageKeys.add(key);
			const side = saidSide(own, place, reader.sideRegions);
			if (side !== null && !saidNormal(own, place, reader.meaning))
				sides.set(`${side.side} ${side.regions.join()}`, side);
		}
		const terms = withDescription(own, at, role, reader.describes, (next) =>
			next < sentences.length ? hear(next).own : null,
		);
		for (const { sentence, found } of readingsOf(reader, text, terms, role, sex)) {
			const named = new Map<number, number>();
			for (const match of found) {
				const times = (named.get(match.row) ?? 0) + 1;
				if (times > MOST_IN_SENTENCE) continue;
				named.set(match.row, times);
				const from = match.at[0] as number;
				const to = match.at[match.at.length - 1] as number;
				if (match.at.every((place) => claimed.has((sentence.terms[place] as Term).start))) continue;
				const start = (sentence.terms[from] as Term).start;
				const end = (sentence.terms[to] as Term).end;
				const words = `${match.row} ${start} ${end}`;
				const before = readings.get(words);
				if (before === undefined) readings.set(words, sentence);
				const context = contextOf(prepared, { start, end }, role);
				if (reader.off.has("context")) context.status = "affirmed";
				if (end > (sentences[at] as TextRange).end)
					for (const place of match.at) claimed.add((sentence.terms[place] as Term).start);
				mentions.push({
					start: start - passage.start,
					end: end - passage.start,
					row: match.row,
					source: sourceOf(match.dictionary, match.entry),
					weight: match.weight,
					cost: match.cost,
					keys: new Set(match.at.map((place) => (sentence.terms[place] as Term).key)),
					status: told(context, reader, match, role, sentence.terms),
					bySection: context.bySection,
					sentence,
					from,
					to,
					passage: 0,
					inTitle: passage.title !== null && start < passage.title.end,
					order: mentions.length,
					again: before !== undefined && before !== sentence,
					chosen: new Map(),
				});
			}
		}
	});
	const owned = ownedWords(
		mentions,
		reader,
		heard.flatMap(({ own }) => own),
	);
	return { keys: passageKeys, sides: [...sides.values()], owned, mentions };
}

/** Terms behind a side among which it may be told to be well. */
const NORMAL_REACH = 6;

/** "Left hand normal", "normal left hand": what is well has no condition on its side, which stands at `i`. */
function saidNormal(terms: readonly Term[], i: number, meaning: MeaningOf): boolean {
	if (meaning(terms[i - 1]?.word ?? "") === "normal") return true;
	for (let at = i + 1; at <= i + NORMAL_REACH && at < terms.length; at++) {
		const term = terms[at] as Term;
		if (sideOfTerm(term) !== null) return false;
		if (meaning(term.word) === "normal") return true;
	}
	return false;
}

/**
 * Words that say how a condition is ("intractable nausea") and stand nowhere else in the passage: key -> the categories of
 * the conditions they stand before.
 */
function ownedWords(
	mentions: readonly Mention[],
	{ describes, isPlace, set }: NoteReader,
	terms: readonly Term[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const owned = new Map<string, Set<string>>();
	const places = new Map<string, Set<number>>();
	for (const { sentence, from, row } of mentions)
		for (let i = from - 1; i >= 0 && (sentence.terms[i + 1] as Term).gap === 0; i--) {
			const term = sentence.terms[i] as Term;
			if (!describes(term) || isPlace(term.key)) break;
			owned.set(term.key, (owned.get(term.key) ?? new Set()).add(set.code(row).slice(0, 3)));
			places.set(term.key, (places.get(term.key) ?? new Set()).add(term.start));
		}
	for (const { key, start } of terms) if (places.get(key)?.has(start) === false) owned.delete(key);
	return owned;
}

/** "He ...", "The patient ...": a sentence about the patient. */
const PATIENT = /^(?:he|she|patient|pt)$/;
/** Habits, whose cues and conditions a social history tells. */
const HABIT = /^F1/;

/**
 * Status of a match. A history tells a status code as well as the present does; in a history of family and social
 * matters at once, habits and what the patient is the subject of are the patient's own.
 */
function told(
	{ status, bySection }: { status: SpanStatus; bySection: boolean },
	reader: NoteReader,
	match: Match,
	role: SectionRole,
	terms: readonly Term[],
): SpanStatus {
	const cue = match.dictionary === reader.cues.dictionary;
	if (role === "family-social" && status === "family" && bySection) {
		const own =
			cue ||
			HABIT.test(reader.set.code(match.row)) ||
			terms.slice(0, 2).some(({ word }) => PATIENT.test(word));
		return own ? "affirmed" : status;
	}
	if (status !== "historical" || !cue) return status;
	return reader.cues.rules[match.entry]?.past ? "affirmed" : status;
}
