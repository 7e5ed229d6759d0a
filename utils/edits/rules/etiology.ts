import type { CodeNote, CodeSet } from "../../codesets/types";
import { type CheckContext, type ListedCode, lineage, namedRows, names, type RowRange } from "../code-list";
import { perRow } from "../../codesets/per-row";
import { type EditRule, moveBefore } from "../rule";
import { requiredPartners } from "../tables";
import type { EditFinding } from "../types";

interface ReadNote extends CodeNote {
	rows: RowRange[];
}

/** Notes of one kind on the code or on its ancestors up to the category; section notes bind nobody alone. */
const ownNotes = perRow((set: CodeSet, row: number): ReadNote[] =>
	lineage(set, row).flatMap((at) =>
		set.notes(at).map((note) => ({ ...note, rows: namedRows(set, note.text) })),
	),
);

function notesUpToCategory(set: CodeSet, row: number, kind: CodeNote["kind"]): ReadNote[] {
	return ownNotes(set, row).filter((note) => note.kind === kind);
}

/** First other code of the list that the notes name. */
function partner(
	icd: CodeSet,
	notes: ReadNote[],
	one: ListedCode,
	others: ListedCode[],
): ListedCode | undefined {
	return others.find(
		(other) => other !== one && notes.some((note) => note.rows.some((range) => names(icd, range, other.row))),
	);
}

const isManifestation = (set: CodeSet, row: number) =>
	/\bclassified elsewhere\b/i.test(set.title(row)) &&
	!/\bnot (elsewhere )?classified elsewhere\b/i.test(set.title(row));

/**
 * A manifestation code first, or without any code before it. Guidelines I.A.13: the underlying condition
 * is sequenced first; "in diseases classified elsewhere" is never the principal diagnosis.
 */
export const manifestationOrder: EditRule = {
	id: "manifestation-order",
	source: "I.A.13",
	check: ({ diagnoses, codes, icd }) => {
		if (!icd) return [];
		const first = diagnoses[0];
		if (!first || !isManifestation(icd, first.row)) return [];
		const notes = notesUpToCategory(icd, first.row, "codeFirst");
		const cause = partner(icd, notes, first, diagnoses);
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
			const notes = notesUpToCategory(icd, one.row, "codeFirst");
			if (notes.length === 0 || partner(icd, notes, one, diagnoses.slice(0, i))) return [];
			const late = partner(icd, notes, one, diagnoses.slice(i + 1));
			if (!late) return [];
			return [
				{
					rule: "code-first",
					codes: [one.code, late.code],
					severity: "check",
					text: `${late.code} goes before ${one.code} (“code first”).`,
					source: `I.A.13; code first note at ${notes[0]?.level}`,
					fix: { label: `Put ${late.code} before`, codes: moveBefore(all, late.at, one.at) },
				},
			];
		});
	},
};

const CONDITIONAL = /if applicable|where applicable|if known|if any|\bany\b|when specified|if present/i;

/** A "use additional code" note whose partner every case has, and no partner on the list. Guidelines I.A.17. */
export const useAdditional: EditRule = {
	id: "use-additional",
	source: "I.A.13, I.A.17",
	check: (context) => missingPartners(context, "useAdditional", "use-additional"),
};

function missingPartners(
	{ diagnoses, icd }: CheckContext,
	kind: CodeNote["kind"],
	rule: string,
): EditFinding[] {
	if (!icd) return [];
	return diagnoses.flatMap((one): EditFinding[] =>
		notesUpToCategory(icd, one.row, kind).flatMap((note): EditFinding[] => {
			const lower = note.text.toLowerCase();
			if (CONDITIONAL.test(note.text) || !requiredPartners().some((words) => lower.includes(words)))
				return [];
			if (note.rows.length === 0 || partner(icd, [note], one, diagnoses)) return [];
			return [
				{
					rule,
					codes: [one.code],
					severity: "check",
					text: `${one.code}: ${note.text}. None of these is on the list.`,
					source: `Use additional code note at ${note.level}`,
				},
			];
		}),
	);
}
