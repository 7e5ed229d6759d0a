import type { TextRange } from "../../text/note-text";
import type { SpanStatus } from "../types";

export type TriggerKind =
	| "negated"
	| "resolved"
	| "uncertain"
	| "consistent"
	| "historical"
	| "known"
	| "hypothetical"
	| "screening"
	| "family"
	| "other"
	| "affirmed"
	| "pseudo"
	| "end"
	| "end-negated"
	| "end-historical"
	| "habit"
	| "own";

export type Temporality = "recent" | "historical" | "hypothetical";

/** What the words around a mention, and its section, make of it. */
export interface MentionContext {
	/** The leading status, for suggestions. */
	status: SpanStatus;
	negated: boolean;
	uncertain: boolean;
	/** The doubt is of the weaker kind that coders often pass over ("consistent with", "appears to be"). */
	mild: boolean;
	temporality: Temporality;
	experiencer: "patient" | "other";
	/** It was there in this illness and is over ("nausea resolved"); `negated` is then true as well. */
	resolved: boolean;
	/** The words that decided, in the text; absent when the section alone did, or nothing. */
	trigger?: TextRange;
	/** The status comes from the section's role (past history, family history, instructions). */
	bySection: boolean;
}
