import { hasTable, TableError, tableRows } from "./tables";

/** A part of the body. */
export interface BodyPart {
	part: string;
	/** The next larger part, "" at the top. */
	within: string;
	/** Other names, lower case. */
	names: string[];
}

let cached: Map<string, BodyPart> | null = null;

/** Parts by every one of their names in lower case, read once from data/lexicon/body-parts.tsv. */
export function bodyParts(): ReadonlyMap<string, BodyPart> {
	if (cached !== null) return cached;
	const name = "lexicon/body-parts";
	const parts = new Map<string, BodyPart>();
	if (!hasTable(name)) return parts;
	const rows = tableRows(name, ["part", "within", "names"]);
	const known = new Set(rows.map((row) => row.cells.part.toLowerCase()));
	for (const { line, cells } of rows) {
		const within = cells.within.toLowerCase();
		if (within !== "" && !known.has(within)) throw new TableError(name, line, `"${cells.within}" is no part`);
		const names = cells.names === "" ? [] : cells.names.toLowerCase().split("|").filter(Boolean);
		const part = { part: cells.part.toLowerCase(), within, names };
		for (const other of [part.part, ...names]) if (!parts.has(other)) parts.set(other, part);
	}
	cached = parts;
	return parts;
}

/** Does `inner` lie in `outer` (or are they the same)? Names of any form; unknown names lie nowhere. */
export function liesIn(inner: string, outer: string): boolean {
	const parts = bodyParts();
	const target = parts.get(outer.toLowerCase())?.part;
	if (target === undefined) return false;
	let at = parts.get(inner.toLowerCase());
	for (let steps = 0; at !== undefined && steps < 20; steps++) {
		if (at.part === target) return true;
		at = at.within === "" ? undefined : parts.get(at.within);
	}
	return false;
}
