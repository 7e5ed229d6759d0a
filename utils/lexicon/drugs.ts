import { hasTable, TableError, tableRows } from "./tables";

/** A drug: what it is and what it hints at. It never stands for a diagnosis by itself. */
export interface Drug {
	name: string;
	className: string;
	/** Code for long-term use ("Z79.4"). */
	longTerm: string;
	/** Categories or ranges ("I48", "M05-M06") of conditions it is given for. */
	hints: string[];
	source: string;
}

let cached: Map<string, Drug> | null = null;

/** Drugs by name in lower case, read once from data/lexicon/drugs.tsv. Throws TableError on a bad row. */
export function drugs(): ReadonlyMap<string, Drug> {
	if (cached !== null) return cached;
	const name = "lexicon/drugs";
	const found = new Map<string, Drug>();
	if (!hasTable(name)) return found;
	for (const { line, cells } of tableRows(name, ["drug", "class", "long-term", "hints"])) {
		if (cells.drug === "" || cells["long-term"] === "")
			throw new TableError(name, line, "drug or code is empty");
		found.set(cells.drug.toLowerCase(), {
			name: cells.drug,
			className: cells.class,
			longTerm: cells["long-term"],
			hints: cells.hints === "" ? [] : cells.hints.split("|"),
			source: `${name}:${line}`,
		});
	}
	cached = found;
	return found;
}

/** Is the code one the drug is given for? `code` dotted or not; ranges count by their first three characters. */
export function drugHints(drug: Drug, code: string): boolean {
	const plain = code.replace(".", "").toUpperCase();
	return drug.hints.some((hint) => {
		const [from, to] = hint.replaceAll(".", "").split("-") as [string, string?];
		if (to === undefined) return plain.startsWith(from);
		const category = plain.slice(0, 3);
		return category >= from.slice(0, 3) && category <= to.slice(0, 3);
	});
}
