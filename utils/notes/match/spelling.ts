import { editDistance } from "../../text/distance";

const SHORTEST = 7;
/** Endings of the field's own words: only towards these is a word corrected; "patient" is no slip for "patent". */
const CLASSICAL =
	/(?:itis|osis|emia|uria|pathy|algia|oma|iasis|rrhea|rrhag\w*|plegia|paresis|phagia|phasia|pnea|trophy|plasia|megaly|edema|cele|ectasis|penia|thyroid\w*|monia|betes|tension|tensive|lepsy|derma|rosis|etic|sia)$/;

/** A word with every double letter single: the likeliest slip is one letter of two. */
const squeezed = (word: string): string => word.replace(/(.)\1/g, "$1");

/**
 * Corrects words of seven letters and more that no dictionary knows: the only medical key within one edit that
 * begins and ends with the same two letters, or null when there is none or more than one
 * (of several, one that differs in a double letter alone).
 */
export function spellingOf(ids: ReadonlyMap<string, number>): (key: string) => string | null {
	const buckets = new Map<string, string[]>();
	for (const key of ids.keys()) {
		if (key.length < SHORTEST - 1 || !/^[a-z]+$/.test(key) || !CLASSICAL.test(key)) continue;
		const head = key.slice(0, 2);
		const bucket = buckets.get(head);
		if (bucket === undefined) buckets.set(head, [key]);
		else bucket.push(key);
	}
	const memo = new Map<string, string | null>();
	return (key) => {
		if (key.length < SHORTEST) return null;
		const known = memo.get(key);
		if (known !== undefined) return known;
		const found = (buckets.get(key.slice(0, 2)) ?? []).filter(
			(candidate) =>
				candidate.slice(-2) === key.slice(-2) &&
				Math.abs(candidate.length - key.length) <= 1 &&
				editDistance(candidate, key, 1) <= 1,
		);
		const doubled = found.filter((candidate) => squeezed(candidate) === squeezed(key));
		const likely = doubled.length > 0 ? doubled : found;
		const answer = likely.length === 1 ? (likely[0] as string) : null;
		if (memo.size < 20_000) memo.set(key, answer);
		return answer;
	};
}
