import { isConditional, notesOf, partnerOf, type ReadNote } from "../../codesets/tabular/notes";
import type { CheckContext } from "../code-list";
import type { EditRule } from "../rule";
import { requiredPartners } from "../tables";
import type { EditFinding } from "../types";

/** A "use additional code" note whose partner every case has, and no partner on the list. Guidelines I.A.17. */
export const useAdditional: EditRule = {
	id: "use-additional",
	source: "I.A.13, I.A.17",
	check: (context) =>
		missing(context, "useAdditional", (note) => {
			const lower = note.text.toLowerCase();
			return !isConditional(note) && requiredPartners().some((words) => lower.includes(words));
		}).map(([code, note]) => ({
			rule: "use-additional",
			codes: [code],
			severity: "check",
			text: `${code}: ${note.text}. None of these is on the list.`,
			source: `Use additional code note at ${note.level}`,
		})),
};

/**
 * A "code also" note without "if applicable", and no code of it on the list. For information: the note leaves
 * the order, and whether the case has the second condition, to the record. Guidelines I.A.17.
 */
export const codeAlso: EditRule = {
	id: "code-also",
	source: "I.A.17",
	check: (context) =>
		missing(context, "codeAlso", (note) => !isConditional(note) && note.head === "").map(([code, note]) => ({
			rule: "code-also",
			codes: [code],
			severity: "info",
			text: `${code}: code also ${note.text}. None of these is on the list.`,
			source: `Code also note at ${note.level}`,
		})),
};

/** Codes with the notes of a kind that ask for a partner which the list does not have. */
function missing(
	{ diagnoses, icd }: CheckContext,
	kind: "useAdditional" | "codeAlso",
	asks: (note: ReadNote) => boolean,
): [string, ReadNote][] {
	if (!icd) return [];
	return diagnoses.flatMap((one) =>
		notesOf(icd, one.row)
			[kind].filter((note) => note.rows.length > 0 && asks(note) && !partnerOf(icd, [note], one, diagnoses))
			.map((note): [string, ReadNote] => [one.code, note]),
	);
}

/** A body mass index without a diagnosis about weight. Guidelines I.B.14: the diagnosis is the provider's. */
export const bmiWithoutDiagnosis: EditRule = {
	id: "bmi-without-diagnosis",
	source: "I.B.14",
	check: ({ diagnoses }) =>
		diagnoses.flatMap((one): EditFinding[] => {
			if (!one.bare.startsWith("Z68") || diagnoses.some((other) => WEIGHT.test(other.bare))) return [];
			return [
				{
					rule: "bmi-without-diagnosis",
					codes: [one.code],
					severity: "check",
					text: `${one.code} stands without a diagnosis about weight or nutrition.`,
					source: "I.B.14",
				},
			];
		}),
};

/** Diagnoses that a body mass index belongs to: weight, nutrition, eating, obesity in pregnancy. */
const WEIGHT =
	/^(?:E4[0-6]|E64|E65|E66|E88A|E881|F50|O25|O992|O2[13]|P0[58]|P92|R62|R63|R64|Z713|Z724|Z98841?|Z9884|K91|E34|E28|Z0[01]|Z13)/;
