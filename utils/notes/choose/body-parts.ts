import { tableRows } from "../../lexicon/tables";

/** Parts that support a larger part, by its key, from data/rules/body-parts.tsv. */
export function bodyParts(): ReadonlyMap<string, readonly string[]> {
	const parts = new Map<string, readonly string[]>();
	for (const { cells } of tableRows("rules/body-parts", ["whole", "parts"]))
		parts.set(cells.whole, cells.parts.split(" "));
	return parts;
}

const NOT_IMPLIED = new Set(["female", "male"]);

/** The other way round: what a part implies, through all steps and the smallest first ("l4" the lumbar spine, then the spine). */
export function impliedWholes(
	parts: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
	const wholes = new Map<string, Set<string>>();
	for (const [whole, list] of parts) {
		if (NOT_IMPLIED.has(whole)) continue;
		for (const part of list) wholes.set(part, (wholes.get(part) ?? new Set()).add(whole));
	}
	for (const set of wholes.values())
		for (const whole of set) for (const above of wholes.get(whole) ?? []) set.add(above);
	const size = (whole: string): number => parts.get(whole)?.length ?? 0;
	return new Map([...wholes].map(([part, set]) => [part, [...set].sort((a, b) => size(a) - size(b))]));
}

/** Parts that come in twos, from data/rules/paired-parts.tsv: the words for one, and the plurals that mean both. */
export interface PairedParts {
	one: ReadonlySet<string>;
	both: ReadonlySet<string>;
}

/** Reads data/rules/paired-parts.tsv. */
export function pairedParts(): PairedParts {
	const rows = tableRows("rules/paired-parts", ["part", "both"]);
	return {
		one: new Set(rows.map(({ cells }) => cells.part)),
		both: new Set(rows.map(({ cells }) => cells.both).filter((word) => word !== "")),
	};
}
