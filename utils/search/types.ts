import type { CodeSystem } from "../codesets/types";
import type { TextRange } from "../text/note-text";

export interface SearchOptions {
	/** How many results at most (default 20). */
	limit?: number;
	systems?: readonly CodeSystem[];
	/** Chapter numbers to keep. */
	chapters?: readonly string[];
	/** Only billable codes (a header then stands for its default billable code). */
	billableOnly?: boolean;
	/** The last word is still being typed (default true when the query does not end in a blank). */
	typing?: boolean;
	/** Codes that rise a little: favourites and recents, dotted. */
	boost?: ReadonlySet<string>;
	/** The user's own "when I type X I mean code Y". */
	synonyms?: readonly { phrase: string; code: string }[];
}

export interface SearchHit {
	system: CodeSystem;
	code: string;
	title: string;
	billable: boolean;
	/** Orders the list; comparable only within one answer. */
	score: number;
	edition: string;
	/** Matched words in the title, UTF-16 code units, half-open. */
	titleMarks: TextRange[];
	/** What else matched, so that a coder sees why: an index path, inclusion term, synonym. */
	via?: { kind: "index" | "inclusion" | "synonym" | "code" | "user"; text: string; marks: TextRange[] };
}

export interface SearchAnswer {
	query: string;
	results: SearchHit[];
	/** Finished forms of the unfinished last word. */
	completions: string[];
	/** Spelling that was used instead ("diabetes" for "diabtes"). */
	didYouMean?: string;
}
