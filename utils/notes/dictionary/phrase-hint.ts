import type { SectionRole } from "../sections";
import type { WordForms } from "../terms/word-forms";

/** Conditions under which a phrase of the lexicon means its code. */
export interface PhraseHint {
	roles: ReadonlySet<SectionRole>;
	/** One of these keys must stand in the sentence; empty: no demand. */
	near: readonly string[];
	/** None of these keys may. */
	not: readonly string[];
	/** The words must be written in capitals. */
	caps: boolean;
	sex: "female" | "male" | null;
	/** A phrase of one word must be written as this word (or its plural); a word family would reach too far. */
	word: string | null;
}

export const NO_HINT: PhraseHint = {
	roles: new Set(),
	near: [],
	not: [],
	caps: false,
	sex: null,
	word: null,
};

const both = (list: string, forms: WordForms): string[] =>
	list.split("|").flatMap((word) => [word.toLowerCase(), forms.key(word.toLowerCase())]);

/** Reads the hint cell of a lexicon row: parts separated by commas or semicolons. */
export function readHint(cell: string, forms: WordForms): PhraseHint {
	if (cell === "") return NO_HINT;
	const hint = { ...NO_HINT };
	for (const part of cell.split(/[,;]\s*/)) {
		const [name, value = ""] = part.trim().split("=");
		if (name === "section" && value !== "none") hint.roles = new Set(value.split("|") as SectionRole[]);
		else if (name === "near") hint.near = both(value, forms);
		else if (name === "not") hint.not = both(value, forms);
		else if (name === "case") hint.caps = true;
		else if (name === "female" || name === "male") hint.sex = name;
	}
	return hint;
}

/** True when a phrase with this hint means its code here. */
export function hintHolds(
	hint: PhraseHint,
	role: SectionRole,
	keys: ReadonlySet<string>,
	caps: boolean,
	sex: "female" | "male" | null,
): boolean {
	if (hint.roles.size > 0 && !hint.roles.has(role)) return false;
	if (hint.near.length > 0 && !hint.near.some((key) => keys.has(key))) return false;
	if (hint.not.some((key) => keys.has(key))) return false;
	if (hint.caps && !caps) return false;
	return hint.sex === null || sex === null || hint.sex === sex;
}
