import type { SectionRole } from "../../notes/sections";
import type { EvidenceSpan, Suggestion } from "../../notes/types";
import type { TextRange } from "../../text/note-text";
import { isAbsent } from "../absent";
import { draft } from "../draft";
import type { DocumentationInput } from "../input";
import type { NoteWords } from "../note-words";
import type { Finding, Topic } from "../types";
import type { SpecialRule } from "./special";

/** Asked per note: an uncertain impression is one question, a differential of ten is none. */
const MOST = 2;
/** Where a conclusion stands; in a note without sections, anywhere. */
const PLACES: ReadonlySet<SectionRole> = new Set([
	"assessment",
	"plan",
	"impression",
	"discharge-dx",
	"postop-dx",
	"unknown",
]);

/** Below this score a suggestion is a guess on a word in passing. */
const LEAST_SCORE = 0.05;
/** A worry, a risk, somebody else or an earlier thought is no impression of this visit. */
const NOT_THE_PROVIDERS =
	/\b(?:worr\w+|fears?|afraid|scared|risks?|no one|to evaluate for|thinks (?:he|she|it)|(?:was|were) (?:told|thought)|initially|at that time|at first|previous\w*|referred (?:him|her)|(?:first|last) (?:\w+ )?(?:visits?|year))\b/i;
/** Symptoms, circumstances and aches: what a visit is for, not what is suspected. */
const NO_DIAGNOSIS = /^(?:[RV-Z]|M25\.[56]|M54\.[29]|M79\.[16])/;
/** Words between the doubt and the condition, or behind it, beyond this are about something else. */
const MOST_BETWEEN = 60;
const MOST_BEHIND = 15;

const CAUSE = /\b(?:due|secondary|related) to\b|\bcaused? (?:by|of)\b|\bbecause of\b/i;
const LESION = /\b(?:mass(?:es)?|lesions?|tumou?rs?|nodules?|growths?|neoplasms?)\b/i;
const NEOPLASM = /^(?:C|D[0-4])/;

const QUESTIONS: Partial<Record<Topic, string>> = {
	type: "Was the type determined, or is it still to be determined?",
	cause: "Was this cause confirmed or ruled out, or is it still to be determined?",
};
const QUESTION = "Was the condition confirmed or ruled out, or is it still to be determined?";

const sameCategory = (one: Suggestion, other: Suggestion) => one.code.slice(0, 3) === other.code.slice(0, 3);

/** A firm diagnosis right before the doubtful words: they tell its kind ("dementia, most likely Alzheimer"). */
function tellsKind(firm: readonly Suggestion[], near: TextRange, text: string): boolean {
	return firm.some(
		({ code, spans }) =>
			!NO_DIAGNOSIS.test(code) &&
			spans.some(({ end, status }) => {
				const between = text.slice(end, near.start);
				return status === "affirmed" && end <= near.start && /^,? ?(?:which is |it is )?$/.test(between);
			}),
	);
}

function topicOf(
	{ code }: Suggestion,
	firm: readonly Suggestion[],
	near: TextRange,
	span: EvidenceSpan,
	{ text }: DocumentationInput,
	sentence: string,
): Topic {
	if (CAUSE.test(text.slice(near.start, span.start))) return "cause";
	if (NEOPLASM.test(code) || (LESION.test(sentence) && !/^I/.test(code)) || tellsKind(firm, near, text))
		return "type";
	return "other";
}

/** The words of doubt and the condition; null where the doubt is about something further on. */
function doubtAt(words: NoteWords, span: EvidenceSpan): TextRange | null {
	const { trigger } = words.contextAt(span);
	if (!trigger) return span;
	if (trigger.start - span.end > MOST_BEHIND) return null;
	if (/\band\b/i.test(words.text.slice(trigger.end, span.start))) return null;
	if (Math.abs(trigger.start - span.start) >= MOST_BETWEEN) return span;
	return { start: Math.min(trigger.start, span.start), end: Math.max(trigger.end, span.end) };
}

/**
 * An uncertain diagnosis in the outpatient setting: it is not coded as if it were there, the symptom is
 * (Guidelines IV.H). At an inpatient discharge it is coded (II.H), so nothing is said there. A firm mention of
 * the same condition settles it, unless it leaves open the kind that is in doubt.
 */
export const uncertainFindings: SpecialRule = function* (input, words): Generator<Finding> {
	if (input.setting !== "outpatient") return;
	let asked = 0;
	const firm = input.suggestions.filter((one) => one.status === "affirmed" && one.system === "ICD-10-CM");
	for (const suggestion of input.suggestions) {
		if (asked === MOST) return;
		const { system, code, status, companion, score } = suggestion;
		if (system !== "ICD-10-CM" || companion || status !== "uncertain" || score < LEAST_SCORE) continue;
		if (NO_DIAGNOSIS.test(code)) continue;
		const relatives = firm.filter((one) => sameCategory(one, suggestion));
		const isOpen = relatives.every(({ title }) => /\bunspecified\b/i.test(title));
		if (relatives.length > 0 && (!isOpen || /\bunspecified\b/i.test(suggestion.title))) continue;
		const span = suggestion.spans.find(
			(one) =>
				one.status === "uncertain" &&
				PLACES.has(words.stretches[words.indexAt(one.start)]?.role ?? "unknown"),
		);
		const near = span && doubtAt(words, span);
		if (!span || !near) continue;
		const at = words.indexAt(span.start);
		const stretch = words.stretches[at];
		const sentence = stretch ? input.text.slice(stretch.start, stretch.end) : "";
		if (NOT_THE_PROVIDERS.test(sentence) || isAbsent(words, span, at)) continue;
		asked++;
		const topic = relatives.length > 0 ? "type" : topicOf(suggestion, firm, near, span, input, sentence);
		yield draft({
			rule: "uncertain-outpatient",
			topic,
			level: "check",
			text: input.text,
			span: near,
			section: span.section,
			codes: [code],
			title: "“{words}”: stated as uncertain at an outpatient visit",
			question: QUESTIONS[topic] ?? QUESTION,
			source: "IV.H",
			alone: true,
		});
	}
};
