import type { TextRange } from "../text/note-text";
import { classificationFindings } from "./classification";
import type { DocumentationInput } from "./input";
import { readWords } from "./note-words";
import { specialFindings } from "./rules/special";
import { tableFindings } from "./rules/table-rules";
import type { Finding } from "./types";

/** Findings shown per note unless the preference says otherwise. */
export const DEFAULT_CAP = 6;

export interface DocumentationOptions {
	/** Most findings shown per note. */
	cap?: number;
}

/** Topics by need: what contradicts itself first, then what the code is chosen by most often. */
const NEED: readonly Finding["topic"][] = [
	"conflict",
	"laterality",
	"stage",
	"acuity",
	"severity",
	"encounter",
	"type",
	"site",
	"complication-link",
	"organism",
	"cause",
	"other",
];

const rank = (finding: Finding) =>
	(finding.level === "changes-code" ? 0 : NEED.length) + (finding.alone ? 0 : NEED.indexOf(finding.topic));

const overlap = (one: TextRange, other: TextRange) => one.start < other.end && other.start < one.end;

/**
 * Earlier findings say more about the same words: a rule of its own before the table, the table before the
 * hierarchy. Left out: the same topic about the same words, and whatever stands on words that have to be
 * cleared up first.
 */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
	const kept: Finding[] = [];
	for (const finding of findings) {
		if (!isTold(kept, finding)) kept.push(finding);
	}
	return kept;
}

/** Rules that ask what a lesion is: a pending pathology has asked it. */
const LESION_RULES: ReadonlySet<string> = new Set(["tumor-behavior", "polyp-histology"]);

const isTold = (kept: readonly Finding[], finding: Finding) =>
	kept.some(
		(other) =>
			(other.alone && overlap(other, finding)) ||
			(other.topic === finding.topic &&
				[other, ...other.indicators].some((place) => overlap(place, finding))) ||
			// What a lesion is, and a note without any side, are asked for once.
			(other.rule === "pathology-pending" && LESION_RULES.has(finding.rule)) ||
			(other.rule === "operative-side" && finding.topic === "laterality"),
	);

/**
 * What the documentation leaves open: contradictions and other rules in code, hand-written rules, then the axes
 * of the classification; the most needed first, at most `cap`, in the order of the note. Pauses (yields) so
 * that a caller can slice it.
 */
export function* findGaps(
	input: DocumentationInput,
	{ cap = DEFAULT_CAP }: DocumentationOptions = {},
): Generator<void, Finding[]> {
	const words = readWords(input.text, input.sections);
	yield;
	const found: Finding[] = [...specialFindings(input, words)];
	yield;
	for (const finding of tableFindings(input, words)) found.push(finding);
	yield;
	for (const finding of classificationFindings(input, words)) found.push(finding);
	yield;
	return withoutRepeats(found)
		.sort((a, b) => rank(a) - rank(b) || a.start - b.start)
		.slice(0, cap)
		.sort((a, b) => a.start - b.start || a.end - b.end);
}
