/** What every room of the engine knows of a code set. Pure types: no code, no DOM, no browser. */

/** The code systems, in the order in which they are listed. */
export const CODE_SYSTEMS = ["ICD-10-CM", "HCPCS", "CPT", "ICD-10-PCS"] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** A calendar day, `YYYY-MM-DD`. Never a Date: a date of service has no time zone. */
export type Day = string;

/** One edition of one system with the days it is in force. */
export interface Release {
	system: CodeSystem;
	/** "FY2027", "2026-10", "2026" … */
	edition: string;
	/** First day in force. */
	validFrom: Day;
	/** Last day in force, inclusive; null while no end is known. */
	validTo: Day | null;
	/** The files it was made from, as the publisher named them. */
	sources: { name: string; sha256: string }[];
	counts: { rows: number; billable: number } & Record<string, number>;
	/** Edition that notes and index entries were borrowed from, when this one came without them. */
	borrowedFrom?: string;
	/** True for the set that ships with the extension. */
	starter?: boolean;
}

export type NoteKind =
	| "inclusionTerm"
	| "includes"
	| "excludes1"
	| "excludes2"
	| "codeFirst"
	| "useAdditional"
	| "codeAlso"
	| "note";

/** A Tabular List note. `level` is the code, section ("A00-A09") or chapter ("1") it sits on. */
export interface CodeNote {
	kind: NoteKind;
	text: string;
	level: string;
	/** True when it was taken over from an earlier edition. */
	borrowed?: boolean;
}

/** A path of the Alphabetic Index (or drug, neoplasm, external-cause table) that leads to a code. */
export interface IndexPath {
	/** "Fracture, traumatic > radius > lower end" as separate parts, non-essential modifiers in (). */
	parts: string[];
	source: "index" | "eindex" | "drug" | "neoplasm" | "starter";
	/** True when the path is a main term without modifiers: the default code of that term. */
	isDefault: boolean;
	/** The code stands in brackets behind another one: a manifestation, never first. */
	manifestation?: true;
	/** The entry has no code of its own: it says "see", and this is the entry it sends the reader to. */
	see?: string[];
	/** True when it was taken over from an earlier edition. */
	borrowed?: true;
}

/** A modifier of HCPCS or CPT. */
export interface Modifier {
	code: string;
	title: string;
	from: Day | null;
	to: Day | null;
}

/** A chapter ("1") or section ("A00-A09") with the rows it covers, half-open. */
export interface Level {
	id: string;
	kind: "chapter" | "section";
	title: string;
	start: number;
	end: number;
}

/** One choice of the 7th (or other last) character, from the nearest ancestor that defines it. */
export interface SeventhCharacter {
	char: string;
	text: string;
	level: string;
}

/**
 * A code set in memory, read from a pack. Rows are in the classification's own (tree) order, so a
 * code's descendants are the rows right behind it. All codes come and go dotted ("S52.501A").
 */
export interface CodeSet {
	readonly release: Release;
	readonly size: number;
	/** Dotted code of a row. */
	code(row: number): string;
	/** Full title of a row. */
	title(row: number): string;
	/** True when the row is valid for reporting (not a header). */
	billable(row: number): boolean;
	/** Parent row or -1. */
	parent(row: number): number;
	/** Row after the last descendant: descendants of `row` are `row + 1 … end(row) - 1`. */
	end(row: number): number;
	/** Direct children, in order. */
	children(row: number): number[];
	/** Row of a full code, dot and case ignored; -1 when there is none. */
	find(code: string): number;
	/** Rows whose code starts with `prefix` (dot and case ignored), as a half-open range. */
	prefix(prefix: string): { start: number; end: number };
	/** Notes that sit on the row itself; only those of `kinds`, where they are given. */
	notes(row: number, kinds?: ReadonlySet<NoteKind>): CodeNote[];
	/** Notes of all levels above it, nearest first (section and chapter included); only those of `kinds`, where given. */
	inheritedNotes(row: number, kinds?: ReadonlySet<NoteKind>): CodeNote[];
	/** Notes that sit on a section or chapter, by its id. */
	levelNotes(id: string): CodeNote[];
	/** Choices for the last character, when the family has them. */
	seventhCharacters(row: number): SeventhCharacter[];
	/** Index paths whose code is this row. */
	indexPaths(row: number): IndexPath[];
	/** Days the row itself is valid, when they differ from the release's (HCPCS terminations). */
	validity(row: number): { from: Day | null; to: Day | null };
	/** Chapter number as text ("1" … "22"), or "" where a system has none. */
	chapter(row: number): string;
	/** Chapters, then sections (a section may lie in a wider one). */
	levels(): readonly Level[];
	/** Modifiers that came with the file (HCPCS, CPT). */
	modifiers(): readonly Modifier[];
	/** Raw bytes of a named section of the pack, or null: the index and dictionary rooms read theirs here. */
	section(name: string): Uint8Array | null;
}
