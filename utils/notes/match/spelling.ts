import { editDistance } from "../../text/distance";

const SHORTEST = 7;

/**
 * Corrects words of seven letters and more that no dictionary knows: the only key within one edit that begins
 * with the same two letters, or null when there is none or more than one.
 */
export function spellingOf(ids: ReadonlyMap<string, number>): (key: string) => string | null {
	const buckets = new Map<string, string[]>();
	for (const key of ids.keys()) {
		if (key.length < SHORTEST - 1 || !/^[a-z]+$/.test(key)) continue;
		const head = key.slice(0, 2);
		const bucket = buckets.get(head);
		if (bucket === undefined) buckets.set(head, [key]);
		else bucket.push(key);
	}
	const memo = new Map<string, string | null>();
	return (key) => {
		if (key.length < SHORTEST || ids.has(key)) return null;
		const known = memo.get(key);
		if (known !== undefined) return known;
		let found: string | null = null;
		for (const candidate of buckets.get(key.slice(0, 2)) ?? []) {
			if (Math.abs(candidate.length - key.length) > 1 || editDistance(candidate, key, 1) > 1) continue;
			found = found === null ? candidate : "";
		}
		const answer = found === "" ? null : found;
		if (memo.size < 20_000) memo.set(key, answer);
		return answer;
	};
}
