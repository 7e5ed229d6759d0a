import type { TextRange } from "../text/note-text";

export const TOPICS = [
	"laterality",
	"acuity",
	"type",
	"stage",
	"severity",
	"site",
	"encounter",
	"organism",
	"cause",
	"complication-link",
	"conflict",
	"other",
] as const;

export type Topic = (typeof TOPICS)[number];

export const isTopic = (text: string): text is Topic => (TOPICS as readonly string[]).includes(text);

/** Solid underline: the missing word changes the code. Dotted: worth a check. */
export type FindingLevel = "changes-code" | "check";

/** Something the documentation leaves open, with the words it is about. */
export interface Finding extends TextRange {
	/** Stable id of the rule ("laterality", "ckd-stage" …). */
	rule: string;
	topic: Topic;
	level: FindingLevel;
	/** The note's own words at [start, end). */
	quote: string;
	/** Neutral title in the record's words: "Chronic kidney disease: stage not stated". */
	title: string;
	/** One open, non-leading question. */
	question: string;
	/** Guideline section or Tabular note. */
	source: string;
	/** Codes whose choice it would change. */
	codes: string[];
	/** Further indicators quoted from the record. */
	indicators: (TextRange & { quote: string })[];
	/** Other findings about the same words are left out: this one has to be cleared up first. */
	alone?: boolean;
	/** The draft a coder can copy and edit. */
	query: string;
}
