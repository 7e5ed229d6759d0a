import Fuse from "fuse.js";
import type { Vocabulary } from "./vocabulary";

/** A spelling that may have been meant. `likeness` is 0 to 1. */
export interface Spelling {
	word: string;
	place: number;
	likeness: number;
}

const MOST = 3;
const BUCKET = 80;

/**
 * Words that an unknown word may stand for, best first. A walk with bounded edit distance collects every
 * word that is near enough (so that the right one is not lost), Fuse.js re-ranks that small bucket, and
 * common words go before rare ones. `frequency` gives the number of entries of a word's place.
 */
export function spellings(
	vocabulary: Vocabulary,
	word: string,
	asPrefix: boolean,
	frequency: (place: number) => number,
): Spelling[] {
	const max = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
	if (max === 0 || word.length > 40 || /\d/.test(word)) return [];
	let bucket = vocabulary.near(word, 1, asPrefix);
	if (bucket.length === 0 && max > 1) bucket = vocabulary.near(word, max, asPrefix);
	if (bucket.length === 0) return [];
	const ranked = bucket
		.map(({ place, distance }) => ({ place, distance, common: Math.log1p(frequency(place)) }))
		.sort((a, b) => a.distance - b.distance || b.common - a.common)
		.slice(0, BUCKET)
		.map((c) => ({ ...c, word: vocabulary.words[c.place]! }));
	const fuse = new Fuse(ranked, { keys: ["word"], includeScore: true, threshold: 1, ignoreLocation: false });
	const far = new Map<string, number>();
	for (const hit of fuse.search(word.slice(0, 32))) far.set(hit.item.word, hit.score ?? 1);
	const score = (c: (typeof ranked)[number]) =>
		1 -
		0.22 * c.distance -
		0.25 * (far.get(c.word) ?? 1) -
		(c.word[0] === word[0] ? 0 : 0.12) +
		0.02 * Math.min(c.common, 7) -
		(asPrefix ? 0.01 * Math.max(0, c.word.length - word.length) : 0);
	const best = ranked.map((c) => ({ word: c.word, place: c.place, likeness: score(c) }));
	best.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1));
	const top = best[0]!.likeness;
	return best.filter((c) => c.likeness > top - 0.25).slice(0, MOST);
}
