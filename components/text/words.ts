import type { CodeNote, Day } from "../../utils/codesets/types";
import type { Topic } from "../../utils/documentation/types";
import type { KeepReason } from "../../utils/messages/view";
import type { Depth, NoteKind, Setting, SpanStatus } from "../../utils/notes/types";

/** The one place where the pages' words for the engine's terms stand. */
export const STATUS_WORDS: Record<SpanStatus, string> = {
	affirmed: "",
	negated: "negated",
	uncertain: "uncertain",
	historical: "history",
	family: "family",
	hypothetical: "hypothetical",
	"other-person": "another person",
};

export const SETTING_WORDS: Record<Setting, string> = { outpatient: "Outpatient", inpatient: "Inpatient" };

export const KIND_WORDS: Record<NoteKind, string> = {
	office: "Office note",
	ed: "ED note",
	procedure: "Procedure note",
	imaging: "Imaging report",
	pathology: "Pathology report",
	discharge: "Discharge summary",
	consult: "Consult note",
};

export const DEPTH_WORDS: Record<Depth, string> = {
	core: "Reason for visit",
	managed: "Managed conditions",
	all: "Everything supported",
};

export const TOPIC_WORDS: Record<Topic, string> = {
	laterality: "Side",
	acuity: "Acuity",
	type: "Type",
	stage: "Stage",
	severity: "Severity",
	site: "Site",
	encounter: "Episode of care",
	organism: "Organism",
	cause: "Cause",
	"complication-link": "Link",
	conflict: "Conflict",
	other: "Detail",
};

export const NOTE_WORDS: Record<CodeNote["kind"], string> = {
	inclusionTerm: "Inclusion term",
	includes: "Includes",
	excludes1: "Excludes1",
	excludes2: "Excludes2",
	codeFirst: "Code first",
	useAdditional: "Use additional code",
	codeAlso: "Code also",
	note: "Note",
};

export const KEEP_WORDS: Record<KeepReason, string> = {
	unrelated: "The conditions are unrelated",
	"different-site": "Different sites or sides",
	"provider-confirmed": "The provider confirmed it",
	"local-rule": "A local or payer rule",
};

/** "1 note", "3 notes". */
export function count(n: number, one: string, many = `${one}s`): string {
	return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}

/** "22 Nov 2026" of "2026-11-22"; the day as it stands when it is none. */
export function dayInWords(day: Day): string {
	const [year, month, date] = day.split("-").map(Number);
	const name = MONTHS[(month ?? 0) - 1];
	return year === undefined || name === undefined || date === undefined ? day : `${date} ${name} ${year}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "docs.example:8443" of an origin or a match pattern; a plain word ("PDF") as it is. */
export function hostOf(what: string): string {
	try {
		return new URL(what).host || what;
	} catch {
		return what;
	}
}

/** A heading as a word among others: "ASSESSMENT AND PLAN" is shouted, "HPI" is a name. */
export function calmHeading(heading: string): string {
	if (heading !== heading.toUpperCase() || heading.length < 6) return heading;
	return heading.charAt(0) + heading.slice(1).toLowerCase();
}

/** The end of a text, from a word's start on, at most `length` characters; "…" says that it was cut. */
export function tail(text: string, length: number): string {
	if (text.length <= length) return text;
	const cut = text.slice(-length);
	const word = cut.search(/\s\S/);
	return `…${word < 0 ? cut : cut.slice(word + 1)}`;
}
