import type { CodeSet } from "./types";

/** Rows of the three-character category that a row stands in, half-open; of the row itself where it has none above. */
export function categoryRows(set: CodeSet, row: number): { start: number; end: number } {
	let start = row;
	while (set.parent(start) >= 0 && set.code(start).length > 3) start = set.parent(start);
	return { start, end: set.end(start) };
}
