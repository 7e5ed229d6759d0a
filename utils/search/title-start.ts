import type { CodeSet } from "../codesets/types";

/** Billable rows whose title starts with the typed text (case and extra blanks ignored), as a range of `titles`. */
export function titlesStartingWith(
	set: CodeSet,
	titles: Uint32Array,
	typed: string,
): { from: number; to: number } {
	const start = typed.toLowerCase().replace(/\s+/g, " ").replace(/^ /, "");
	if (start === "") return { from: 0, to: 0 };
	const from = lower(set, titles, start);
	return { from, to: lower(set, titles, `${start}\uffff`) };
}

function lower(set: CodeSet, titles: Uint32Array, text: string): number {
	let low = 0;
	let high = titles.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (set.title(titles[middle]!).toLowerCase() < text) low = middle + 1;
		else high = middle;
	}
	return low;
}
