import { excludesNote } from "../../codesets/tabular/excludes";
import type { ReadNote } from "../../codesets/tabular/notes";
import type { CodeSet } from "../../codesets/types";

/** Something selected with its row, how likely it is reported, and whether it is a symptom only. */
interface Chosen {
	row: number;
	likely: number;
	symptom: boolean;
}

/** Why one of the chosen gives way: the one it stands beside, and the note between them. */
export interface Exclusion<T> {
	beside: T;
	note: ReadNote;
}

/**
 * Those of the chosen that an Excludes1 note keeps from standing beside an illness or a likelier one
 * (guidelines I.A.12.a and I.B.5). Two unrelated
 * conditions may both be coded; that is for the coder to decide, so neither is preselected together with the other.
 */
export function excludedAmong<T extends Chosen>(set: CodeSet, chosen: readonly T[]): Map<T, Exclusion<T>> {
	const out = new Map<T, Exclusion<T>>();
	const kept: T[] = [];
	for (const one of [...chosen].sort(
		(a, b) => Number(a.symptom) - Number(b.symptom) || b.likely - a.likely || a.row - b.row,
	)) {
		const other = kept.find(({ row }) => excludesNote(set, row, one.row) !== null);
		if (other === undefined) kept.push(one);
		else out.set(one, { beside: other, note: excludesNote(set, other.row, one.row) as ReadNote });
	}
	return out;
}
