import type { CodeSet } from "../../codesets/types";
import { type ListedCode, names } from "../code-list";
import type { EditRule } from "../rule";
import { exclusionsOf, type ReadNote } from "../tabular-notes";
import type { EditFinding } from "../types";

/** The note of `one` that names `other`, if there is one. A note never excludes its own code. */
function excludedBy(
	icd: CodeSet,
	one: ListedCode,
	notes: readonly ReadNote[],
	other: ListedCode,
): ReadNote | undefined {
	return notes.find((note) =>
		note.rows.some(
			(range) =>
				names(icd, range, other.row) &&
				// A reference wide enough to cover the code itself cannot tell the two apart.
				(range.condition !== undefined || !names(icd, range, one.row)),
		),
	);
}

/**
 * Pairs under an Excludes1 note, at whatever level it sits. Shown as "check", never as an error: two
 * unrelated conditions may both be coded (Guidelines I.A.12.a). Excludes2 stays silent (I.A.12.b).
 */
export const excludes1: EditRule = {
	id: "excludes1",
	source: "I.A.12.a",
	check: ({ diagnoses, icd }) => {
		if (!icd) return [];
		const notes = diagnoses.map((one) => exclusionsOf(icd, one.row));
		const found: EditFinding[] = [];
		diagnoses.forEach((one, i) => {
			diagnoses.forEach((other, j) => {
				if (i === j || one.bare === other.bare) return;
				const note = excludedBy(icd, one, notes[i] ?? [], other);
				const already = found.some((had) => had.codes.includes(one.code) && had.codes.includes(other.code));
				if (!note || already) return;
				found.push({
					rule: "excludes1",
					codes: [one.code, other.code],
					severity: "check",
					text: `${one.code} and ${other.code}: Excludes1 at ${note.level}, “${note.text}”. Both are right only when the conditions are unrelated.`,
					source: `I.A.12.a; Excludes1 note at ${note.level}`,
				});
			});
		});
		return found;
	},
};
