import { notesOf, partnerOf } from "../../codesets/tabular/notes";
import { isManifestation } from "../manifestation";
import { type EditRule, moveBefore } from "../rule";
import type { EditFinding } from "../types";

/**
 * A manifestation code in the first place. Guidelines I.A.13: the underlying condition is sequenced first;
 * "in diseases classified elsewhere" is never the principal diagnosis.
 */
export const manifestationOrder: EditRule = {
	id: "manifestation-order",
	source: "I.A.13",
	check: ({ diagnoses, codes, icd, mce }) => {
		const first = diagnoses[0];
		if (!icd || !first) return [];
		if (!isManifestation(icd, first.row) && !mce?.manifestation.has(first.bare)) return [];
		const notes = notesOf(icd, first.row).codeFirst;
		const cause = partnerOf(icd, notes, first, diagnoses);
		const all = codes.map((one) => one.code);
		return [
			{
				rule: "manifestation-order",
				codes: cause ? [first.code, cause.code] : [first.code],
				severity: "check",
				text: cause
					? `${first.code} is a manifestation: ${cause.code} goes before it.`
					: `${first.code} is a manifestation and cannot be first: its underlying condition goes before it.`,
				source: notes[0] ? `I.A.13; code first note at ${notes[0].level}` : "I.A.13",
				...(cause
					? { fix: { label: `Put ${cause.code} first`, codes: moveBefore(all, cause.at, first.at) } }
					: {}),
			},
		];
	},
};

/** A code whose "code first" partner stands behind it. Guidelines I.A.13, I.B.7. */
export const codeFirst: EditRule = {
	id: "code-first",
	source: "I.A.13, I.B.7",
	check: ({ diagnoses, codes, icd }) => {
		if (!icd) return [];
		const all = codes.map((one) => one.code);
		return diagnoses.flatMap((one, i): EditFinding[] => {
			if (i === 0 && isManifestation(icd, one.row)) return [];
			const notes = notesOf(icd, one.row).codeFirst;
			if (notes.length === 0 || partnerOf(icd, notes, one, diagnoses.slice(0, i))) return [];
			const late = partnerOf(icd, notes, one, diagnoses.slice(i + 1));
			if (!late) return [];
			// Where each names the other (a note on both sides), the order is the coder's.
			if (partnerOf(icd, notesOf(icd, late.row).codeFirst, late, [one])) return [];
			const note = notes.find((candidate) => partnerOf(icd, [candidate], one, [late]));
			return [
				{
					rule: "code-first",
					codes: [one.code, late.code],
					severity: "check",
					text: `${late.code} goes before ${one.code} (“code first”).`,
					source: `I.A.13; code first note at ${note?.level}`,
					fix: { label: `Put ${late.code} before`, codes: moveBefore(all, late.at, one.at) },
				},
			];
		});
	},
};

/** A diagnosis that can stand behind another one: not a symptom, a circumstance or an organism. */
const canBeCause = (bare: string) => !/^(?:R|[U-Z]|B9[5-7])/.test(bare);

/**
 * A manifestation further down whose underlying condition is not on the list at all. Where the note's list is
 * open ("such as"), any other disease on the list may be the one that is meant. Guidelines I.A.13.
 */
export const missingCause: EditRule = {
	id: "manifestation-cause",
	source: "I.A.13",
	check: ({ diagnoses, icd }) => {
		if (!icd) return [];
		return diagnoses.flatMap((one, i): EditFinding[] => {
			if (i === 0 || !isManifestation(icd, one.row)) return [];
			const notes = notesOf(icd, one.row).codeFirst;
			if (partnerOf(icd, notes, one, diagnoses)) return [];
			const closed = notes.length > 0 && notes.every((note) => note.rows.length > 0);
			const other = diagnoses.some(
				(cause) => cause !== one && canBeCause(cause.bare) && !isManifestation(icd, cause.row),
			);
			if (!closed && other) return [];
			return [
				{
					rule: "manifestation-cause",
					codes: [one.code],
					severity: "check",
					text: `${one.code} is a manifestation; the condition behind it is not on the list.`,
					source: notes[0] ? `I.A.13; code first note at ${notes[0].level}` : "I.A.13",
				},
			];
		});
	},
};
