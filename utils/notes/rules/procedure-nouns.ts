import { tableRows } from "../../lexicon/tables";
import type { SectionRole } from "../sections";
import type { WordForms } from "../terms/word-forms";

/** Answers whether words with these keys, read as this code in this section, name an operation and no condition. */
export type NamesOperation = (
	code: string,
	keys: ReadonlySet<string>,
	sentence: ReadonlySet<string>,
	role: SectionRole,
) => boolean;

/** Reads data/rules/procedure-nouns.tsv. */
export function procedureNouns(forms: WordForms): NamesOperation {
	const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));
	const rows = tableRows("rules/procedure-nouns", ["word", "codes", "roles", "unless"]).map(({ cells }) => ({
		key: forms.key(cells.word),
		codes: list(cells.codes),
		roles: new Set(list(cells.roles)),
		unless: list(cells.unless).map((word) => forms.key(word)),
	}));
	return (code, keys, sentence, role) =>
		rows.some(
			(row) =>
				keys.has(row.key) &&
				row.codes.some((prefix) => code.startsWith(prefix)) &&
				(row.roles.size === 0 || row.roles.has(role)) &&
				!row.unless.some((word) => sentence.has(word)),
		);
}
