import type { CodeSet } from "../types";
import { bare, type CodeRef, parseCodeRefs } from "./code-refs";

/** Rows that a note names: half-open, with what a member must look like, too. */
export interface RowRange {
	start: number;
	end: number;
	condition?: CodeRef["condition"];
}

/** First row whose code is not before `code`, for an end of a range that the set (a starter) does not have. */
function firstFrom(set: CodeSet, code: string): number {
	let low = 0;
	let high = set.size;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (bare(set.code(middle)) < code) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * The rows that a note's text names. A range means the rows between its ends in the classification's
 * order, not string order; a reference to codes that the set does not have is left out.
 */
export function namedRows(set: CodeSet, text: string): RowRange[] {
	return parseCodeRefs(text).flatMap((ref): RowRange[] => {
		const first = set.prefix(ref.from);
		const last = ref.to === ref.from ? first : set.prefix(ref.to);
		const known = first.start < first.end;
		if (!known && ref.to === ref.from) return [];
		const start = known ? first.start : firstFrom(set, ref.from);
		const end = last.start < last.end ? last.end : firstFrom(set, ref.to);
		if (end <= start) return [];
		const range = { start, end };
		return [ref.condition ? { ...range, condition: ref.condition } : range];
	});
}

/**
 * True unless the reference is so wide that it covers the row its note stands on, too: then it cannot tell that row
 * from the others it names.
 */
export function tellsApart(set: CodeSet, range: RowRange, own: number): boolean {
	return range.condition !== undefined || !names(set, range, own);
}

/** True when the row is one of the named: the code itself, a descendant, or within the range. */
export function names(set: CodeSet, range: RowRange, row: number): boolean {
	if (row < range.start || row >= range.end) return false;
	if (!range.condition) return true;
	const code = bare(set.code(row));
	if ("endsWith" in range.condition) return code.endsWith(range.condition.endsWith);
	return code.startsWith(range.condition.text, range.condition.at);
}
