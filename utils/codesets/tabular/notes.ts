import { perRow } from "../per-row";
import type { CodeNote, CodeSet } from "../types";
import { namedRows, names, type RowRange } from "./named-rows";

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
const READ = new Set<CodeNote["kind"]>(["excludes1", "codeFirst", "useAdditional", "codeAlso"]);
const EXCLUDES1 = new Set<CodeNote["kind"]>(["excludes1"]);

const read = (set: CodeSet, notes: readonly CodeNote[]): ReadNote[] =>
	withHeads(notes).map((note) => ({ ...note, rows: namedRows(set, note.text) }));

/** Excludes1 notes of a section or chapter, by its place in `set.levels()`. */
const levelExclusions = perRow((set: CodeSet, level: number): ReadNote[] =>
	read(
		set,
		set.levelNotes(set.levels()[level]?.id ?? "").filter(({ kind }) => EXCLUDES1.has(kind)),
	),
);

/** Excludes1 notes of the sections and the chapter above a category, level by level, the innermost first. */
function exclusionsAbove(set: CodeSet, category: number): ReadNote[][] {
	const around = set
		.levels()
		.flatMap(({ start, end }, at) =>
			start <= category && category < end ? [{ size: end - start, at }] : [],
		);
	around.sort((a, b) => a.size - b.size || b.at - a.at);
	return around.map(({ at }) => levelExclusions(set, at)).filter((notes) => notes.length > 0);
}

/** The notes that hold for a row, nearest first. Lists are shared with the level above that says no more. */
interface RowNotes {
	/** Level by level: codes of one category share the lists of their levels. */
	excludes1: readonly (readonly ReadNote[])[];
	codeFirst: readonly ReadNote[];
	useAdditional: readonly ReadNote[];
	codeAlso: readonly ReadNote[];
}

/**
 * Excludes1 notes from the row itself up to its chapter, the others up to its category: section notes bind
 * nobody alone. Every level is read once, and a row without notes of its own costs a look.
 */
export const notesOf: (set: CodeSet, row: number) => RowNotes = perRow(
	(set: CodeSet, row: number): RowNotes => {
		const parent = set.parent(row);
		const above: RowNotes =
			parent >= 0
				? notesOf(set, parent)
				: { excludes1: exclusionsAbove(set, row), codeFirst: [], useAdditional: [], codeAlso: [] };
		const own = read(set, set.notes(row, READ));
		if (own.length === 0) return above;
		const more = (kind: "codeFirst" | "useAdditional" | "codeAlso") => {
			const notes = own.filter((note) => note.kind === kind);
			return notes.length > 0 ? [...notes, ...above[kind]] : above[kind];
		};
		const exclusions = own.filter((note) => note.kind === "excludes1");
		return {
			excludes1: exclusions.length > 0 ? [exclusions, ...above.excludes1] : above.excludes1,
			codeFirst: more("codeFirst"),
			useAdditional: more("useAdditional"),
			codeAlso: more("codeAlso"),
		};
	},
);

const CONDITIONAL = /\bapplicable\b|\bif known\b|\bif any\b|\bany\b|when specified|if present|\brelated\b/i;

/** True when the note asks only where the case has such a condition. */
export const isConditional = (note: ReadNote) => CONDITIONAL.test(note.text) || CONDITIONAL.test(note.head);

/** The first other code of the list that the notes name. */
export function partnerOf<Listed extends { row: number }>(
	icd: CodeSet,
	notes: readonly ReadNote[],
	one: Listed,
	others: readonly Listed[],
): Listed | undefined {
	return others.find(
		(other) => other !== one && notes.some((note) => note.rows.some((range) => names(icd, range, other.row))),
	);
}
