import type { TextRange } from "../../text/note-text";

/**
 * What a section of a note can hold. `admin`: names, dates, anaesthesia, counts: nothing to code. `family-social`: a
 * history of both, in which illnesses are the relatives' and habits the patient's.
 */
export const SECTION_ROLES = [
	"assessment",
	"plan",
	"hpi",
	"chief-complaint",
	"pmh",
	"psh",
	"family",
	"family-social",
	"social",
	"meds",
	"allergies",
	"ros",
	"exam",
	"results",
	"preop-dx",
	"postop-dx",
	"procedure",
	"procedure-body",
	"indication",
	"findings",
	"impression",
	"differential",
	"hospital-course",
	"admission-dx",
	"discharge-dx",
	"disposition",
	"education",
	"template",
	"admin",
	"unknown",
] as const;

export type SectionRole = (typeof SECTION_ROLES)[number];

/** A numbered, bulleted or headed problem inside a section: its heading words and its whole body. */
export interface SectionItem extends TextRange {
	titleStart: number;
	titleEnd: number;
	/** How the item was marked. */
	mark: "number" | "bullet" | "heading" | "prose";
}

/** A labelled stretch inside a section whose role differs from the section's. */
export interface SectionPart extends TextRange {
	role: SectionRole;
}

/**
 * A stretch of the note under one heading. `start`/`end` bound the content without the heading; text before
 * the first heading is a section with an empty name. Sections are in order and cover the note but for the
 * headings. All offsets are UTF-16 code units, half-open.
 */
export interface Section extends TextRange {
	/** The heading as written, without its colon; "" when there is none. */
	name: string;
	role: SectionRole;
	headingStart: number;
	items: SectionItem[];
	/** Labelled parts of its problems with a role of their own ("• Medical Treatment:", "• Counseling:"). */
	parts?: SectionPart[];
	/** The heading is a part ("HEART:") of the section with this name. */
	parent?: string;
	/** Says "Same": index of the section it refers to (the preoperative diagnosis). */
	sameAs?: number;
}
