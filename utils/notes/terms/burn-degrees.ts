import type { Term } from "./terms";

const BURNS = new Set(["burn", "corrosion", "scald"]);
const BLISTERS = /^blister(?:s|ed|ing)?$/;

/** Key of the degree that a word for the depth of a burn stands for, or null. */
function degreeOf(terms: readonly Term[], at: number): string | null {
	const { word } = terms[at] as Term;
	const next = terms[at + 1]?.word;
	if (word === "partial") return "second";
	if (word === "full" || word === "full-thickness") return "third";
	if (word === "superficial") return next === "partial" || next === "second" ? null : "first";
	return BLISTERS.test(word) ? "second" : null;
}

/**
 * Reads the depth of a burn as its degree where the sentence tells of one: superficial is the first, partial
 * thickness or blisters the second, full thickness the third (Tabular at T20 to T25: "blisters, epidermal loss",
 * "full-thickness skin loss").
 */
export function markBurnDegrees(terms: readonly Term[]): void {
	if (!terms.some(({ key }) => BURNS.has(key))) return;
	for (const [at, term] of terms.entries()) {
		const degree = degreeOf(terms, at);
		if (degree !== null && term.denied !== true) term.also = [degree, ...(term.also ?? [])];
	}
}
