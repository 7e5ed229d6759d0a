import type { DocumentationInput } from "../input";
import type { NoteWords } from "../note-words";
import type { Finding } from "../types";
import { contradictionFindings } from "./contradictions";
import { historyFindings } from "./history-active";
import { operativeSide } from "./operative-side";
import { pathologyFindings } from "./pathology";
import { sideConflicts } from "./sides";
import { uncertainFindings } from "./uncertain";

/** A rule that needs more than a row of a table. One file each. */
export type SpecialRule = (input: DocumentationInput, words: NoteWords) => Iterable<Finding>;

/** Rules in code, in the order in which they win over each other on the same words. */
const SPECIAL_RULES: readonly SpecialRule[] = [
	sideConflicts,
	contradictionFindings,
	historyFindings,
	uncertainFindings,
	operativeSide,
	pathologyFindings,
];

/** Findings of the rules in code. */
export function* specialFindings(input: DocumentationInput, words: NoteWords): Generator<Finding> {
	for (const rule of SPECIAL_RULES) yield* rule(input, words);
}
