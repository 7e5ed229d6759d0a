import { saysPlural } from "../../lexicon/hints";
import type { SectionRole } from "../sections";
import type { WordForms } from "../terms/word-forms";

/** Conditions under which a phrase of the lexicon means its code; null or empty: no demand. */
export interface PhraseHint {
	roles: ReadonlySet<SectionRole>;
	notRoles: ReadonlySet<SectionRole>;
	/** One of these keys must stand in the sentence. */
	near: readonly string[];
	/** None of these keys may. */
	not: readonly string[];
	/** Must be written exactly so. */
	written: string | null;
	sex: "female" | "male" | null;
	/** One of its words must stand in the plural. */
	plural: boolean;
	/** A phrase of one word must be this word (or its plural); a word family would reach too far. */
	word: string | null;
}

export const NO_HINT: PhraseHint = {
	roles: new Set(),
	notRoles: new Set(),
	near: [],
	not: [],
	written: null,
	sex: null,
	plural: false,
	word: null,
};

const both = (list: string, forms: WordForms): string[] =>
	list.split("|").flatMap((word) => [word.toLowerCase(), forms.key(word.toLowerCase())]);

/** Reads the hint cell of the lexicon row of `phrase`: parts separated by commas. */
export function readHint(cell: string, phrase: string, forms: WordForms): PhraseHint {
	if (cell === "") return NO_HINT;
	const hint = { ...NO_HINT };
	for (const part of cell.split(/,\s*/)) {
		const [name, value = ""] = part.trim().split("=");
		if (name === "section") hint.roles = new Set(value.split("|") as SectionRole[]);
		else if (name === "not-section") hint.notRoles = new Set(value.split("|") as SectionRole[]);
		else if (name === "near") hint.near = both(value, forms);
		else if (name === "not") hint.not = both(value, forms);
		else if (name === "plural") hint.plural = true;
		else if (name === "case") hint.written = phrase;
		else if (name === "female" || name === "male") hint.sex = name;
	}
	return hint;
}

/** Where a phrase stands. */
export interface HintScene {
	role: SectionRole;
	/** Keys of its sentence. */
	keys: ReadonlySet<string>;
	/** Its words as written. */
	written: string;
	sex: "female" | "male" | null;
}

/** True when a phrase with this hint means its code here. */
export function hintHolds(hint: PhraseHint, scene: HintScene): boolean {
	if (hint.roles.size > 0 && !hint.roles.has(scene.role)) return false;
	if (hint.notRoles.has(scene.role)) return false;
	if (hint.near.length > 0 && !hint.near.some((key) => scene.keys.has(key))) return false;
	if (hint.not.some((key) => scene.keys.has(key))) return false;
	if (hint.plural && !saysPlural(scene.written)) return false;
	if (hint.written !== null && scene.written !== hint.written) return false;
	return hint.sex === null || scene.sex === null || hint.sex === scene.sex;
}
