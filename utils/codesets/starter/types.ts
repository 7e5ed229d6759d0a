import type { CodeSystem, Day, NoteKind } from "../types";

/** One table as text, with the name that errors cite. */
export interface TableFile {
	name: string;
	text: string;
}

/** What is wrong with a table: file, line (from 1) and cause. */
export interface TableProblem {
	file: string;
	line: number;
	message: string;
}

/** Thrown with every problem that was found, not only the first. */
export class TableError extends Error {
	constructor(readonly problems: TableProblem[]) {
		const shown = problems.slice(0, 40).map((p) => `${p.file}:${p.line}: ${p.message}`);
		if (problems.length > shown.length) shown.push(`… and ${problems.length - shown.length} more`);
		super(shown.join("\n"));
		this.name = "TableError";
	}
}

/** A row of the expanded set; the code is dotted. */
export interface StarterRow {
	code: string;
	title: string;
	billable: boolean;
}

/** A note as written in a table; `code` is the level it sits on. */
export interface StarterNote {
	code: string;
	kind: NoteKind;
	text: string;
}

/** The choices of the last character below a level ("S52.50", "H40.11"). */
export interface StarterSeventh {
	level: string;
	choices: { char: string; text: string }[];
}

/** Words that lead to a code, the way an index entry does. */
export interface StarterIndexEntry {
	parts: string[];
	code: string;
	isDefault: boolean;
}

/** A chapter with the categories it spans, both ends inclusive. */
export interface StarterChapter {
	number: string;
	from: string;
	to: string;
	title: string;
}

/**
 * The starter set after expansion: what the compiler takes as a source of kind "starter".
 * Rows are in tree order: a parent stands before its children.
 */
export interface StarterSet {
	format: "chartside-starter";
	version: 1;
	system: CodeSystem;
	edition: string;
	validFrom: Day;
	validTo: Day;
	chapters: StarterChapter[];
	rows: StarterRow[];
	notes: StarterNote[];
	seventh: StarterSeventh[];
	index: StarterIndexEntry[];
}
