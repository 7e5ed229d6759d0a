import type { CodeSet } from "../../../utils/codesets/types";
import { excludedOf, isSelected } from "../../../utils/notes/select/selected";
import type { Depth } from "../../../utils/notes/types";
import type { Scored } from "./folds";

/** Codes that the engine would select of a note's candidates with these probabilities and this cut-off. */
export function selectedOf(
	set: CodeSet,
	candidates: readonly Scored[],
	probabilities: readonly number[],
	depth: Depth,
	cut: number,
): string[] {
	const chosen = candidates
		.map(({ code, features }, i) => ({
			code,
			features,
			row: set.find(code),
			likely: probabilities[i] ?? 0,
		}))
		.filter((one) => isSelected(one, depth, cut));
	const excluded = excludedOf(set, chosen);
	return chosen.filter((one) => !excluded.has(one)).map(({ code }) => code);
}
