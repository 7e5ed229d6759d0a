import { bare } from "../codesets/tabular/code-refs";
import type { CodeSet, Day } from "../codesets/types";
import type { Setting } from "../notes/types";
import type { MceLists } from "./mce/types";

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
	mce: MceLists | null;
}

/** Looks each code up in the sets. The first set that has it wins; ICD-10-CM is asked first. */
export function readCodeList(
	codes: readonly string[],
	sets: readonly CodeSet[],
	circumstances: Partial<Pick<CheckContext, "setting" | "date" | "ageYears" | "mce">>,
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
		mce: circumstances.mce ?? null,
	};
}
