import type { CodeSet } from "../../codesets/types";
import type { Depth } from "../types";
import { type Exclusion, excludedAmong } from "./excluded";
import type { ReadFeatures } from "./features";
import { headsProblem } from "./heads-problem";

/** A candidate with its features and how likely it is reported at the depth asked for (0 to 1). */
export interface Likely {
	row: number;
	features: ReadFeatures;
	likely: number;
}

/** True for what is selected by itself at a depth: likely enough, or the head of a problem where those are asked for. */
export function isSelected({ features, likely }: Likely, depth: Depth, threshold: number): boolean {
	return likely >= threshold || (depth !== "core" && headsProblem(features, likely));
}

/** True for a symptom or finding, and for what is not there now: it gives way to an illness. */
const isSlight = (features: ReadFeatures): boolean =>
	!features.has("status=affirmed") || features.has("class=symptom") || features.has("class=finding");

/** Those of the selected that may not stand beside another of them, with the reason. */
export function excludedOf<T extends Likely>(set: CodeSet, selected: readonly T[]): Map<T, Exclusion<T>> {
	return excludedAmong(set, selected, ({ features }) => isSlight(features));
}
