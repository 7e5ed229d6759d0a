import type { WordForms } from "../terms/word-forms";
import { indexKeys } from "./index-keys";

/** How a note names the columns of the Table of Neoplasms; uncertain behaviour is a pathologist's word. */
const SAID: readonly [RegExp, readonly string[][]][] = [
	[/primary/i, [["cancer"], ["malignant", "neoplasm"], ["malignant", "tumor"]]],
	[/secondary/i, [["metastasis"], ["metastasis", "cancer"]]],
	[/in situ/i, [["cancer", "situ"]]],
	[
		/benign/i,
		[
			["benign", "neoplasm"],
			["benign", "tumor"],
		],
	],
	[/uncertain/i, [["neoplasm", "uncertain", "behavior"]]],
	[/unspecified/i, [["neoplasm"], ["tumor"]]],
];

/**
 * Term sets of a row of the Table of Neoplasms: the site's words with each way a note names the column.
 * `parts` are "Neoplasm", the site path, and the column as the last part.
 */
export function neoplasmKeys(parts: readonly string[], forms: WordForms): string[][] {
	const column = parts[parts.length - 1] ?? "";
	const said = SAID.find(([pattern]) => pattern.test(column));
	if (said === undefined) return [];
	const sites = parts.length > 2 ? indexKeys(parts.slice(1, -1), forms) : [[]];
	return sites.flatMap((site) => said[1].map((words) => [...site, ...words.map((word) => forms.key(word))]));
}
