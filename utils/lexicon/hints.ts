import { baseForm } from "../text/base-form";

/**
 * Conditions in the `hint` column of the lexicon: when a phrase or an abbreviation has the sense of its row.
 * Several stand separated by ", "; all must hold.
 *
 *   case                      written exactly so ("ADD", not "add")
 *   section=exam|ros          only in sections of these roles
 *   not-section=exam          not in these
 *   near=word|word            one of the words stands in the same sentence (or section, for weak wording)
 *   not=word|word             none of them stands in the same sentence
 *   female, male, child       only when the note is about such a patient
 *   plural                    one of its words stands in the plural ("lung nodules", "rib fractures")
 *   weak                      needs `near` or `section`; alone it proves nothing
 */
export interface Hints {
	exactCase: boolean;
	sections: ReadonlySet<string> | null;
	notSections: ReadonlySet<string> | null;
	near: ReadonlySet<string> | null;
	not: ReadonlySet<string> | null;
	patient: "female" | "male" | "child" | null;
	plural: boolean;
	/** Alone, without a word in `near` or a section in `sections`, the sense is not taken. */
	weak: boolean;
}

/** What is known where the phrase stands. Words are lower case. */
export interface HintScene {
	/** The words as written. */
	written: string;
	/** The lexicon's own spelling of the phrase. */
	phrase: string;
	section: string;
	/** True when the word stands in the same sentence. */
	has(word: string): boolean;
	patient?: { female?: boolean; male?: boolean; child?: boolean };
}

/** Reads a hint cell. Throws Error with the cause (the caller adds file and line). */
export function parseHints(cell: string): Hints | null {
	if (cell === "") return null;
	const hints: Hints = {
		exactCase: false,
		sections: null,
		notSections: null,
		near: null,
		not: null,
		patient: null,
		plural: false,
		weak: false,
	};
	for (const part of cell.split(/,\s*/)) {
		const [name, value] = part.split("=") as [string, string?];
		const words =
			value === undefined ? null : new Set(value.split("|").map((word) => word.trim().toLowerCase()));
		if (name === "case" && words === null) hints.exactCase = true;
		else if (name === "plural" && words === null) hints.plural = true;
		else if (name === "weak" && words === null) hints.weak = true;
		else if ((name === "female" || name === "male" || name === "child") && words === null)
			hints.patient = name;
		else if (name === "section" && words !== null) hints.sections = words;
		else if (name === "not-section" && words !== null) hints.notSections = words;
		else if (name === "near" && words !== null) hints.near = words;
		else if (name === "not" && words !== null) hints.not = words;
		else throw new Error(`unknown hint "${part}"`);
	}
	return hints;
}

/** Do the hints hold in this scene? Without hints, always. */
export function hintsHold(hints: Hints | null, scene: HintScene): boolean {
	if (hints === null) return true;
	if (hints.plural && !saysPlural(scene.written)) return false;
	if (hints.exactCase && scene.written !== scene.phrase) return false;
	if (hints.notSections?.has(scene.section)) return false;
	if (hints.not !== null && someWord(hints.not, scene)) return false;
	if (hints.patient !== null && scene.patient !== undefined && scene.patient[hints.patient] === false)
		return false;
	const near = hints.near !== null && someWord(hints.near, scene);
	const inside = hints.sections?.has(scene.section) ?? false;
	if (hints.near === null && hints.sections === null) return !hints.weak;
	return near || inside;
}

/** True when one of the words stands in the plural ("fractures of the ribs"). */
export function saysPlural(words: string): boolean {
	return words
		.toLowerCase()
		.split(/[^a-z]+/)
		.some((word) => word.endsWith("s") && word.length > 3 && baseForm(word) !== word);
}

function someWord(words: ReadonlySet<string>, scene: HintScene): boolean {
	for (const word of words) if (scene.has(word)) return true;
	return false;
}
