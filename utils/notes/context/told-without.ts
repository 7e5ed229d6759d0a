import { tableRows } from "../../lexicon/tables";

let cached: ReadonlySet<string> | null = null;

/** Words of data/rules/told-without.tsv, read once. */
export function toldWithout(): ReadonlySet<string> {
	cached ??= new Set(
		tableRows("rules/told-without", ["words"]).flatMap(({ cells }) => cells.words.split(" ")),
	);
	return cached;
}
