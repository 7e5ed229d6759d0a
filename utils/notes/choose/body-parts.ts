import { tableRows } from "../../lexicon/tables";

/** Parts that support a larger part, by its key, from data/rules/body-parts.tsv. */
export function bodyParts(): ReadonlyMap<string, readonly string[]> {
	const parts = new Map<string, readonly string[]>();
	for (const { cells } of tableRows("rules/body-parts", ["whole", "parts"]))
		parts.set(cells.whole, cells.parts.split(" "));
	return parts;
}
