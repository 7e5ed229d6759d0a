import type { CodeSet } from "./types";

/**
 * Remembers what was worked out for a row of a set: notes do not change while a set is in memory.
 * The memory goes with the set.
 */
export function perRow<T>(make: (set: CodeSet, row: number) => T): (set: CodeSet, row: number) => T {
	const sets = new WeakMap<CodeSet, Map<number, T>>();
	return (set, row) => {
		let rows = sets.get(set);
		if (!rows) {
			rows = new Map();
			sets.set(set, rows);
		}
		const known = rows.get(row);
		if (known !== undefined) return known;
		const value = make(set, row);
		rows.set(row, value);
		return value;
	};
}
