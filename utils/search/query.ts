import { editDistance } from "../text/distance";
import { derivedForms } from "./derived-forms";
import type { SearchIndex } from "./index-reader";
import type { Rewrite, Rewrites } from "./rewrites";
import { type Spelling, spellings } from "./spelling";
import type { TermWeights } from "./term-weights";
import { type Term, termKey, terms } from "./terms";
import type { Vocabulary } from "./vocabulary";
import { WEIGHTS } from "./weights";

/** One way to answer a word of the query: a term of the index and how well it answers (0 to 1). */
export interface Alternative {
	term: number;
	quality: number;
}

/** A word of the query with everything that may answer it. */
export interface Slot {
	weight: number;
	alternatives: Alternative[];
	/** Terms that say the opposite ("without X" for X, X for "without X"). */
	opposites: number[];
	/** "other", "unspecified": may be about anything, so it chooses no last character. */
	generic: boolean;
}

/** One reading of the query. `factor` is 1 for the words as typed, less for rewritten ones. */
export interface Reading {
	slots: Slot[];
	factor: number;
	/** The lexicon phrase that was replaced, when one was. */
	rewrite?: Rewrite;
}

export interface ParsedQuery {
	readings: Reading[];
	completions: string[];
	didYouMean?: string;
	/** True when the last word is being typed and is not yet a word of its own. */
	unfinished: boolean;
	/** Words of the query that say something. */
	words: number;
}

/** What parsing needs to know of a set. */
export interface Words {
	index: SearchIndex;
	vocabulary: Vocabulary;
	weights: TermWeights;
	rewrites: Rewrites;
	/** Words that exclude each other, both ways. */
	opposites: ReadonlyMap<string, readonly string[]>;
	/** Words that only the lexicon's phrases know. */
	rewriteWords: Vocabulary;
	/** Unknown words that were looked for before. */
	spelledWords: Map<string, Spelled>;
}

/** Near spellings of a word, best first. */
export interface Spelled {
	index: Spelling[];
	lexicon: Spelling[];
}

const MOST_WORDS = 24;
const MOST_READINGS = 6;
const MOST_COMPLETIONS = 48;
const LONGEST_QUERY = 400;
const GENERIC = new Set(["other", "unspecified", "specified"]);
const MOST_SPELLED = 500;
/** A word of the lexicon counts as fairly common. */
const LEXICON_FREQUENCY = 20;

/**
 * Reads a query: its words, what each may be answered by (the word itself, its completion, a near spelling),
 * and other readings by the lexicon. Never throws; a query without words has no readings.
 */
export function parseQuery(query: string, typing: boolean, known: Words): ParsedQuery {
	const text = repairNegators(query.slice(0, LONGEST_QUERY), known.vocabulary);
	const list = terms(text).slice(0, MOST_WORDS);
	if (list.length === 0) return { readings: [], completions: [], unfinished: typing, words: 0 };
	const last = list[list.length - 1]!;
	const open = typing && last.end === text.length;
	const completions: string[] = [];
	const corrections = new Map<Term, string>();
	const slots = new Map<Term, Slot>();
	// a stop word or punctuation behind the last term: what comes next is open
	let unfinished = typing && !open;
	for (const term of list) {
		const isOpen = open && term === last;
		const slot = slotOf(term, isOpen, known, completions, corrections);
		if (isOpen) unfinished = known.vocabulary.find(term.surface) < 0;
		slots.set(term, slot);
	}
	const readings: Reading[] = [{ slots: list.map((term) => slots.get(term)!), factor: 1 }];
	addOpposites(list, slots, known);
	const repaired = list.map((term) => {
		const word = corrections.get(term);
		return word === undefined ? term : { ...term, surface: word, key: termKey(word) };
	});
	for (const [at, term] of list.entries()) slots.set(repaired[at]!, slots.get(term)!);
	addRewritten(repaired, slots, known, readings);
	const parsed: ParsedQuery = { readings, completions, unfinished, words: list.length };
	if (corrections.size > 0) {
		let corrected = text;
		for (const term of [...corrections.keys()].reverse())
			corrected = corrected.slice(0, term.start) + corrections.get(term) + corrected.slice(term.end);
		parsed.didYouMean = corrected.trim();
	}
	return parsed;
}

/** "chronic" without "acute" speaks against entries that say "acute". */
function addOpposites(
	list: readonly Term[],
	slots: ReadonlyMap<Term, Slot>,
	{ opposites, index, vocabulary }: Words,
): void {
	const said = new Set(list.map((term) => term.key));
	for (const term of list)
		for (const opposite of opposites.get(term.key) ?? []) {
			const place = said.has(opposite) ? -1 : vocabulary.find(opposite);
			if (place >= 0) slots.get(term)!.opposites.push(index.base[place]!);
		}
}

/** "withuot" is "without": these words are not in the index, so spelling correction does not know them. */
function repairNegators(text: string, vocabulary: Vocabulary): string {
	return text.replace(/[A-Za-z]{6,8}/g, (word) => {
		const lower = word.toLowerCase();
		if (vocabulary.find(lower) >= 0) return word;
		if (editDistance(lower, "without", 1) <= 1) return "without";
		return editDistance(lower, "mention", 1) <= 1 ? "mention" : word;
	});
}

function slotOf(
	term: Term,
	open: boolean,
	known: Words,
	completions: string[],
	corrections: Map<Term, string>,
): Slot {
	const { index, vocabulary, weights } = known;
	const negated = term.key.startsWith("!");
	const slot: Slot = { weight: 0, alternatives: [], opposites: [], generic: GENERIC.has(term.key) };
	const add = (base: number, quality: number) => {
		const at = negated ? index.negated[base]! - 1 : base;
		if (at >= 0 && !slot.alternatives.some((a) => a.term === at))
			slot.alternatives.push({ term: at, quality });
	};
	const literal = wordPlace(term, vocabulary);
	if (literal >= 0) {
		const base = index.base[literal]!;
		// where a negation may have ended before, the word as such goes first
		if (term.soft) slot.alternatives.push({ term: base, quality: 1 });
		add(base, term.soft ? WEIGHTS.synonym : 1);
		const opposite = negated ? base : index.negated[base]! - 1;
		if (!term.soft && opposite >= 0) slot.opposites.push(opposite);
		if (term.key === "other" && weights.unspecified >= 0) slot.opposites.push(weights.unspecified);
		if (term.key === "unspecified") slot.opposites.push(...weights.specified);
	}
	if (open) {
		const found = complete(term.surface, known);
		for (const place of found)
			add(index.base[place]!, literal >= 0 ? 0.6 * WEIGHTS.completion : WEIGHTS.completion);
		for (const place of found.slice(0, 5)) completions.push(vocabulary.words[place]!);
	}
	const plain = negated ? term.key.slice(1) : term.key;
	const addRelatives = (key: string, synonymQuality: number, derivedQuality: number) => {
		for (const synonym of known.rewrites.words.get(key) ?? []) {
			const place = vocabulary.find(synonym);
			if (place >= 0) add(index.base[place]!, synonymQuality);
		}
		for (const form of derivedForms(key)) {
			const place = vocabulary.find(form);
			if (place >= 0) add(index.base[place]!, derivedQuality);
		}
	};
	addRelatives(plain, literal < 0 ? 1 : WEIGHTS.synonym, WEIGHTS.derived);
	if (literal < 0 && slot.alternatives.length === 0) addFamily(plain, known, slot);
	if (
		literal < 0 &&
		slot.alternatives.length === 0 &&
		!term.acronym &&
		!known.rewrites.phrases.has(term.key)
	) {
		const near = spelled(term.surface, open, known);
		for (const { place, likeness } of near.index)
			add(index.base[place]!, WEIGHTS.correction * Math.min(1, 0.4 + likeness));
		const [own] = near.lexicon;
		if (own && own.likeness > (near.index[0]?.likeness ?? 0)) {
			slot.alternatives = [];
			corrections.set(term, own.word);
		} else if (near.index[0]) {
			const { word } = near.index[0];
			corrections.set(term, word);
			addRelatives(termKey(word), WEIGHTS.synonym * WEIGHTS.correction, WEIGHTS.derived * WEIGHTS.correction);
		}
	}
	const best = slot.alternatives.find((a) => a.quality === 1) ?? slot.alternatives[0];
	slot.weight = best ? weights.query[best.term]! : weights.unknown;
	return slot;
}

/** Near spellings of an unknown word in the index and in the lexicon; kept, because a word is asked again with every key. */
function spelled(word: string, open: boolean, known: Words): Spelled {
	const { index, vocabulary, weights, rewriteWords, spelledWords } = known;
	const key = open ? `${word}*` : word;
	let found = spelledWords.get(key);
	if (!found) {
		found = {
			index: spellings(vocabulary, word, open, (place) => weights.frequency(index.base[place]!)),
			lexicon: spellings(rewriteWords, word, false, () => LEXICON_FREQUENCY),
		};
		if (spelledWords.size >= MOST_SPELLED) spelledWords.clear();
		spelledWords.set(key, found);
	}
	return found;
}

/** "SPG12" is known as "SPG", "covid19" as "covid": letters with a number behind them, when the letters are known. */
function addFamily(word: string, known: Words, slot: Slot): void {
	const letters = /^([a-z]{2,6})-?\d{1,2}[a-z]?\d?$/.exec(word)?.[1];
	if (letters === undefined) return;
	const place = known.vocabulary.find(letters);
	if (place >= 0) slot.alternatives.push({ term: known.index.base[place]!, quality: WEIGHTS.synonym });
}

function wordPlace(term: Term, vocabulary: Vocabulary): number {
	const place = vocabulary.find(term.surface);
	if (place >= 0) return place;
	return vocabulary.find(term.key.startsWith("!") ? term.key.slice(1) : term.key);
}

/** Words that the unfinished word may become, the most frequent first. */
function complete(prefix: string, { vocabulary, index, weights }: Words): number[] {
	const { from, to } = vocabulary.startingWith(prefix);
	const places: number[] = [];
	for (let place = from; place < to; place++) if (vocabulary.words[place] !== prefix) places.push(place);
	const frequency = (place: number) => weights.frequency(index.base[place]!);
	places.sort((a, b) => frequency(b) - frequency(a) || a - b);
	return places.slice(0, MOST_COMPLETIONS);
}

/** Adds the readings that the lexicon gives: each rewrite alone, then all of them together. */
function addRewritten(list: Term[], slots: Map<Term, Slot>, known: Words, readings: Reading[]): void {
	const matches: { at: number; rewrite: Rewrite }[] = [];
	for (let at = 0; at < list.length; at++) {
		const { key, surface } = list[at]!;
		const family = /^([a-z]{2,6})\d{1,2}[a-z]?\d?$/.exec(surface)?.[1];
		if (family !== undefined && known.vocabulary.find(surface) < 0 && !known.rewrites.phrases.has(key))
			for (const rewrite of known.rewrites.phrases.get(family) ?? [])
				if (rewrite.from.length === 1) matches.push({ at, rewrite });
		for (const rewrite of known.rewrites.phrases.get(key) ?? []) {
			if (rewrite.from.every((key, k) => list[at + k]?.key === key)) matches.push({ at, rewrite });
		}
	}
	if (matches.length === 0) return;
	const build = (chosen: typeof matches): void => {
		const replaced: Slot[] = [];
		for (let at = 0; at < list.length; ) {
			const match = chosen.find((m) => m.at === at);
			if (match) {
				replaced.push(...expansionSlots(match.rewrite.to, known));
				at += match.rewrite.from.length;
			} else replaced.push(slots.get(list[at++]!)!);
		}
		if (replaced.length > 0 && replaced.length <= MOST_WORDS)
			readings.push({ slots: replaced, factor: WEIGHTS.rewrite, rewrite: chosen[0]!.rewrite });
	};
	for (const match of matches.slice(0, MOST_READINGS - 1)) build([match]);
	const together = matches.filter(
		(m, i) =>
			!matches.some(
				(o, j) => j < i && o.at < m.at + m.rewrite.from.length && m.at < o.at + o.rewrite.from.length,
			),
	);
	if (together.length > 1) build(together);
}

function expansionSlots(text: string, known: Words): Slot[] {
	return terms(text).map((term) => slotOf(term, false, known, [], new Map()));
}
