import { perRow } from "../codesets/per-row";
import { bare } from "../codesets/tabular/code-refs";
import type { CodeSet } from "../codesets/types";
import { manifestationStarts } from "./tables";

const NAMED = /\b(?:in|of|with) .*\bclassified elsewhere\b|\bin (?:other )?diseases classified\b/i;
const ORGANISM = /^B9[5-7]/;

/**
 * True for a code that shows a disease of another category and is listed after it (Guidelines I.A.13): the
 * title says "in diseases classified elsewhere", or data/rules/list-manifestations names it. Organism codes
 * (B95 to B97) carry the same words and are a case of their own.
 */
export const isManifestation = perRow((set: CodeSet, row: number): boolean => {
	const code = bare(set.code(row));
	if (ORGANISM.test(code)) return false;
	const title = set.title(row);
	if (NAMED.test(title) && !/not (?:elsewhere )?classified elsewhere/i.test(title)) return true;
	return manifestationStarts().some((start) => code.startsWith(start));
});
