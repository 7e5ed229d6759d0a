import { classificationFindings } from "./classification";
import type { DocumentationInput } from "./input";
import { stretchesOf } from "./note-words";
import { tableFindings } from "./rules/table-rules";
import type { Finding, Topic } from "./types";

/** Findings shown per note unless the preference says otherwise. */
export const DEFAULT_CAP = 6;

export interface DocumentationOptions {
	/** Most findings shown per note. */
	cap?: number;
}

const ORDER: readonly Topic[] = [
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
	(finding.level === "changes-code" ? 0 : 100) + ORDER.indexOf(finding.topic);

/** A hand-written rule says more than the hierarchy about the same words and topic. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
	return findings.filter(
		(finding, at) =>
			!findings.some(
				(other, i) =>
					i < at && other.topic === finding.topic && other.start < finding.end && finding.start < other.end,
			),
	);
}

/**
 * What the documentation leaves open: hand-written rules first, then the axes of the classification; the most
 * needed first, at most `cap`, then in the order of the note. Pauses (yields) so that a caller can slice it.
 */
export function* findGaps(
	input: DocumentationInput,
	{ cap = DEFAULT_CAP }: DocumentationOptions = {},
): Generator<void, Finding[]> {
	const stretches = stretchesOf(input.text);
	const found: Finding[] = [];
	for (const finding of tableFindings(input, stretches)) found.push(finding);
	yield;
	for (const finding of classificationFindings(input, stretches)) found.push(finding);
	yield;
	return withoutRepeats(found)
		.sort((a, b) => rank(a) - rank(b) || a.start - b.start)
		.slice(0, cap)
		.sort((a, b) => a.start - b.start || a.end - b.end);
}
