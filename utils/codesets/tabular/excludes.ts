import type { CodeSet } from "../types";
import { names, tellsApart } from "./named-rows";
import { notesOf, type ReadNote } from "./notes";

/**
 * The Excludes1 note by which two rows are not coded together, on either of them or above, or null.
 * Guideline I.A.12.a.
 */
export function excludesNote(set: CodeSet, one: number, other: number): ReadNote | null {
	return noteAgainst(set, one, other) ?? noteAgainst(set, other, one);
}

function noteAgainst(set: CodeSet, one: number, other: number): ReadNote | null {
	for (const level of notesOf(set, one).excludes1)
		for (const note of level)
			if (note.rows.some((range) => names(set, range, other) && tellsApart(set, range, one))) return note;
	return null;
}
