import type { SectionRole } from "../../notes/sections";
import { draft } from "../draft";
import type { Finding } from "../types";
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
/** A worry, a risk or somebody else is no impression. */
const NOT_THE_PROVIDERS =
	/\b(?:worr\w+|fears?|afraid|scared|risks?|no one|to evaluate for|thinks (?:he|she|it))\b/i;

/**
 * An uncertain diagnosis in the outpatient setting: it is not coded as if it were there, the symptom is
 * (Guidelines IV.H). At an inpatient discharge it is coded (II.H), so nothing is said there.
 */
export const uncertainFindings: SpecialRule = function* (input, words): Generator<Finding> {
	if (input.setting !== "outpatient") return;
	let asked = 0;
	const firm = input.suggestions.filter((one) => one.status === "affirmed");
	for (const suggestion of input.suggestions) {
		if (asked === MOST) return;
		const { system, code, status, companion } = suggestion;
		if (suggestion.score < LEAST_SCORE) continue;
		if (system !== "ICD-10-CM" || companion || status !== "uncertain" || /^[RV-Z]/.test(code)) continue;
		if (firm.some((one) => one.code.slice(0, 3) === code.slice(0, 3))) continue;
		const span = suggestion.spans.find(
			(one) =>
				one.status === "uncertain" &&
				PLACES.has(words.stretches[words.indexAt(one.start)]?.role ?? "unknown"),
		);
		if (!span) continue;
		const trigger = words.contextAt(span).trigger;
		const stretch = words.stretches[words.indexAt(span.start)];
		const sentence = stretch ? input.text.slice(stretch.start, stretch.end) : "";
		if (NOT_THE_PROVIDERS.test(sentence)) continue;
		asked++;
		const near = trigger && Math.abs(trigger.start - span.start) < 60 ? trigger : span;
		const range = { start: Math.min(near.start, span.start), end: Math.max(near.end, span.end) };
		yield draft({
			rule: "uncertain-outpatient",
			topic: "other",
			level: "check",
			text: input.text,
			span: range,
			section: span.section,
			codes: [code],
			title: "“{words}”: stated as uncertain at an outpatient visit",
			question: "Was the condition confirmed or ruled out, or is it still to be determined?",
			source: "IV.H",
			alone: true,
		});
	}
};
