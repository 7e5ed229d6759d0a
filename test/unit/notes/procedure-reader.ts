import { readWhole } from "../../../utils/notes/analyze";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import type { Suggestion } from "../../../utils/notes/types";
import { smallSet } from "./small-set";

/** A reader of the small set with a procedure set of these rows: number, name, other names. Tables must be loaded. */
export function procedureReader(rows: Parameters<typeof smallSet>[0]): NoteReader {
	return openReader(smallSet(), [smallSet(rows, "CPT")]);
}

/** Procedure suggestions for a text, best first. */
export function proceduresIn(reader: NoteReader, text: string): Suggestion[] {
	return readWhole(reader, { text }).suggestions.filter(({ system }) => system === "CPT");
}
