import type { CodeSet } from "../codesets/types";
import { buildSearchSections } from "./build";
import { codeRows } from "./code-query";
import { Explainer, wantedTerms } from "./explain";
import { Families } from "./families";
import { readSearchIndex, type SearchIndex } from "./index-reader";
import { Likeness } from "./likeness";
import { Matcher } from "./matcher";
import { type ParsedQuery, parseQuery, type Words } from "./query";
import { type RankedCode, rankReading } from "./rank";
import { Resolver } from "./resolve";
import { readOpposites, readRewrites, wordsOfRewrites } from "./rewrites";
import { weighTerms } from "./term-weights";
import { terms } from "./terms";
import { titlesStartingWith } from "./title-start";
import type { SearchAnswer, SearchHit, SearchOptions } from "./types";
import { Vocabulary } from "./vocabulary";
import { WEIGHTS } from "./weights";

/** Answers queries over one code set. */
export interface Searcher {
	readonly set: CodeSet;
	/** Never throws; a query that says nothing gives no results. */
	search(query: string, options?: SearchOptions): SearchAnswer;
}

const DEFAULT_LIMIT = 20;
const LONGEST_QUERY = 400;
/** Scores of what is certain: a code that was typed, a synonym of the user's own. */
const CODE_SCORE = 10;
const USER_SCORE = 8;
/** Titles that start with the typed text go down from the score above them in steps that keep their order. */
const START_STEP = 1e-6;
/** So many of the best codes are compared letter by letter with the query. */
const LIKENED = 40;
const MOST_STARTS = 2000;

/**
 * Opens search over a set. Uses the index of its pack; a set that has none (or one made for another reader)
 * is indexed on the spot.
 */
export function openSearch(set: CodeSet): Searcher {
	return new SetSearcher(set, readSearchIndex(set) ?? indexNow(set));
}

function indexNow(set: CodeSet): SearchIndex {
	const sections = buildSearchSections(set);
	const wrapped: Pick<CodeSet, "size" | "section"> = {
		size: set.size,
		section: (name) => sections[name] ?? null,
	};
	return readSearchIndex(wrapped)!;
}

class SetSearcher implements Searcher {
	readonly #index: SearchIndex;
	readonly #words: Words;
	readonly #matcher: Matcher;
	readonly #resolver: Resolver;
	readonly #explainer: Explainer;
	readonly #likeness = new Likeness();

	constructor(
		readonly set: CodeSet,
		index: SearchIndex,
	) {
		this.#index = index;
		const vocabulary = new Vocabulary(index.words);
		const weights = weighTerms(index, vocabulary);
		const rewrites = readRewrites();
		const rewriteWords = new Vocabulary(wordsOfRewrites(rewrites, (word) => vocabulary.find(word) >= 0));
		this.#words = {
			index,
			vocabulary,
			weights,
			rewrites,
			rewriteWords,
			opposites: readOpposites(),
			spelledWords: new Map(),
		};
		this.#matcher = new Matcher(index, weights);
		const termOf = (key: string) => {
			const negated = key.startsWith("!");
			const place = vocabulary.find(negated ? key.slice(1) : key);
			if (place < 0) return -1;
			const base = index.base[place]!;
			return negated ? index.negated[base]! - 1 : base;
		};
		this.#resolver = new Resolver(set, new Families(set, termOf), this.#matcher);
		this.#explainer = new Explainer(set, index, termOf);
	}

	search(query: string, options: SearchOptions = {}): SearchAnswer {
		const text = query.slice(0, LONGEST_QUERY);
		const answer: SearchAnswer = { query, results: [], completions: [] };
		if (options.systems && !options.systems.includes(this.set.release.system)) return answer;
		const limit = options.limit ?? DEFAULT_LIMIT;
		const typing = options.typing ?? !/\s$/.test(text);
		const keep = this.#filter(options);
		const hits = new Map<number, SearchHit>();
		const full = () => hits.size >= limit;

		for (const row of codeRows(this.set, text)) {
			if (full()) break;
			if (options.billableOnly && !this.set.billable(row)) continue;
			if (keep && !keep(row)) continue;
			const code = this.set.code(row);
			hits.set(
				row,
				this.#hit(row, CODE_SCORE - hits.size * 0.01, [], { kind: "code", text: code, marks: [] }),
			);
		}
		this.#addUserSynonyms(text, options, keep, hits);
		if (full()) return { ...answer, results: [...hits.values()] };

		const parsed = parseQuery(text, typing, this.#words);
		answer.completions = parsed.completions;
		if (parsed.didYouMean !== undefined) answer.didYouMean = parsed.didYouMean;
		const ranked = this.#rank(text, parsed, keep, options.boost);
		const starts = typing ? this.#titleStarts(text, keep, ranked) : [];
		const first = parsed.unfinished ? 0 : parsed.words > 1 ? 1 : 2;
		const known = new Set(starts);
		// A finished word keeps its best answers on top of the titles that start with it.
		const add = (code: RankedCode) => {
			if (full() || hits.has(code.row)) return;
			const wanted = wantedTerms(code);
			const marks = this.#explainer.marks(this.set.title(code.row), wanted);
			hits.set(code.row, this.#hit(code.row, code.score, marks, this.#explainer.via(code, wanted)));
		};
		const bestStart = ranked.find((code) => known.has(code.row))?.score ?? Number.NEGATIVE_INFINITY;
		for (const code of ranked.slice(0, first)) if (code.score > bestStart) add(code);
		this.#addTitleStarts(text, starts, ranked, limit, hits);
		for (const code of ranked) {
			if (full()) break;
			add(code);
		}
		answer.results = [...hits.values()];
		return answer;
	}

	/** Codes of all readings, best first. */
	#rank(
		text: string,
		parsed: ParsedQuery,
		keep: ((row: number) => boolean) | null,
		boost?: ReadonlySet<string>,
	): RankedCode[] {
		const best = new Map<number, RankedCode>();
		for (const reading of parsed.readings) {
			for (const code of rankReading(this.set, this.#index, this.#matcher, this.#resolver, reading, keep)) {
				const known = best.get(code.row);
				if (!known || code.score > known.score) best.set(code.row, code);
			}
		}
		const list = [...best.values()];
		if (boost && boost.size > 0)
			for (const code of list) if (boost.has(this.set.code(code.row))) code.score += WEIGHTS.boost;
		list.sort((a, b) => b.score - a.score || a.row - b.row);
		this.#likeness.ask(text);
		const top = list.slice(0, LIKENED);
		for (const code of top) code.score += WEIGHTS.likeness * this.#likeness.to(this.#saying(code.row));
		top.sort((a, b) => b.score - a.score || a.row - b.row);
		return [...top, ...list.slice(LIKENED)];
	}

	/** What a title says: without side and without what it leaves unspecified, so that no side is more like "knee pain" than another. */
	#saying(row: number): string {
		return this.set.title(row).replace(/\b(?:unspecified|right|left)\b/gi, "");
	}

	/** Rows whose title starts with what was typed, the best ranked first. */
	#titleStarts(
		text: string,
		keep: ((row: number) => boolean) | null,
		ranked: readonly RankedCode[],
	): number[] {
		const { from, to } = titlesStartingWith(this.set, this.#index.titles, text);
		const scores = new Map(ranked.map((code) => [code.row, code.score]));
		const rows: number[] = [];
		for (let i = from; i < Math.min(to, from + MOST_STARTS); i++) {
			const row = this.#index.titles[i]!;
			if (!keep || keep(row)) rows.push(row);
		}
		const score = (row: number) => scores.get(row) ?? Number.NEGATIVE_INFINITY;
		return rows.sort((a, b) => (score(a) === score(b) ? a - b : score(b) - score(a)));
	}

	#addTitleStarts(
		text: string,
		starts: readonly number[],
		ranked: readonly RankedCode[],
		limit: number,
		hits: Map<number, SearchHit>,
	): void {
		const marks = [{ start: 0, end: text.trimStart().length }];
		const above =
			hits.size === 0 ? (ranked[0]?.score ?? 0) : Math.min(...[...hits.values()].map((h) => h.score));
		let place = 0;
		for (const row of starts) {
			if (hits.size >= limit) return;
			if (!hits.has(row)) hits.set(row, this.#hit(row, above - START_STEP * place++, marks, undefined));
		}
	}

	#addUserSynonyms(
		text: string,
		{ synonyms }: SearchOptions,
		keep: ((row: number) => boolean) | null,
		hits: Map<number, SearchHit>,
	): void {
		if (!synonyms || synonyms.length === 0) return;
		const asked = keysOf(text);
		for (const { phrase, code } of synonyms) {
			if (asked === "" || keysOf(phrase) !== asked) continue;
			const row = this.set.find(code);
			if (row < 0 || hits.has(row) || (keep && !keep(row))) continue;
			hits.set(
				row,
				this.#hit(row, USER_SCORE, [], {
					kind: "user",
					text: phrase,
					marks: [{ start: 0, end: phrase.length }],
				}),
			);
		}
	}

	#filter({ chapters }: SearchOptions): ((row: number) => boolean) | null {
		if (!chapters || chapters.length === 0) return null;
		const wanted = new Set(chapters);
		return (row) => wanted.has(this.set.chapter(row));
	}

	#hit(row: number, score: number, titleMarks: SearchHit["titleMarks"], via: SearchHit["via"]): SearchHit {
		const hit: SearchHit = {
			system: this.set.release.system,
			code: this.set.code(row),
			title: this.set.title(row),
			billable: this.set.billable(row),
			score,
			edition: this.set.release.edition,
			titleMarks,
		};
		if (via) hit.via = via;
		return hit;
	}
}

/** Keys of a phrase in order, for comparing phrases. */
function keysOf(text: string): string {
	return terms(text)
		.map((term) => term.key)
		.join(" ");
}
