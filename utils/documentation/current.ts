import { tableRows } from "../lexicon/tables";
import type { EvidenceSpan, Suggestion } from "../notes/types";
import type { NoteWords } from "./note-words";

/**
 * How far a condition outlasts being told as history: "section" when a list of past illnesses still means
 * it ("PMH: asthma"), "always" when "history of" does, too ("history of diabetes").
 */
export type Lasting = "" | "section" | "always";

let lastingTable: { prefix: string; how: Lasting }[] | null = null;

/** How far the condition of a code lasts: data/rules/documentation-lasting. The longest start wins. */
export function lastingOf(code: string): Lasting {
	lastingTable ??= tableRows("rules/documentation-lasting", ["prefix", "how"])
		.map(({ cells }) => ({ prefix: cells.prefix, how: cells.how as Lasting }))
		.sort((a, b) => b.prefix.length - a.prefix.length);
	const bare = code.replace(".", "");
	return lastingTable.find(({ prefix }) => bare.startsWith(prefix))?.how ?? "";
}

const OVER = /\b(?:resolved|outgrown|in remission|cured|ruled out|years? ago)\b/i;
const CHILDHOOD = /\b(?:childhood|as a child|outgrown)\b/i;
/** The mention runs over a "no": its words belong to two statements. */
const BROKEN = /\b(?:no|not|without|denies|negative)\b/i;
/** A relative who "has", right before: what follows is the relative's. */
const ANOTHERS =
	/\b(?:husband|wife|spouse|partner|mother|father|mom|dad|son|daughter|brother|sister|grand\w+|children|child|aunt|uncle|cousin|roommate)s?\b(?:,? (?:who|is|was|age[sd]?|\d+|years?|old|in|the|late|early|and|healthy))*,? (?:has|had|have|suffers?|with)\b/i;
/** Behind a condition: a relative who has it. */
const IN_ANOTHER =
	/^ ?(?:in|on) (?:(?:his|her|the|a|great|maternal|paternal|both) )*(?:grand\w+|mother|father|parents?|sister|brother|siblings?|aunt|uncle|cousin)/i;
/** Denied, or a word that is only half of one ("non smoker"), right before. */
const DENIED =
	/\b(?:negative(?: for)?|non|no|nil|denies|without)[- ]*$|\bp\.?r\.?n\.?,? (?:for )?$|\b(?:does not|doesn.t|did not|no one)\b[^.;:]{0,30}$/i;
/** What was operated on, right behind the operation. */
const OPERATED_FOR =
	/\b(?:surger(?:y|ies)|operations?|craniotomy|decompression|excision|resection|removal)\b[^.;]{0,24} (?:for|of) (?:an? |the |his |her |left |right )*$|\b(?:recently|previously) treated for (?:an? )?$/i;
/** Told as what may come of an operation. */
const RISK =
	/\b(?:risks?|complications?)\b[^.]{0,60}\b(?:of|include|including|but not limited|explained|discussed)\b|\bpossibility of\b/i;
/** Right behind a condition: what was done for it. */
const OPERATED =
	/^ ?(?:releases?|surger(?:y|ies)|repairs?|extractions?|removals?|removed|(?:was|were) removed|cocktail|operations?|scans?|screen(?:s|ing)?)\b/i;
/** Roles in which an operation is one of before, not the one of this note. */
const PAST_TOLD: ReadonlySet<string> = new Set(["pmh", "hpi", "social", "unknown"]);
/** Roles that list complaints or operations, not illnesses. */
const NO_ILLNESS: ReadonlySet<string> = new Set([
	"ros",
	"psh",
	"allergies",
	"education",
	"template",
	"admin",
]);
/** A bare year behind a condition dates it; "since" says that it goes on. */
const DATED = /^[^.;:\n]{0,14}?\b(?<!since )(?:19|20)\d\d\b/;

/** Characters looked at on either side of a mention: a note on one line is one sentence. */
const MOST_AROUND = 400;

/** True for a mention told as history of a condition that is still there. */
function stillThere(words: NoteWords, span: EvidenceSpan, sentence: string, lasting: Lasting): boolean {
	if (lasting === "" || OVER.test(sentence)) return false;
	return lasting === "always" || words.contextAt(span).bySection;
}

/** True for a mention that is the patient's and of now, or of a condition that stays. */
export function isPresent(words: NoteWords, span: EvidenceSpan, lasting: Lasting): boolean {
	const { text, stretches } = words;
	if (BROKEN.test(text.slice(span.start, span.end))) return false;
	const stretch = stretches[words.indexAt(span.start)];
	const from = Math.max(stretch?.start ?? 0, span.start - MOST_AROUND);
	const sentence = text.slice(from, Math.min(stretch?.end ?? 0, span.end + MOST_AROUND));
	if (CHILDHOOD.test(sentence) || RISK.test(sentence)) return false;
	if (stretch && NO_ILLNESS.has(stretch.role)) return false;
	const before = text.slice(from, span.start);
	const after = text.slice(span.end, span.end + 40);
	if (DENIED.test(before) || ANOTHERS.test(before) || IN_ANOTHER.test(after)) return false;
	if (stretch && PAST_TOLD.has(stretch.role) && (OPERATED.test(after) || OPERATED_FOR.test(before)))
		return false;
	if (lasting === "" && DATED.test(text.slice(span.end, span.end + 24))) return false;
	if (span.status === "affirmed") return true;
	return span.status === "historical" && stillThere(words, span, sentence, lasting);
}

const roleOf = (words: NoteWords, span: EvidenceSpan) => words.stretches[words.indexAt(span.start)]?.role;

/** The mentions that tell a condition as the patient's and as present, in the order of the note. */
export function presentSpans(
	words: NoteWords,
	suggestion: Suggestion,
	lasting: Lasting = lastingOf(suggestion.code),
): EvidenceSpan[] {
	return suggestion.spans
		.filter((span) => isPresent(words, span, lasting) && roleOf(words, span) !== "meds")
		.sort((a, b) => a.start - b.start);
}

const CONCLUDING: ReadonlySet<string> = new Set([
	"assessment",
	"impression",
	"discharge-dx",
	"postop-dx",
	"preop-dx",
	"admission-dx",
	"indication",
]);

/** The mention that a question is best asked at: one in a diagnosis or plan, else the first. */
export function bestSpan(words: NoteWords, spans: readonly EvidenceSpan[]): EvidenceSpan | undefined {
	return (
		spans.find((span) => CONCLUDING.has(words.stretches[words.indexAt(span.start)]?.role ?? "")) ?? spans[0]
	);
}

/** Further places named in a query; more is a list nobody reads. */
const MOST_PLACES = 2;

/** Other sentences that tell the condition, for the query: where else the record speaks of it. */
export function otherPlaces(
	words: NoteWords,
	spans: readonly EvidenceSpan[],
	best: EvidenceSpan,
): EvidenceSpan[] {
	const seen = new Set([words.indexAt(best.start)]);
	const others: EvidenceSpan[] = [];
	for (const span of spans) {
		const at = words.indexAt(span.start);
		if (others.length === MOST_PLACES || seen.has(at)) continue;
		seen.add(at);
		others.push(span);
	}
	return others;
}

/** Name of the section a mention stands in: the reader's, else the heading above it. */
export const sectionOf = (words: NoteWords, span: EvidenceSpan): string | undefined =>
	span.section ?? (words.stretches[words.indexAt(span.start)]?.section || undefined);
