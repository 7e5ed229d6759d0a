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

const OVER = /\b(?:resolved|outgrown|in remission|cured|childhood|as a child|ruled out|years? ago)\b/i;

/** True for a mention told as history of a condition that is still there. */
function stillThere(words: NoteWords, span: EvidenceSpan, lasting: Lasting): boolean {
	if (span.status !== "historical" || lasting === "") return false;
	const stretch = words.stretches[words.indexAt(span.start)];
	if (stretch && OVER.test(words.text.slice(stretch.start, stretch.end))) return false;
	return lasting === "always" || words.contextAt(span).bySection;
}

/** The mentions that tell a condition as the patient's and as present, in the order of the note. */
export function presentSpans(
	words: NoteWords,
	suggestion: Suggestion,
	lasting: Lasting = lastingOf(suggestion.code),
): EvidenceSpan[] {
	return suggestion.spans
		.filter((span) => span.status === "affirmed" || stillThere(words, span, lasting))
		.sort((a, b) => a.start - b.start);
}

const CONCLUDING: ReadonlySet<string> = new Set([
	"assessment",
	"impression",
	"discharge-dx",
	"postop-dx",
	"plan",
]);

/** The mention that a question is best asked at: one in a diagnosis or plan, else the first. */
export function bestSpan(words: NoteWords, spans: readonly EvidenceSpan[]): EvidenceSpan | undefined {
	return (
		spans.find((span) => CONCLUDING.has(words.stretches[words.indexAt(span.start)]?.role ?? "")) ?? spans[0]
	);
}
