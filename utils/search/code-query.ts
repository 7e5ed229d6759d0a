import type { CodeSet } from "../codesets/types";

const MOST = 200;

/**
 * Rows that a query names as a code: the exact code first, then everything below or beginning with it.
 * Dot, blanks around it and case do not matter. Empty when the query does not look like a code of this set.
 */
export function codeRows(set: CodeSet, query: string): number[] {
	const text = query.trim();
	if (!/^[A-Za-z0-9]{1,7}(?:\.[A-Za-z0-9]{0,4})?$/.test(text)) return [];
	const compact = text.replace(".", "").toUpperCase();
	if (compact.length < 2 || compact.length > 8 || !/\d/.test(compact.slice(0, 3))) return [];
	const { start, end } = set.prefix(compact);
	const rows: number[] = [];
	const exact = set.find(compact);
	if (exact >= 0) rows.push(exact);
	for (let row = start; row < end && rows.length < MOST; row++) if (row !== exact) rows.push(row);
	return rows;
}
