import type { CodeSet, Day } from "../codesets/types";
import type { Setting } from "../notes/types";
import { bare, type CodeRef } from "./code-refs";

/** One code of the list under check. */
export interface ListedCode {
	/** As it was given. */
	code: string;
	/** Undotted, upper case. */
	bare: string;
	/** Place on the list, from 0. */
	at: number;
	/** Row in `set`, or -1 when no loaded edition of its system has the code. */
	row: number;
	set: CodeSet | null;
}

/** What a rule sees: the list, the ICD-10-CM set that is in force, and the circumstances. */
export interface CheckContext {
	codes: ListedCode[];
	/** Diagnoses only, in list order. */
	diagnoses: ListedCode[];
	icd: CodeSet | null;
	setting: Setting | undefined;
	date: Day | undefined;
	ageYears: number | undefined;
}

/** Looks each code up in the sets. The first set that has it wins; ICD-10-CM is asked first. */
export function readCodeList(
	codes: readonly string[],
	sets: readonly CodeSet[],
	circumstances: { setting?: Setting | undefined; date?: Day | undefined; ageYears?: number | undefined },
): CheckContext {
	const icd = sets.find((set) => set.release.system === "ICD-10-CM") ?? null;
	const ordered = icd ? [icd, ...sets.filter((set) => set !== icd)] : [...sets];
	const listed = codes.map((code, at): ListedCode => {
		for (const set of ordered) {
			const row = set.find(code);
			if (row >= 0) return { code, bare: bare(code), at, row, set };
		}
		return { code, bare: bare(code), at, row: -1, set: null };
	});
	return {
		codes: listed,
		diagnoses: listed.filter((one) => one.set === icd && one.row >= 0),
		icd,
		setting: circumstances.setting,
		date: circumstances.date,
		ageYears: circumstances.ageYears,
	};
}

/**
 * True when the row is named by the reference: the code itself, a descendant, or within the range.
 * A range means the rows between its ends in the classification's order, not string order.
 */
export function refCovers(set: CodeSet, ref: CodeRef, row: number): boolean {
	const first = set.prefix(ref.from);
	if (first.start >= first.end) return false;
	const last = ref.to === ref.from ? first : set.prefix(ref.to);
	if (last.start >= last.end || row < first.start || row >= last.end) return false;
	if (!ref.condition) return true;
	const code = bare(set.code(row));
	if ("endsWith" in ref.condition) return code.endsWith(ref.condition.endsWith);
	return code.startsWith(ref.condition.text, ref.condition.at);
}

/** The row itself and its ancestors, nearest first. */
export function lineage(set: CodeSet, row: number): number[] {
	const rows: number[] = [];
	for (let at = row; at >= 0; at = set.parent(at)) rows.push(at);
	return rows;
}
