import type { CodeNote, CodeSystem, Day, IndexPath, NoteKind, Release } from "../types";

/**
 * What an importer (or the starter) makes of its files, before it is packed. Plain objects, easy to
 * write and to test; `buildSet` turns them into the sections of a pack.
 */
export interface CodeSetDraft {
	system: CodeSystem;
	/** "FY2026", "FY2026-04" (April update), "2026-01" … */
	edition: string;
	validFrom: Day;
	validTo: Day | null;
	sources: Release["sources"];
	starter?: boolean;
	/** Edition that notes and index came from, when this one has none of its own. */
	borrowedFrom?: string;
	/** In the classification's own order; a code may come dotted or not. */
	rows: DraftRow[];
	/** Chapters and sections, outer before inner. */
	levels?: DraftLevel[];
	notes?: DraftNote[];
	sevenths?: DraftSeventh[];
	index?: DraftIndex;
	modifiers?: DraftRow[];
	/** Figures of the source files for the release table ("tabularNodes": 46881). */
	counts?: Record<string, number>;
}

export interface DraftRow {
	code: string;
	title: string;
	billable: boolean;
	/** Days of the row itself, where they differ from the edition's. */
	from?: Day | null;
	to?: Day | null;
}

/** A chapter ("1") or section ("A00-A09"), from the first to the last category. */
export interface DraftLevel {
	id: string;
	kind: "chapter" | "section";
	title: string;
	first: string;
	last: string;
}

/** `level` is a code, a section id or a chapter number. */
export interface DraftNote {
	level: string;
	kind: NoteKind;
	text: string;
	borrowed?: boolean;
}

export interface DraftSeventh {
	level: string;
	char: string;
	text: string;
}

/** How a code stands in an index entry. */
export const LINK_KINDS = ["code", "manif", "subcat", "seecat", "see"] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const INDEX_SOURCES = ["index", "eindex", "drug", "neoplasm", "starter"] as const;

export interface DraftIndexNode {
	/** Number of the entry it is indented under, or -1 for a main term. */
	parent: number;
	title: string;
	source: IndexPath["source"];
}

export interface DraftLink {
	node: number;
	/** Code as printed, "C79.8-" included. */
	code: string;
	kind: LinkKind;
	/** Column of the drug or neoplasm table, from 2 as in the file. */
	column?: number;
}

export interface DraftIndex {
	nodes: DraftIndexNode[];
	links: DraftLink[];
	/** "see" references: entry and the words it sends the reader to. */
	sees: { node: number; target: string; also: boolean }[];
	/** Taken over from an earlier edition. */
	borrowed?: boolean;
	/** Column headings of the tables, by source. */
	columns: Partial<Record<IndexPath["source"], Record<number, string>>>;
}

export const NOTE_KINDS = [
	"inclusionTerm",
	"includes",
	"excludes1",
	"excludes2",
	"codeFirst",
	"useAdditional",
	"codeAlso",
	"note",
] as const satisfies readonly CodeNote["kind"][];

export const emptyIndex = (): DraftIndex => ({ nodes: [], links: [], sees: [], columns: {} });
