import { hits } from "./gold";

/** Pooled counts of true and false positives and misses. */
export interface Counts {
	tp: number;
	fp: number;
	fn: number;
}

/** Counts of one note: suggested against gold, whole codes. */
export function count(suggested: readonly string[], gold: readonly string[]): Counts {
	const used = new Set<string>();
	let tp = 0;
	let fp = 0;
	for (const code of new Set(suggested)) {
		const match = gold.find((g) => !used.has(g) && hits(code, g));
		if (match === undefined) fp++;
		else {
			used.add(match);
			tp++;
		}
	}
	return { tp, fp, fn: new Set(gold).size - used.size };
}

/** Counts on the first three characters. */
export function countCategories(suggested: readonly string[], gold: readonly string[]): Counts {
	const s = new Set(suggested.map((code) => code.slice(0, 3)));
	const g = new Set(gold.map((code) => code.slice(0, 3)));
	const tp = [...s].filter((code) => g.has(code)).length;
	return { tp, fp: s.size - tp, fn: g.size - tp };
}

export const add = (a: Counts, b: Counts): Counts => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn });
export const none = (): Counts => ({ tp: 0, fp: 0, fn: 0 });
export const precision = (c: Counts): number => (c.tp + c.fp === 0 ? 0 : c.tp / (c.tp + c.fp));
export const recall = (c: Counts): number => (c.tp + c.fn === 0 ? 0 : c.tp / (c.tp + c.fn));
export const f1 = (c: Counts): number => (2 * c.tp) / Math.max(1, 2 * c.tp + c.fp + c.fn);

/** 95 % interval of a pooled figure by drawing notes with replacement, fixed seed. */
export function interval(
	perNote: readonly Counts[],
	figure: (c: Counts) => number,
	draws = 400,
): [number, number] {
	let state = 20261122;
	const random = (): number => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const values: number[] = [];
	for (let d = 0; d < draws; d++) {
		let total = none();
		for (let i = 0; i < perNote.length; i++)
			total = add(total, perNote[Math.floor(random() * perNote.length)] ?? none());
		values.push(figure(total));
	}
	values.sort((a, b) => a - b);
	return [values[Math.floor(draws * 0.025)] ?? 0, values[Math.floor(draws * 0.975)] ?? 0];
}
