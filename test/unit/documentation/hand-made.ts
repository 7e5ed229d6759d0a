import type { CodeSet } from "../../../utils/codesets/types";
import type { DocumentationInput } from "../../../utils/documentation/input";
import type { SpanStatus, Suggestion } from "../../../utils/notes/types";

/** A suggestion as the note reader hands it over, made by hand: a code on words of the text. */
export function suggested(
	text: string,
	code: string,
	quote: string,
	status: SpanStatus = "affirmed",
	more: Partial<Suggestion> = {},
): Suggestion {
	const start = text.indexOf(quote);
	if (start < 0 || quote === "") throw new Error(`“${quote}” is not in “${text}”`);
	return {
		system: "ICD-10-CM",
		code,
		title: "",
		billable: true,
		score: 0.8,
		selected: true,
		companion: false,
		group: status === "affirmed" ? "report" : "not-current",
		status,
		spans: [{ start, end: start + quote.length, status }],
		reasons: [],
		moreSpecific: [],
		...more,
	};
}

/** Input of the findings over hand-made suggestions; rules on words alone need no code set. */
export function noteInput(
	text: string,
	suggestions: Suggestion[],
	more: Partial<DocumentationInput> = {},
): DocumentationInput {
	return {
		text,
		suggestions,
		set: null as unknown as CodeSet,
		setting: "outpatient",
		kind: "office",
		...more,
	};
}

/** Findings of a step-wise search, run to its end. */
export function finish<T>(steps: Generator<void, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
