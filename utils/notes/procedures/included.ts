import { hasTable, tableRows } from "../../lexicon/tables";
import type { WordForms } from "../terms/word-forms";

/** Numbers between which an operation includes a look or an exploration. */
export interface IncludedIn {
	from: string;
	to: string;
}

/** Table of data/rules/procedure-included.tsv: where each look or exploration is part of more. */
export function includedTable(): ReadonlyMap<string, readonly IncludedIn[]> {
	const included = new Map<string, IncludedIn[]>();
	if (!hasTable("rules/procedure-included")) return included;
	for (const { cells } of tableRows("rules/procedure-included", ["basic", "from", "to"]))
		included.set(cells.basic, [...(included.get(cells.basic) ?? []), { from: cells.from, to: cells.to }]);
	return included;
}

/** Keys of words that rule each other out, both ways. */
export function oppositesTable(forms: WordForms): ReadonlyMap<string, readonly string[]> {
	const opposites = new Map<string, string[]>();
	if (!hasTable("rules/procedure-opposites")) return opposites;
	for (const { cells } of tableRows("rules/procedure-opposites", ["word", "opposite"])) {
		const [one, other] = [forms.key(cells.word), forms.key(cells.opposite)];
		opposites.set(one, [...(opposites.get(one) ?? []), other]);
		opposites.set(other, [...(opposites.get(other) ?? []), one]);
	}
	return opposites;
}
