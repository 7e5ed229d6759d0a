import type { SearchIndex } from "./index-reader";
import { NOS } from "./terms";
import type { Vocabulary } from "./vocabulary";
import { WEIGHTS, WORD_CLASSES } from "./weights";

/** What each term of an index weighs. */
export interface TermWeights {
	/** Weight of the term in a query. */
	query: Float32Array;
	/** Cost of the term in an entry that the query did not ask for. */
	cost: Float32Array;
	/** Sum of the costs of an entry's terms that are not optional. */
	entryCost: Float32Array;
	unknown: number;
	/** The term for "unspecified" about the condition itself, or -1. */
	unspecified: number;
	/** The terms "other" and "specified", as far as the index has them. */
	specified: number[];
	frequency(term: number): number;
}

/** Weighs all terms by their rarity over the entries of the index. */
export function weighTerms(index: SearchIndex, vocabulary: Vocabulary): TermWeights {
	const count = index.start.length - 1;
	const query = new Float32Array(count);
	const cost = new Float32Array(count);
	const frequency = (term: number) => index.start[term + 1]! - index.start[term]!;
	const rarity = (df: number) => Math.log(1 + index.entries / (df + 1)) ** WEIGHTS.rarity;
	for (let term = 0; term < count; term++) query[term] = cost[term] = rarity(frequency(term));
	const isNegated = new Uint8Array(count);
	for (let term = 0; term < count; term++) {
		const at = index.negated[term]!;
		if (at === 0) continue;
		isNegated[at - 1] = 1;
		// "without X" is as telling as X, however rare the negated form is
		query[at - 1] = Math.min(query[at - 1]!, query[term]!);
		cost[at - 1] = WEIGHTS.negatedCost * query[term]!;
	}
	for (const [word, [asked, unasked]] of Object.entries(WORD_CLASSES)) {
		const place = vocabulary.find(word);
		if (place < 0) continue;
		query[index.base[place]!]! *= asked;
		cost[index.base[place]!]! *= unasked;
	}
	for (let place = 0; place < index.words.length && index.words[place]! < ":"; place++)
		if (/^\d+$/.test(index.words[place]!)) query[index.base[place]!]! *= WEIGHTS.number;
	const termOf = (word: string) => {
		const place = vocabulary.find(word);
		return place < 0 ? -1 : index.base[place]!;
	};
	const unspecified = termOf(NOS);
	const specified = [termOf("other"), termOf("specified")].filter((term) => term >= 0);
	const entryCost = new Float32Array(index.entries);
	for (let term = 0; term < count; term++) {
		const own = cost[term]!;
		for (let p = index.start[term]!; p < index.start[term + 1]!; p++) {
			const posting = index.postings[p]!;
			if ((posting & 1) === 0) entryCost[posting >>> 1]! += own;
		}
	}
	return { query, cost, entryCost, unknown: rarity(0) * WEIGHTS.unknown, unspecified, specified, frequency };
}
