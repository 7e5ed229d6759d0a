import { perRow } from "../codesets/per-row";
import type { CodeNote, CodeSet } from "../codesets/types";
import { type ListedCode, lineage, namedRows, names, type RowRange } from "./code-list";

/** A Tabular note with the rows that its text names, and the head of its group ("associated condition, such as:"). */
export interface ReadNote extends CodeNote {
	rows: RowRange[];
	head: string;
}

/** Notes on a row with the heading line of their group; a line that ends in a colon heads those behind it. */
function withHeads(notes: readonly CodeNote[]): (CodeNote & { head: string })[] {
	const heads = new Map<CodeNote["kind"], string>();
	return notes.map((note) => {
		const head = heads.get(note.kind) ?? "";
		if (/:\s*$/.test(note.text)) heads.set(note.kind, note.text);
		return { ...note, head };
	});
}

/** The kinds that checks go by; the others name no codes that matter here. */
const READ: ReadonlySet<CodeNote["kind"]> = new Set(["excludes1", "codeFirst", "useAdditional", "codeAlso"]);

const read = (set: CodeSet, notes: readonly CodeNote[]): ReadNote[] =>
	withHeads(notes.filter((note) => READ.has(note.kind))).map((note) => ({
		...note,
		rows: namedRows(set, note.text),
	}));

/** Notes that sit on one row, read once. */
const notesAt = perRow((set: CodeSet, row: number): ReadNote[] => read(set, set.notes(row)));

/** Notes of the sections and the chapter above a category, read once. */
const notesAbove = perRow((set: CodeSet, category: number): ReadNote[] =>
	read(set, set.inheritedNotes(category)),
);

/** Notes on the code and its ancestors up to the category, nearest first. Section notes bind nobody alone. */
const ownNotes = perRow((set: CodeSet, row: number): ReadNote[] =>
	lineage(set, row).flatMap((at) => notesAt(set, at)),
);

/** Excludes1 notes that hold for a row, from the row itself up to its chapter. */
export const exclusionsOf = perRow((set: CodeSet, row: number): ReadNote[] => {
	const category = lineage(set, row).at(-1) as number;
	return [...ownNotes(set, row), ...notesAbove(set, category)].filter(
		(note) => note.kind === "excludes1" && note.rows.length > 0,
	);
});

/** The notes of one kind that hold for a row, up to its category. */
export const notesOfKind = (set: CodeSet, row: number, kind: CodeNote["kind"]): ReadNote[] =>
	ownNotes(set, row).filter((note) => note.kind === kind);

const CONDITIONAL = /\bapplicable\b|\bif known\b|\bif any\b|\bany\b|when specified|if present|\brelated\b/i;

/** True when the note asks only where the case has such a condition. */
export const isConditional = (note: ReadNote) => CONDITIONAL.test(note.text) || CONDITIONAL.test(note.head);

/** The first other code of the list that the notes name. */
export function partnerOf(
	icd: CodeSet,
	notes: readonly ReadNote[],
	one: ListedCode,
	others: readonly ListedCode[],
): ListedCode | undefined {
	return others.find(
		(other) => other !== one && notes.some((note) => note.rows.some((range) => names(icd, range, other.row))),
	);
}
