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

/** Sorts of data/rules/drug-words.tsv. */
export const DRUG_SORTS = [
	"cause",
	"open",
	"poisoning",
	"self-harm",
	"undetermined",
	"not-taken",
	"reason",
] as const;
export type DrugSort = (typeof DRUG_SORTS)[number];

/** Drugs as notes write them, and what they cause. */
export interface Drugs {
	/** Patterns over a sentence in lower case; `before`, `poisoned` and `missed` have the drug's name as a group. */
	patterns: {
		/** What may stand before a drug that caused something ("due to"). */
		cause: RegExp;
		/** "opioid-induced" */
		before: RegExp;
		/** A poisoning or a drug not taken, the drug on either side of the words. */
		poisoned: RegExp;
		missed: RegExp;
		open: RegExp;
		selfHarm: RegExp;
		undetermined: RegExp;
	};
	/** Words without which a sentence has no match of the pattern that names drugs as well: those are dear. */
	hints: { before: RegExp; poisoned: RegExp; missed: RegExp };
	/** Why a drug was not taken, with its code. */
	reasons: readonly { words: RegExp; code: string }[];
	/** The drug named at an offset of a sentence. */
	at: DrugAt;
	/** Code of a drug by its name in lower case, without intent and episode. */
	codeOf(name: string): string | null;
	effects: readonly DrugEffect[];
}

/** The whole code of a drug ("T45.51", "adverse" -> "T45.515A"). */
export function drugCode(stem: string, intent: DrugIntent): string {
	return `${stem}${CHARACTER[intent]}A`;
}

/** Source of a regular expression for words separated by "|", in which "*" is any ending. */
function wordsOf(cell: string): string {
	const each = cell.split("|").map((words) => (words.endsWith("*") ? `${words.slice(0, -1)}\\w*` : words));
	return `\\b(?:${each.sort((a, b) => b.length - a.length).join("|")})\\b`;
}

/** What follows a drug that caused something. */
const BEHIND = "(?:induced|related|associated|caused)\\b";

/** Finds the drug that a text names at an offset: the words as written, or null. */
export type DrugAt = (words: string, at: number) => string | null;

const FIRST = /[a-z0-9]+/y;

/** Looks names up by their first word; `source` makes the pattern of names. */
function drugAt(names: readonly string[], source: (names: readonly string[]) => string): DrugAt {
	const byWord = new Map<string, string[]>();
	for (const name of names) {
		const first = /^[a-z0-9]+/.exec(name)?.[0] ?? "";
		byWord.set(first, [...(byWord.get(first) ?? []), name]);
	}
	const patterns = new Map([...byWord].map(([first, own]) => [first, new RegExp(`${source(own)}\\b`, "y")]));
	return (words, at) => {
		FIRST.lastIndex = at;
		const first = FIRST.exec(words)?.[0] ?? "";
		for (const word of [first, first.replace(/s$/, "")]) {
			const pattern = patterns.get(word);
			if (pattern === undefined) continue;
			pattern.lastIndex = at;
			const found = pattern.exec(words);
			if (found !== null) return found[0];
		}
		return null;
	};
}

/** Reads data/rules/drug-codes.tsv, drug-effects.tsv and drug-words.tsv; throws TableError for a drug that stands twice. */
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
	const rows = tableRows("rules/drug-words", ["sort", "code", "words"]).map(({ cells }) => cells);
	const sort = (name: DrugSort): string =>
		wordsOf(
			rows
				.filter((row) => row.sort === name)
				.map((row) => row.words)
				.join("|"),
		);
	const longestFirst = [...codes.keys()].sort((a, b) => b.length - a.length);
	const either = (some: readonly string[]): string =>
		`((?:${some.map((name) => name.replaceAll(/[-\s]/g, "[-\\s]")).join("|")})s?)`;
	const names = either(longestFirst);
	const beside = (words: string): RegExp =>
		new RegExp(`${words}[^.]{0,50}?\\b${names}\\b|\\b${names}\\b[^.]{0,30}?${words}`, "g");
	return {
		codeOf: (name) => {
			const plain = name.toLowerCase().replaceAll(/\s+/g, " ");
			return (
				codes.get(plain) ??
				codes.get(plain.replace(/s$/, "")) ??
				codes.get(plain.replaceAll("-", " ")) ??
				null
			);
		},
		at: drugAt(longestFirst, either),
		effects,
		patterns: {
			cause: new RegExp(sort("cause"), "g"),
			before: new RegExp(`\\b${names}[\\s-]+${BEHIND}`, "g"),
			poisoned: beside(sort("poisoning")),
			missed: beside(sort("not-taken")),
			open: new RegExp(`${sort("open")}|\\?`),
			selfHarm: new RegExp(sort("self-harm"), "g"),
			undetermined: new RegExp(sort("undetermined")),
		},
		hints: {
			before: new RegExp(BEHIND),
			poisoned: new RegExp(sort("poisoning")),
			missed: new RegExp(sort("not-taken")),
		},
		reasons: rows
			.filter((row) => row.sort === "reason")
			.map(({ code, words }) => ({ code, words: new RegExp(wordsOf(words)) })),
	};
}
