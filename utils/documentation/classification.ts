import type { Suggestion } from "../notes/types";
import { tokenise } from "../text/tokens";
import { type Axis, openAxes, titleWords } from "./axes";
import { draft } from "./draft";
import type { DocumentationInput } from "./input";
import { type Stretch, stretchAt } from "./note-words";
import type { Finding, Topic } from "./types";

/** Axes asked about per suggestion; more is noise. */
const AXES_PER_CODE = 2;
const SIDE_WORDS = ["right", "left", "bilateral", "bilaterally", "both", "rt", "lt", "od", "os", "ou"];
/** Topics worth a question about a symptom code; its type and cause are what the visit is for. */
const SYMPTOM_TOPICS: ReadonlySet<Topic> = new Set(["laterality", "site"]);

/** Words of the note that name the condition: the evidence's own, and the title's words that it shares. */
function conditionWords(suggestion: Suggestion, text: string): Set<string> {
	const words = new Set<string>();
	for (const span of suggestion.spans) {
		for (const { word } of tokenise(text.slice(span.start, span.end))) if (word.length > 2) words.add(word);
	}
	return words;
}

/** True when the note answers the axis: one of its words in a sentence that is about the condition. */
function isSaid(
	axis: Axis,
	suggestion: Suggestion,
	condition: Set<string>,
	stretches: readonly Stretch[],
): boolean {
	const asked = axis.topic === "laterality" ? new Set([...axis.words, ...SIDE_WORDS]) : axis.words;
	const own = new Set(suggestion.spans.map((span) => stretchAt(stretches, span.start)));
	const bodyWords = new Set(titleWords(suggestion.title));
	return stretches.some((stretch, i) => {
		const about =
			own.has(i) ||
			[...condition].some((word) => stretch.words.has(word)) ||
			// The side of a bone or joint is often told where the body part is told, not the diagnosis.
			(axis.topic === "laterality" && [...bodyWords].some((word) => stretch.words.has(word)));
		return about && [...asked].some((word) => stretch.words.has(word) && !condition.has(word));
	});
}

function asksAbout(suggestion: Suggestion): boolean {
	return (
		suggestion.system === "ICD-10-CM" &&
		suggestion.status === "affirmed" &&
		suggestion.group !== "not-current" &&
		!suggestion.companion &&
		!/^[V-Z]/.test(suggestion.code)
	);
}

/**
 * What the note leaves open of the suggested codes, read off the classification: an axis on which the
 * billable siblings differ, open in the chosen code, with no word for it anywhere the condition is spoken of.
 */
export function* classificationFindings(
	input: DocumentationInput,
	stretches: readonly Stretch[],
): Generator<Finding> {
	for (const suggestion of input.suggestions) {
		if (!asksAbout(suggestion)) continue;
		const row = input.set.find(suggestion.code);
		const span = suggestion.spans.find((one) => one.status === "affirmed");
		if (row < 0 || !span) continue;
		const symptom = suggestion.code.startsWith("R");
		const condition = conditionWords(suggestion, input.text);
		let asked = 0;
		for (const axis of openAxes(input.set, row)) {
			if (asked === AXES_PER_CODE) break;
			if (symptom && !SYMPTOM_TOPICS.has(axis.topic)) continue;
			if (isSaid(axis, suggestion, condition, stretches)) continue;
			asked++;
			const code = input.set.code(axis.level);
			yield draft({
				rule: `unspecified-${axis.topic}`,
				topic: axis.topic,
				level: suggestion.group === "report" ? "changes-code" : "check",
				text: input.text,
				span,
				section: span.section,
				codes: axis.options.map((option) => input.set.code(option)),
				sourceNote: `${code} and its siblings`,
			});
		}
	}
}
