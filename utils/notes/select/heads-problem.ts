import type { ReadFeatures } from "./features";

/** Classes that a coder reports when they head a problem; status, visits and drugs are told beside one. */
const CONDITIONS = ["disease", "chronic", "injury", "neoplasm", "substance", "symptom", "finding"];
/** Below this the words around it speak against it. */
const LEAST = 0.2;

/**
 * True for a condition that heads a problem of its own in the assessment: problem headings are what was managed
 * (guideline IV.J), also where the list is too short for the weights to tell. A symptom of an illness that was found is
 * none of its own (I.B.5), nor is a code whose side is missing.
 */
export function headsProblem(features: ReadFeatures, likely: number): boolean {
	return (
		likely >= LEAST &&
		features.has("in problem title&tier=2") &&
		features.has("first of passage") &&
		features.has("status=affirmed") &&
		!features.has("part of a found illness") &&
		!features.has("side missing") &&
		!features.has("less specific than a rival") &&
		CONDITIONS.some((name) => features.has(`class=${name}`))
	);
}
