import { excludesNote } from "../../codesets/tabular/excludes";
import type { ReadNote } from "../../codesets/tabular/notes";
import type { CodeSet } from "../../codesets/types";

/** Why one of the chosen gives way: the one it stands beside, and the note between them. */
export interface Exclusion<T> {
	beside: T;
	note: ReadNote;
}

/**
 * Those of the chosen that an Excludes1 note keeps from standing beside another: what is `slight` gives way to an illness,
 * else the less likely to the likelier (guidelines I.A.12.a and I.B.5). Two unrelated conditions may both be coded; that
 * is for the coder to decide, so they are not preselected together.
 */
export function excludedAmong<T extends { row: number; likely: number }>(
	set: CodeSet,
	chosen: readonly T[],
	slight: (one: T) => boolean,
): Map<T, Exclusion<T>> {
	const out = new Map<T, Exclusion<T>>();
	const kept: T[] = [];
	const byWeight = [...chosen].sort(
		(a, b) => Number(slight(a)) - Number(slight(b)) || b.likely - a.likely || a.row - b.row,
	);
	for (const one of byWeight) {
		const exclusion = exclusionBy(set, one, kept);
		if (exclusion === null) kept.push(one);
		else out.set(one, exclusion);
	}
	return out;
}

function exclusionBy<T extends { row: number }>(
	set: CodeSet,
	one: T,
	kept: readonly T[],
): Exclusion<T> | null {
	for (const beside of kept) {
		const note = excludesNote(set, beside.row, one.row);
		if (note !== null) return { beside, note };
	}
	return null;
}
