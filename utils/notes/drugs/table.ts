import { TableError, tableRows } from "../../lexicon/tables";

/** What a drug did, as the character of its code says: guideline I.C.19.e.5. */
export type DrugIntent = "accidental" | "self-harm" | "undetermined" | "adverse" | "underdosing";

const CHARACTER: Readonly<Record<DrugIntent, string>> = {
	accidental: "1",
	"self-harm": "2",
	undetermined: "4",
	adverse: "5",
	underdosing: "6",
};

/** A condition that a drug causes, and its code then. */
export interface DrugEffect {
	when: readonly string[];
	/** Starts of drug codes; empty for any drug. */
	drugs: readonly string[];
	/** Code with "$" for the rest of the condition's own, or null where it keeps its code. */
	gives: string | null;
	/** A code beside both, or null. */
	adds: string | null;
	source: string;
}

/** Drugs as notes write them, and what they cause. */
export interface Drugs {
	/** Source of a regular expression that matches a drug's name. */
	names: string;
	/** Code of a drug by its name in lower case, without intent and episode. */
	codeOf(name: string): string | null;
	effects: readonly DrugEffect[];
}

/** The whole code of a drug ("T45.51", "adverse" -> "T45.515A"). */
export function drugCode(stem: string, intent: DrugIntent): string {
	return `${stem}${CHARACTER[intent]}A`;
}

/** Reads data/rules/drug-codes.tsv and drug-effects.tsv; throws TableError for a drug that stands twice. */
export function drugTable(): Drugs {
	const codes = new Map<string, string>();
	for (const { cells, line } of tableRows("rules/drug-codes", ["code", "drugs"]))
		for (const drug of cells.drugs.split(" ")) {
			const name = drug.replaceAll("_", " ");
			if (codes.has(name)) throw new TableError("rules/drug-codes", line, `"${name}" stands twice`);
			codes.set(name, cells.code);
		}
	const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));
	const effects = tableRows("rules/drug-effects", ["when", "drugs", "gives", "adds", "source"]).map(
		({ cells }): DrugEffect => ({
			when: list(cells.when),
			drugs: list(cells.drugs),
			gives: cells.gives === "-" ? null : cells.gives,
			adds: cells.adds === "" ? null : cells.adds,
			source: cells.source,
		}),
	);
	const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length);
	return {
		names: `(?:${longestFirst.map((name) => name.replaceAll(/[-\s]/g, "[-\\s]")).join("|")})s?`,
		codeOf: (name) => {
			const plain = name.toLowerCase().replaceAll(/\s+/g, " ");
			return (
				codes.get(plain) ??
				codes.get(plain.replace(/s$/, "")) ??
				codes.get(plain.replaceAll("-", " ")) ??
				null
			);
		},
		effects,
	};
}
