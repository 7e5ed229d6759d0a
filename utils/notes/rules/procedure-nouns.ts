import type { CodeSet } from "../../codesets/types";
import { tableRows } from "../../lexicon/tables";
import type { Match } from "../match/match";
import type { SectionRole } from "../sections";
import type { Term } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** Answers whether a match in a section names an operation and no condition. */
export type NamesOperation = (
	match: Match,
	terms: readonly Term[],
	sentence: ReadonlySet<string>,
	role: SectionRole,
) => boolean;

interface Noun {
	key: string;
	/** Rows of the codes that the words would be read as, half-open. */
	ranges: readonly (readonly [number, number])[];
	roles: ReadonlySet<string>;
	unless: readonly string[];
}

/** Reads data/rules/procedure-nouns.tsv for a code set; codes that the set has not are left out. */
export function procedureNouns(set: CodeSet, forms: WordForms): NamesOperation {
	const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));
	const nouns = tableRows("rules/procedure-nouns", ["word", "codes", "roles", "unless"]).map(
		({ cells }): Noun => ({
			key: forms.key(cells.word),
			ranges: list(cells.codes)
				.map((code) => set.find(code))
				.filter((row) => row >= 0)
				.map((row) => [row, set.end(row)] as const),
			roles: new Set(list(cells.roles)),
			unless: list(cells.unless).map((word) => forms.key(word)),
		}),
	);
	return ({ row, at }, terms, sentence, role) =>
		nouns.some(
			({ key, ranges, roles, unless }) =>
				ranges.some(([start, end]) => row >= start && row < end) &&
				at.some((place) => terms[place]?.key === key) &&
				(roles.size === 0 || roles.has(role)) &&
				!unless.some((word) => sentence.has(word)),
		);
}
