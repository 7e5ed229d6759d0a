import { type Lasting, type LastingOf, lastingTable } from "../notes/rules/lasting";
import type { EvidenceSpan, Suggestion } from "../notes/types";
import { isAbsent, isAnothers, sentenceOf } from "./absent";
import type { NoteWords } from "./note-words";

let lasting: LastingOf | null = null;

/** How far the condition of a code lasts. */
export function lastingOf(code: string): Lasting {
	lasting ??= lastingTable();
	return lasting(code);
}

const OVER = /\b(?:resolved|outgrown|in remission|cured|ruled out|years? ago)\b/i;
/** Right before a condition in a list of past illnesses: it is still there. */
const GOING_ON = /\b(?:ongoing|current(?:ly)?|persist(?:ent|ing)|still(?: has)?)[- ]$/i;
/** Roles that list complaints or operations, not illnesses. */
const NO_ILLNESS: ReadonlySet<string> = new Set([
	"ros",
	"psh",
	"allergies",
	"education",
	"template",
	"admin",
]);
/** A list of past illnesses without a heading: what does not last is over. */
const PAST_LIST = /^\W*(?:(?:significant|positive|remarkable|notable) for|includes?)\b/i;
/** A bare year behind a condition dates it; "since" says that it goes on. */
const DATED = /^[^.;:\n]{0,14}?\b(?<!since )(?:19|20)\d\d\b/;

/** True for a mention told as history of a condition that is still there. */
function stillThere(words: NoteWords, span: EvidenceSpan, sentence: string, lasting: Lasting): boolean {
	if (OVER.test(sentence)) return false;
	if (lasting === "always") return true;
	const goesOn = lasting === "section" || GOING_ON.test(words.text.slice(span.start - 16, span.start));
	return goesOn && words.contextAt(span).bySection;
}

/** True for a mention that is the patient's and of now, or of a condition that stays. */
export function isPresent(words: NoteWords, span: EvidenceSpan, lasting: Lasting): boolean {
	if (span.status !== "affirmed" && span.status !== "historical") return false;
	const { text, stretches } = words;
	const at = words.indexAt(span.start);
	const stretch = stretches[at];
	if (stretch && NO_ILLNESS.has(stretch.role)) return false;
	if (isAbsent(words, span, at) || isAnothers(words, at)) return false;
	if (lasting === "" && DATED.test(text.slice(span.end, span.end + 24))) return false;
	if (lasting === "" && stretch && PAST_LIST.test(text.slice(stretch.start, stretch.start + 24)))
		return false;
	return span.status === "affirmed" || stillThere(words, span, sentenceOf(words, span, stretch), lasting);
}

const roleOf = (words: NoteWords, span: EvidenceSpan) => words.stretches[words.indexAt(span.start)]?.role;

const CONCLUDING: ReadonlySet<string> = new Set(["assessment", "impression", "discharge-dx", "postop-dx"]);

/** True for a condition that the conclusion only suspects: its kind is no question yet. */
const isSuspected = (words: NoteWords, { spans }: Suggestion): boolean =>
	spans.some((span) => span.status === "uncertain" && CONCLUDING.has(roleOf(words, span) ?? "")) &&
	!spans.some((span) => span.status === "affirmed" && CONCLUDING.has(roleOf(words, span) ?? ""));

/**
 * The mentions that tell a condition as the patient's and as present, in the order of the note; none where the
 * conclusion only suspects it.
 */
export function presentSpans(
	words: NoteWords,
	suggestion: Suggestion,
	lasting: Lasting = lastingOf(suggestion.code),
): EvidenceSpan[] {
	if (isSuspected(words, suggestion)) return [];
	return suggestion.spans
		.filter((span) => isPresent(words, span, lasting) && roleOf(words, span) !== "meds")
		.sort((a, b) => a.start - b.start);
}

const length = ({ start, end }: EvidenceSpan) => end - start;

/**
 * The mention that a question is best asked at: the one in the most of the record's own words ("rapid atrial
 * fibrillation" before "atrial fibrillation"), else the first. The others are named in the query.
 */
export function bestSpan(spans: readonly EvidenceSpan[]): EvidenceSpan | undefined {
	return spans.reduce<EvidenceSpan | undefined>(
		(best, span) => (best === undefined || length(span) > length(best) ? span : best),
		undefined,
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
