import type { CodeSet } from "../../../utils/codesets/types";
import { codeClass } from "../../../utils/notes/select/code-class";
import { excludedAmong } from "../../../utils/notes/select/excluded";
import { headsProblem } from "../../../utils/notes/select/heads-problem";
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
			symptom: !features.has("status=affirmed") || /^(?:symptom|finding)$/.test(codeClass(code)),
		}))
		.filter(({ features, likely }) => likely >= cut || (depth !== "core" && headsProblem(features, likely)));
	const excluded = excludedAmong(set, chosen);
	return chosen.filter((one) => !excluded.has(one)).map(({ code }) => code);
}
