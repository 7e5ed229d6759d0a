/** The shape of a note's text, shared by the page (which makes it) and the engine (which reads it). */

export type BlockKind = "heading" | "paragraph" | "list-item" | "table-cell" | "field";

/** A block of the note; offsets are UTF-16 code units into `NoteText.text`, half-open. */
export interface Block {
	kind: BlockKind;
	start: number;
	end: number;
	/** Heading level 1-6, list depth from 1. */
	level?: number;
	/** Label of a form field ("Assessment"), when the page has one. */
	label?: string;
}

/** Plain text with its block structure. Blocks are in order and do not overlap. */
export interface NoteText {
	text: string;
	blocks: Block[];
}

/** Half-open range of UTF-16 code units. */
export interface TextRange {
	start: number;
	end: number;
}
