import type { CodeSet } from "../../utils/codesets/types";
import type { Searcher } from "../../utils/search/search";

/** After how many characters a title that is being typed is looked for. */
export const TYPED_LENGTHS = [6, 10, 15, 20, 30, 45] as const;

/** Share of titles found in the first ten at one length, and what drawing ten literal-prefix titles would give. */
export interface TypingScore {
	length: number;
	found: number;
	chance: number;
	titles: number;
}

/** Deterministic pseudo-random numbers in [0, 1). */
export function random(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** `count` random billable rows, without repeats. */
export function randomBillable(set: CodeSet, count: number, seed: number): number[] {
	const next = random(seed);
	const rows = new Set<number>();
	while (rows.size < count) {
		const row = Math.floor(next() * set.size);
		if (set.billable(row)) rows.add(row);
	}
	return [...rows];
}

/** Types random titles letter by letter and looks whether the code is among the first ten. */
export function typingScores(
	set: CodeSet,
	searcher: Pick<Searcher, "search">,
	count: number,
	seed: number,
	isFound = (code: string, typed: string) =>
		searcher
			.search(typed, { limit: 10, typing: true, billableOnly: true })
			.results.some((hit) => hit.code === code),
): TypingScore[] {
	const titles: string[] = [];
	for (let row = 0; row < set.size; row++) if (set.billable(row)) titles.push(set.title(row).toLowerCase());
	titles.sort();
	const lower = (text: string) => {
		let low = 0;
		let high = titles.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (titles[middle]! < text) low = middle + 1;
			else high = middle;
		}
		return low;
	};
	const rows = randomBillable(set, count, seed);
	return TYPED_LENGTHS.map((length) => {
		let found = 0;
		let chance = 0;
		let used = 0;
		for (const row of rows) {
			const title = set.title(row);
			const typed = title.slice(0, length);
			const start = typed.toLowerCase();
			chance += Math.min(1, 10 / (lower(`${start}\uffff`) - lower(start)));
			used++;
			if (isFound(set.code(row), typed)) found++;
		}
		return { length, found: found / used, chance: chance / used, titles: used };
	});
}
