import type { CodeSystem, Day } from "../codesets/types";
import type { Finding } from "../documentation/types";
import type { Block, TextRange } from "../text/note-text";

export type Setting = "outpatient" | "inpatient";
export type NoteKind = "office" | "ed" | "procedure" | "imaging" | "pathology" | "discharge" | "consult";
/** What the encounter is about / also what is managed in it / everything the note supports. */
export type Depth = "core" | "managed" | "all";

export type SpanStatus =
	| "affirmed"
	| "negated"
	| "uncertain"
	| "historical"
	| "family"
	| "hypothetical"
	| "other-person";

/** Words of the note that speak for (or about) a code; UTF-16 code units, half-open. */
export interface EvidenceSpan extends TextRange {
	status: SpanStatus;
	/** Name of the section it stands in, in the note's own words ("Assessment"), when known. */
	section?: string;
	/** The words that speak most for the code: those its first reason quotes. */
	leading?: true;
}

/** Why a suggestion is there; each a plain sentence fragment with its source. */
export interface Reason {
	/** "index: Fracture › radius › lower end", "side: “left” in the same sentence" … */
	text: string;
	/** Guideline section, Tabular note, index path or table row it rests on. */
	source?: string;
}

/** A more specific choice and what the note would have to say for it. */
export interface MoreSpecific {
	code: string;
	title: string;
	needs: string;
}

export type SuggestionGroup = "report" | "also" | "not-current";

export interface Suggestion {
	system: CodeSystem;
	code: string;
	title: string;
	billable: boolean;
	/** Orders the list; 0 to 1. */
	score: number;
	/** The engine would put it on the worksheet unasked at the asked depth. */
	selected: boolean;
	/** Offered because another code asks for it (code first, use additional, status code). */
	companion: boolean;
	/** Would report / also supported / uncertain or not current. */
	group: SuggestionGroup;
	/** Leading status over all spans. */
	status: SpanStatus;
	spans: EvidenceSpan[];
	reasons: Reason[];
	moreSpecific: MoreSpecific[];
}

export interface AnalyzeInput {
	text: string;
	/** Block structure when the page has one. */
	blocks?: Block[];
}

export interface AnalyzeOptions {
	setting?: Setting;
	kind?: NoteKind;
	depth?: Depth;
	externalCauses?: boolean;
	/** Date of service: picks the release. */
	date?: Day;
}

export interface Analysis {
	setting: Setting;
	settingGuessed: boolean;
	kind: NoteKind;
	kindGuessed: boolean;
	suggestions: Suggestion[];
	findings: Finding[];
	ms: number;
}
