import { TableError, type TableRow, tableRows } from "../../lexicon/tables";

/** Of each sort one code is reported at most (guideline I.C.20.a.4, I.C.20.b to d). */
export const CAUSE_SORTS = ["cause", "person", "place", "activity", "standing"] as const;
export type CauseSort = (typeof CAUSE_SORTS)[number];

/** One row of data/rules/causes.tsv, ready to be held against a sentence in lower case. */
export interface CauseRule {
	sort: CauseSort;
	/** Without the 7th character. */
	code: string;
	/** The words in their order. */
	words: RegExp;
	/** Must stand in the passage, or null. */
	beside: RegExp | null;
	/** Must not stand in the sentence, or null. */
	not: RegExp | null;
}

export interface Causes {
	rules: readonly CauseRule[];
	/** That something happened, as against what is always so. */
	event: RegExp;
	/** Long before this visit. */
	longAgo: RegExp;
	/** What the patient does at all times. */
	habit: RegExp;
	/** What makes a complaint worse or better, which is no cause of it. */
	modifies: RegExp;
	/** A fall that was not, or that is feared only; finds all of a text. */
	noFall: RegExp;
}

type Groups = ReadonlyMap<string, string>;

/** Words that may stand between two groups of a row. */
const BETWEEN = String.raw`(?:[^\w;]+[\w'-]+){0,7}?[^\w;]+`;
const START = String.raw`(?<![\w-])`;
const END = String.raw`(?![\w-])`;

/** "fell|fall_off|bruis*|STAIRS" as an expression. */
function oneOf(words: string, groups: Groups): string {
	const parts = words.split("|").map((word) => {
		const group = groups.get(word);
		if (group !== undefined) return group;
		const [stem, ...rest] = word.split("*");
		const plain = (stem as string)
			.replace(/[.+?^${}()[\]\\/]/g, String.raw`\$&`)
			.replaceAll("_", String.raw`\s+`);
		return rest.length > 0
			? String.raw`${plain}\w*${(rest.join("") || "").replaceAll("_", String.raw`\s+`)}`
			: plain;
	});
	return `(?:${parts.join("|")})`;
}

const anyOf = (words: string, groups: Groups): RegExp | null =>
	words === "" ? null : new RegExp(`${START}${oneOf(words, groups)}${END}`);

/** "FALL off|from ladder" as an expression: its groups in order, few words between. */
function inOrder(words: string, groups: Groups): RegExp {
	const parts = words
		.trim()
		.split(/\s+/)
		.map((part) => oneOf(part, groups));
	return new RegExp(`${START}${parts.join(`${END}${BETWEEN}${START}`)}${END}`);
}

/** Reads data/rules/causes.tsv. Throws TableError. */
export function causeTable(): Causes {
	const groups = new Map<string, string>();
	const rules: CauseRule[] = [];
	const rows: TableRow<"sort" | "code" | "words" | "with" | "not">[] = tableRows("rules/causes", [
		"sort",
		"code",
		"words",
		"with",
		"not",
	]);
	for (const { cells } of rows) {
		if (cells.sort === "word") groups.set(cells.code, oneOf(cells.words, groups));
		else
			rules.push({
				sort: cells.sort as CauseSort,
				code: cells.code,
				words: inOrder(cells.words, groups),
				beside: anyOf(cells.with, groups),
				not: anyOf(cells.not, groups),
			});
	}
	const named = (group: string): RegExp => {
		if (!groups.has(group)) throw new TableError("rules/causes", 1, `no group ${group}`);
		return anyOf(group, groups) as RegExp;
	};
	return {
		rules,
		event: named("EVENT"),
		longAgo: named("LONGAGO"),
		habit: named("HABIT"),
		modifies: named("MODIFIES"),
		noFall: new RegExp(named("NOFALL"), "g"),
	};
}
