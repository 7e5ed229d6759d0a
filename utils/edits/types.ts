import type { Day } from "../codesets/types";
import type { Setting } from "../notes/types";

export type EditSeverity = "error" | "check" | "info";

/** A change that is certain and can be made with one click. */
export interface EditFix {
	label: string;
	/** The whole list after the fix, in order. */
	codes: string[];
}

export interface EditFinding {
	/** Stable id of the rule ("excludes1", "seventh-character" …). */
	rule: string;
	/** The codes of the list it concerns, dotted. */
	codes: string[];
	severity: EditSeverity;
	text: string;
	/** Guideline section, or the note and the level it sits on. */
	source: string;
	fix?: EditFix;
}

export interface CheckInput {
	codes: string[];
	setting?: Setting;
	date?: Day;
	/** Age in years on the date of service, when known. */
	ageYears?: number;
}
