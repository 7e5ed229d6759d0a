import { tableRows } from "../../lexicon/tables";
import type { Term } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { type Side, sideOfPatient } from "./side";

/** Regions that a word stands for, by its key; words of no region are missing. */
export type SideRegions = ReadonlyMap<string, ReadonlySet<string>>;

/** A side that a passage names, and the regions of what it is said of; empty when that is not told. */
export interface SaidSide {
	side: Exclude<Side, null>;
	regions: readonly string[];
}

/** Reads data/rules/side-regions.tsv. */
export function sideRegions(forms: WordForms): SideRegions {
	const regions = new Map<string, Set<string>>();
	for (const { cells } of tableRows("rules/side-regions", ["region", "words"]))
		for (const word of cells.words.split(" ")) {
			const key = forms.key(word);
			regions.set(key, (regions.get(key) ?? new Set()).add(cells.region));
		}
	return regions;
}

/** Terms between a side and the part it is said of: "left ring finger", "ankle, left". */
const REACH = 3;

/** The side at `i` of a sentence with the regions of the part next to it, or null where it says nothing of the patient. */
export function saidSide(terms: readonly Term[], i: number, regions: SideRegions): SaidSide | null {
	const side = sideOfPatient(terms, i);
	if (side === null) return null;
	const of = (at: number): readonly string[] => [...(regions.get(terms[at]?.key ?? "") ?? [])];
	for (let at = i + 1; at <= i + REACH && at < terms.length && (terms[at] as Term).gap === 0; at++)
		if (of(at).length > 0) return { side, regions: of(at) };
	for (let at = i - 1; at >= i - REACH && at >= 0; at--) {
		if ((terms[at + 1] as Term).gap === 3) break;
		if (of(at).length > 0) return { side, regions: of(at) };
	}
	return { side, regions: [] };
}

/** Whether a side may be said of a condition in `regions`: it is of the same region, or one of the two is not told. */
export function mayBeOf(said: SaidSide, regions: ReadonlySet<string>): boolean {
	return (
		regions.size === 0 || said.regions.length === 0 || said.regions.some((region) => regions.has(region))
	);
}

/** The one side that `said` names, or null; both sides count as one where nothing contradicts. */
export function oneSide(said: readonly SaidSide[]): Side {
	const sides = new Set(said.map(({ side }) => side));
	if (sides.size === 1) return [...sides][0] as Side;
	return sides.has("bilateral") && !(sides.has("left") && sides.has("right")) ? "bilateral" : null;
}
