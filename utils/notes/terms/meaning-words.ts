import { tableRows } from "../../lexicon/tables";
import type { WordForms } from "./word-forms";

/** What a word means where it stands beside a condition: see data/rules/meaning-words.tsv. */
export const MEANINGS = [
	"shared-head",
	"sequela",
	"nonunion",
	"malunion",
	"delayed",
	"open",
	"gustilo",
	"operation",
	"normal",
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** The meaning of a word in lower case, of its key for nouns that places share; undefined for any other word. */
export type MeaningOf = (word: string) => Meaning | undefined;

/** Reads data/rules/meaning-words.tsv. */
export function meaningWords(forms: WordForms): MeaningOf {
	const meanings = new Map<string, Meaning>();
	for (const { cells } of tableRows("rules/meaning-words", ["meaning", "words"])) {
		const meaning = cells.meaning as Meaning;
		for (const word of cells.words.split(" "))
			meanings.set(meaning === "shared-head" ? forms.key(word) : word, meaning);
	}
	return (word) => meanings.get(word);
}
