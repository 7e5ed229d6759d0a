import { hasTable, tableRows } from "../../lexicon/tables";

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
