import type { Hints } from "./hints";
import { readHints } from "./phrases";
import { hasTable, TableError, tableRows } from "./tables";

/** One sense of an abbreviation. */
export interface AbbreviationSense {
	abbreviation: string;
	expansion: string;
	/** Code or header it stands for, dotted; "" when it only has to be read right. */
	concept: string;
	hints: Hints | null;
	/** Table and line. */
	source: string;
}

let cached: Map<string, AbbreviationSense[]> | null = null;

/**
 * Senses by abbreviation in lower case, in the order they are to be tried: those with a condition first, the
 * default (without near, section, not) last. Read once from data/lexicon/abbreviations.tsv.
 */
export function abbreviationSenses(): ReadonlyMap<string, readonly AbbreviationSense[]> {
	if (cached !== null) return cached;
	const name = "lexicon/abbreviations";
	const senses = new Map<string, AbbreviationSense[]>();
	if (!hasTable(name)) return senses;
	for (const { line, cells } of tableRows(name, ["abbreviation", "expansion", "concept", "hint"])) {
		if (cells.abbreviation === "" || cells.expansion === "") {
			throw new TableError(name, line, "abbreviation or expansion is empty");
		}
		const key = cells.abbreviation.toLowerCase();
		const list = senses.get(key) ?? [];
		list.push({
			abbreviation: cells.abbreviation,
			expansion: cells.expansion,
			concept: cells.concept,
			hints: readHints(name, line, cells.hint),
			source: `${name}:${line}`,
		});
		senses.set(key, list);
	}
	for (const list of senses.values()) list.sort((a, b) => Number(isDefault(a)) - Number(isDefault(b)));
	cached = senses;
	return senses;
}

/** True when the sense needs nothing around it. */
export function isDefault(sense: AbbreviationSense): boolean {
	const { hints } = sense;
	if (hints === null) return true;
	return (
		!hints.weak &&
		hints.near === null &&
		hints.sections === null &&
		hints.notSections === null &&
		hints.not === null &&
		hints.patient === null
	);
}
