import type { CodeSet } from "../codesets/types";
import type { Section } from "../notes/sections";
import type { NoteKind, Setting, Suggestion } from "../notes/types";

/** What the findings are made from: the note and what was read in it. */
export interface DocumentationInput {
	text: string;
	suggestions: readonly Suggestion[];
	set: CodeSet;
	setting: Setting;
	kind: NoteKind;
	/** The note as the reading cut it; cut anew where it is not given. */
	sections?: readonly Section[];
}
