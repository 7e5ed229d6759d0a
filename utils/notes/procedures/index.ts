import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { oppositesTable } from "./included";
import { type Limit, type LimitedName, limitsOf } from "./limits";

/** One way to name a procedure. */
export interface ProcedureName {
	row: number;
	/** Its words, each with the words that stand for the same ("trunk or limbs"). */
	words: readonly (readonly string[])[];
	/** Rows with the same words differ in their limits only. */
	series: string;
	/** Words of what it is done without. */
	lacking: readonly string[];
	/** Says something in any text: another name, or a title of two words and more. */
	telling: boolean;
	/** Words of the row's title, whichever name this is: what rules one of them out rules the row out. */
	own: readonly string[];
}

/** Names of the procedures of one code set, found by any of their words. */
export interface ProcedureIndex {
	set: CodeSet;
	names: readonly ProcedureName[];
	byKey: ReadonlyMap<string, readonly number[]>;
	/** What each row is limited to; empty for a row without limits. */
	limits: readonly (readonly Limit[])[];
	/** Rows that are reported beside another only. */
	further: ReadonlySet<number>;
	rarity(key: string): number;
	/** Least sum of the rarities of each name's words. */
	totals: Float64Array;
	/** Words that rule a word out. */
	opposites: ReadonlyMap<string, readonly string[]>;
}

/** Words that a procedure's name and every operation note share. */
const EMPTY = new Set(
	"side one two first second each further including without using level procedure surgery operation patient left right bilateral unspecified new old diagnostic added under through anesthesia".split(
		" ",
	),
);
/** "Right heart", "left atrial appendage": the side is part of the name. */
const SIDED = /\b(left|right)(?: and (left|right))? ([a-z]+)/gi;
const CHOICE = /[a-z-]+(?:, [a-z-]+)*,? or [a-z-]+/gi;

/** "right:heart": a side that belongs to the name itself. */
export function sidedKey(side: string, key: string): string {
	return `${side}:${key}`;
}

/** Words of a name; those joined by "or" stand for one another. */
function wordsOf(text: string, forms: WordForms, empty: ReadonlySet<string>): string[][] {
	const known = new Set<string>();
	const take = (part: string): string[] =>
		[...new Set(keysOf(part, forms))].filter(
			(key) => !empty.has(key) && key.length > 1 && !known.has(key) && known.add(key) !== undefined,
		);
	const sided = [...text.matchAll(SIDED)].flatMap(([, first, second, word]) =>
		[first, second].flatMap((side) =>
			side === undefined ? [] : [[sidedKey(side.toLowerCase(), forms.key(word as string))]],
		),
	);
	const choices = [...text.matchAll(CHOICE)].map(([choice]) => take(choice));
	const plain = take(text.replace(CHOICE, " , ")).map((key) => [key]);
	return [...plain, ...sided, ...choices.filter((choice) => choice.length > 0)];
}

/** Other names, by row; those of a row in a series by the words of its title, for every row of the series. */
function otherNames(set: CodeSet, titles: readonly LimitedName[]): Map<number | string, LimitedName[]> {
	const others = new Map<number | string, LimitedName[]>();
	titles.forEach(({ words, limits, further }, row) => {
		const key = limits.length > 0 && !further ? words : row;
		for (const { parts } of set.indexPaths(row))
			others.set(key, [...(others.get(key) ?? []), limitsOf(parts.join(" "))]);
	});
	return others;
}

/** Names (title and other names) of every row of a HCPCS or CPT set. */
export function procedureIndex(set: CodeSet, forms: WordForms): ProcedureIndex {
	const empty = new Set([...EMPTY].map((word) => forms.key(word)));
	const names: ProcedureName[] = [];
	const counts = new Map<string, number>();
	const limits: (readonly Limit[])[] = [];
	const further = new Set<number>();
	const byKey = new Map<string, number[]>();
	const titles = Array.from({ length: set.size }, (_, row) => limitsOf(set.title(row)));
	const others = otherNames(set, titles);
	for (let row = 0; row < set.size; row++) {
		const title = titles[row] as LimitedName;
		limits[row] = title.limits;
		if (title.further) further.add(row);
		if (!set.billable(row)) continue;
		const own = wordsOf(title.words, forms, empty).flatMap((choice) => (choice.length === 1 ? choice : []));
		for (const one of [title, ...(others.get(title.words) ?? []), ...(others.get(row) ?? [])]) {
			const words = wordsOf(one.words, forms, empty);
			if (words.length === 0) continue;
			const keys = words.flat();
			for (const key of keys) {
				counts.set(key, (counts.get(key) ?? 0) + 1);
				const list = byKey.get(key);
				if (list === undefined) byKey.set(key, [names.length]);
				else list.push(names.length);
			}
			const series = [...keys].sort().join(" ");
			names.push({
				row,
				words,
				series,
				own,
				telling: words.length > 1 || one !== title,
				lacking: wordsOf(`${title.lacking}, ${one.lacking}`, forms, empty).flat(),
			});
		}
	}
	const rarities = new Map(
		[...counts].map(([key, count]) => [key, Math.log((names.length + 1) / (count + 0.5))]),
	);
	const rarity = (key: string): number => rarities.get(key) ?? 0;
	const totals = Float64Array.from(names, ({ words }) =>
		words.reduce((sum, choice) => sum + Math.min(...choice.map(rarity)), 0),
	);
	return { set, totals, names, byKey, limits, further, rarity, opposites: oppositesTable(forms) };
}

/** Plain words that a word of an operation note adds, by its key. */
export function procedureWords(forms: WordForms): ReadonlyMap<string, readonly string[]> {
	const words = new Map<string, readonly string[]>();
	if (!hasTable("rules/procedure-words")) return words;
	for (const { cells } of tableRows("rules/procedure-words", ["word", "means"])) {
		const key = forms.key(cells.word);
		words.set(key, [...new Set([...(words.get(key) ?? []), ...keysOf(cells.means, forms)])]);
	}
	return words;
}
