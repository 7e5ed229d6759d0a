import { baseForm } from "../text/base-form";
import type { TextRange } from "../text/note-text";
import type { Choice } from "./choose/refine";
import { joinComparedSides, sideOfTerm } from "./choose/side";
import { type SaidSide, saidSide } from "./choose/side-regions";
import { contextOf, prepareSentence, type SentenceContext } from "./context";
import { sourceOf } from "./dictionary/dictionary";
import type { EntrySource } from "./dictionary/entry";
import { hintHolds, type PhraseHint } from "./dictionary/phrase-hint";
import { withDescription } from "./match/description";
import { distributed } from "./match/distribute";
import { withoutImplied } from "./match/implied";
import { besides, withoutLists } from "./match/lists";
import { type Match, matchesIn, type Sentence, sentenceOf } from "./match/match";
import { pick } from "./match/pick";
import { settleSpread, spreadIn } from "./match/spread";
import type { NoteReader } from "./reader";
import { type CueRule, cueCounts } from "./rules/cues";
import { type Section, type SectionRole, splitSentences } from "./sections";
import { markBurnDegrees } from "./terms/burn-degrees";
import type { MeaningOf } from "./terms/meaning-words";
import { joinSiteLabel } from "./terms/site-label";
import { isStop, type Term, termsOf } from "./terms/terms";
import type { SpanStatus } from "./types";

/** A stretch of a section that belongs together: a problem item or a paragraph. */
export interface Passage extends TextRange {
	section: number;
	/** Range of its heading, when it is a problem item. */
	title: TextRange | null;
	/** 1 for the first item of its section. */
	order: number;
	keys: ReadonlySet<string>;
	/** Sides it names. */
	sides: readonly SaidSide[];
	/** Words that only describe conditions of these categories in it. */
	owned: ReadonlyMap<string, ReadonlySet<string>>;
}

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

/** Roles whose heading may say what the note is about ("SCREENING MAMMOGRAM", "WELL CHILD VISIT"). */
const TELLING = new Set<SectionRole>(["unknown", "procedure", "procedure-body"]);

/** Passages of a note: the items of a section, and the paragraphs between them. */
export function passagesOf(text: string, sections: readonly Section[]): Passage[] {
	const passages: Passage[] = [];
	sections.forEach((section, index) => {
		let at = section.start;
		let order = 1;
		if (TELLING.has(section.role) && section.name.trim().split(/\s+/).length >= 3) {
			const end = section.headingStart + section.name.length;
			if (end <= section.start)
				passages.push({
					start: section.headingStart,
					end,
					section: index,
					title: null,
					order: order++,
					keys: new Set(),
					sides: [],
					owned: new Map(),
				});
		}
		const add = (start: number, end: number, title: TextRange | null): void => {
			if (text.slice(start, end).trim() === "") return;
			passages.push({
				start,
				end,
				section: index,
				title,
				order: order++,
				keys: new Set(),
				sides: [],
				owned: new Map(),
			});
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
	const sides: SaidSide[] = [];
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
			if (side !== null && !saidNormal(own, place, reader.meaning)) sides.push(side);
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
	return { keys: passageKeys, sides, owned, mentions };
}

/** Terms of a sentence with slips of spelling put right and abbreviations opened. */
function termsIn(reader: NoteReader, text: string, range: TextRange, role: SectionRole): Term[] {
	const terms = termsOf(text, range.start, range.end, reader.forms);
	joinSiteLabel(terms, text, role, reader.sites, reader.specimens);
	joinComparedSides(terms);
	for (const term of terms) {
		if (!reader.ids.has(term.key) && !reader.off.has("spelling"))
			term.key = reader.spelling(term.word) ?? term.key;
		if (term.key === "strain" && strainOfLigament(terms, term)) term.also = ["sprain"];
		const also = term.caps ? reader.expansions.get(term.word) : undefined;
		if (also !== undefined) term.also = also;
	}
	reader.injuryVerbs(terms);
	markBurnDegrees(terms);
	return terms;
}

interface SentenceReading {
	sentence: Sentence;
	found: Match[];
}

/** What a sentence says; where two places share one head, once for each of them. */
function readingsOf(
	reader: NoteReader,
	text: string,
	whole: Term[],
	role: SectionRole,
	sex: "female" | "male" | null,
): SentenceReading[] {
	const one = (terms: Term[]): SentenceReading => {
		const implied = reader.off.has("implied sites") ? NOTHING : reader.implied;
		const sentence = sentenceOf(terms, reader.ids, implied);
		const spread = spreadIn(terms, [reader.lexicon, ...reader.dictionaries]);
		const keys = new Set(terms.map(({ key }) => key));
		return { sentence, found: matchesOf(reader, text, sentence, keys, role, sex, spread) };
	};
	const plain = one(whole);
	const parts = distributed(
		whole,
		plain.found,
		({ key }) => reader.isPlace(key),
		({ key }) => reader.meaning(key) === "shared-head",
	).map(one);
	const each = parts.length > 0 && parts.every(({ found }) => found.length >= plain.found.length);
	return each ? parts : [plain];
}

/**
 * "Appendicitis without perforation" is no perforated appendicitis: a denial must cover all of a match or none,
 * unless the denying word belongs to the name ("non-Hodgkin lymphoma", "HIV screening"); so must the list of places
 * that a cancer has spread to.
 */
function halfDenied(match: Match, terms: readonly Term[]): boolean {
	const apart = (mark: "denied" | "spread"): boolean => {
		const marked = match.at.filter((place) => terms[place]?.[mark] === true).length;
		return marked > 0 && marked < match.at.length;
	};
	// "Cough without fever, chills": no name begins with its "without".
	if (terms[match.at[0] as number]?.word === "without") return true;
	const named = match.at.some((place) => terms[place]?.denies === true);
	if (named && match.at.some((place) => deniedByOther(match, terms, place))) return true;
	return (!named && apart("denied")) || apart("spread");
}

/** The word that denies the one at `place` is none of the match's: "[aura]" in "migraine without aura, [not intractable]". */
function deniedByOther(match: Match, terms: readonly Term[], place: number): boolean {
	if (terms[place]?.denied !== true) return false;
	let denier = place;
	while (denier >= 0 && terms[denier]?.denies !== true) denier--;
	if (denier < 0) return false;
	for (; terms[denier]?.denies === true; denier--) if (match.at.includes(denier)) return false;
	return true;
}

/** A "ligament strain" is classified as a sprain: strains are of muscles and tendons. */
function strainOfLigament(terms: readonly Term[], strain: Term): boolean {
	const at = terms.indexOf(strain);
	return terms.slice(Math.max(0, at - 3), at + 4).some(({ key }) => key === "ligament");
}

/** "Lung nodules" says more than "lung nodule". */
const PLURAL = 0.1;
const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();
/** Chapter 20: external causes. */
const EXTERNAL = /^[V-Y]/;
const DENIES = new Set(["negated", "resolved", "family", "other", "hypothetical"]);

/** Marks the terms in the reach of a denial or of somebody else's name. */
function markDenied(terms: readonly Term[], sentence: SentenceContext): void {
	for (const { kind, scope, trigger } of sentence.triggers) {
		if (!DENIES.has(kind)) continue;
		for (const term of terms) {
			if (term.start >= scope.start && term.end <= scope.end) term.denied = true;
			if (term.start >= trigger.start && term.end <= trigger.end) term.denies = true;
		}
	}
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

/** What the dictionaries and the cues find in a sentence, without what a heavier match has claimed. */
function matchesOf(
	reader: NoteReader,
	text: string,
	sentence: Sentence,
	keys: ReadonlySet<string>,
	role: SectionRole,
	sex: "female" | "male" | null,
	spread: readonly Match[],
): Match[] {
	const { terms } = sentence;
	const matches = reader.dictionaries.flatMap((dictionary) => matchesIn(sentence, dictionary, reader.rarity));
	for (const match of matchesIn(sentence, reader.lexicon, reader.rarity)) {
		const hint = reader.hints[match.entry] as PhraseHint;
		const first = terms[match.at[0] as number] as Term;
		const last = terms[match.at[match.at.length - 1] as number] as Term;
		if (hint.word !== null && baseForm(first.word) !== hint.word) continue;
		if (!hintHolds(hint, { role, keys, written: text.slice(first.start, last.end), sex })) continue;
		matches.push(hint.plural ? { ...match, weight: match.weight + PLURAL } : match);
	}
	const clean = matches.filter(
		(match) => !halfDenied(match, terms) && !reader.namesOperation(match, terms, keys, role),
	);
	const cues = matchesIn(sentence, reader.cues.dictionary, reader.rarity).filter(({ entry, row }) =>
		cueCounts(reader.cues.rules[entry] as CueRule, reader.set.code(row), role, keys),
	);
	const partner = (winner: Match, part: Match): boolean =>
		reader.partners(winner.row).some((prefix) => reader.set.code(part.row).startsWith(prefix));
	const category = ({ row }: Match): string => reader.set.code(row).slice(0, 3);
	const standsBeside = besides(
		terms,
		category,
		({ key }) => reader.parts.has(key) || reader.implied.has(key),
		spread,
	);
	const apart = [...withoutLists(withoutImplied(clean, terms, category), terms, text), ...spread];
	// How an injury came about ("strained lifting") takes no words from the injury itself.
	const external = (match: Match): boolean => EXTERNAL.test(reader.set.code(match.row));
	const chosen = [
		...settleSpread(
			terms,
			pick(
				apart.filter((match) => !external(match)),
				terms.length,
				partner,
				standsBeside,
			),
			reader.set,
			reader.lexicon,
		),
		...pick(apart.filter(external), terms.length),
	];
	return reader.off.has("cues") ? chosen : [...chosen, ...pick(cues, terms.length)];
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
