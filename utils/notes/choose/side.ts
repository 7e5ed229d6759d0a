import type { Term } from "../terms/terms";
import type { PairedParts } from "./body-parts";

/** Side of a condition, as far as the note tells it. */
export type Side = "left" | "right" | "bilateral" | null;

const SIDES: Readonly<Record<string, "left" | "right" | "bilateral">> = {
	left: "left",
	right: "right",
	bilateral: "bilateral",
	both: "bilateral",
	od: "right",
	os: "left",
	ou: "bilateral",
};

/** Side a single term names, or null. */
export function sideOfTerm(term: Term): Side {
	const own = SIDES[term.key] ?? SIDES[term.word];
	if (own !== undefined) return own;
	for (const key of term.also ?? []) if (SIDES[key] !== undefined) return SIDES[key];
	return null;
}

/** Parts whose name has a side in it that says nothing of the patient's: "left bundle branch", "right-handed". */
const NAMED_WITH_SIDE = new Set(
	(
		"bundle ventricular ventricle ventriculography ventriculogram atrial atrium main heart coronary circumflex " +
		"handed dominant decubitus shift axis"
	).split(" "),
);

/** Side that the term at `i` says of the patient; the side in a name ("left atrium", "right-handed") is none. */
export function sideOfPatient(terms: readonly Term[], i: number): Side {
	const side = sideOfTerm(terms[i] as Term);
	if (side === null || side === "bilateral") return side;
	const word = (at: number): string => ((terms[at]?.gap ?? 3) === 0 ? (terms[at]?.word ?? "") : "");
	if (NAMED_WITH_SIDE.has(word(i + 1))) return null;
	if (word(i + 1) === "lateral" && word(i + 2) === "decubitus") return null;
	return word(i + 1) === "hand" && word(i + 2) === "dominant" ? null : side;
}

/** "bilateral" when the mention names both of a pair without a word for the side. */
function bothOfPair(sentence: readonly Term[], from: number, to: number, { one, both }: PairedParts): Side {
	const word = (i: number): string => sentence[i]?.word ?? "";
	for (let i = from; i <= to; i++) if (both.has(word(i))) return "bilateral";
	for (let i = from; i <= to + 2; i++) if (word(i) === "each" && one.has(word(i + 1))) return "bilateral";
	return null;
}

const COMPARES = new Set(["greater", "more", "worse", "less"]);

/** "Right greater than left": one of the words before the second side compares the two. */
function compares(sentence: readonly Term[], from: number, second: number): boolean {
	return sentence.slice(Math.max(from, second - 3), second).some(({ word }) => COMPARES.has(word));
}

/** Two sides that a sign compares ("right > left") are both: reads each of them as "bilateral". */
export function joinComparedSides(terms: readonly Term[]): void {
	for (let i = 1; i < terms.length; i++) {
		const [first, second] = [terms[i - 1] as Term, terms[i] as Term];
		if (second.compared !== true || sideOfTerm(first) === null || sideOfTerm(second) === null) continue;
		for (const term of [first, second]) {
			term.word = "bilateral";
			term.key = "bilateral";
		}
	}
}

/** Side that stands nearest to the mention `from`..`to` (term indexes) in its sentence, and how sure that is (0 to 1). */
export function nearestSide(
	sentence: readonly Term[],
	from: number,
	to: number,
	pairs: PairedParts,
): { side: Side; support: number } {
	let best = Number.POSITIVE_INFINITY;
	let side: Side = null;
	const inside = sentence.slice(from, to + 1).some((term) => term.spread === true);
	for (let i = 0; i < sentence.length; i++) {
		const term = sentence[i] as Term;
		const named = i < from || i > to ? sideOfPatient(sentence, i) : sideOfTerm(term);
		if (named === null || (term.spread === true && !inside)) continue;
		let away = i < from ? from - i : i > to ? (i - to) * 1.2 : 0;
		const lo = Math.min(i, to) + 1;
		for (let g = lo; g <= Math.max(i, from); g++)
			if (g > to || g <= from) away += [0, 0.5, 0.5, 3][sentence[g]?.gap ?? 0] ?? 0;
		if (away < best) {
			best = away;
			side = named;
		} else if (
			away - best < 3 &&
			side !== null &&
			side !== named &&
			named !== "bilateral" &&
			side !== "bilateral" &&
			best <= 3
		) {
			const between = sentence[Math.min(i, sentence.length - 1) - 1];
			if (between?.word === "and" || compares(sentence, Math.min(i, to + 1), i)) side = "bilateral";
		}
	}
	if (best > 14) {
		const both = bothOfPair(sentence, from, to, pairs);
		return { side: both, support: both === null ? 0 : 0.8 };
	}
	return { side, support: best <= 6 ? 1 : 0.8 };
}
