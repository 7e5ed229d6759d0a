import { hasTable, table, tableRows } from "../../lexicon/tables";
import { baseForm } from "../../text/base-form";

/**
 * Version of the term keys. A pack remembers the version its dictionary was made with; another one means that
 * the dictionary is rebuilt. Raise it with every change in this folder or in data/rules/word-forms.tsv.
 */
export const TERMS_VERSION = 28;

/** Reads words as the dictionary knows them: one key for all members of a word family. */
export interface WordForms {
	/** Key of a folded word (lower case, no diacritics). Never empty. */
	key(word: string): string;
	/** Key of words that are read as one ("lower end" -> "distal"), or undefined. */
	group(words: string): string | undefined;
	/** True when a group begins with this word. */
	opensGroup(word: string): boolean;
}

const GROUPS = "rules/word-groups";
const ENDING = /(?:ations?|ions?|ives?|ed|ing)$/;

/** Takes the commonest endings off, so that "perforated" and "perforation" meet. Short words stay whole. */
function stem(word: string): string {
	if (word.length < 6) return word.length > 4 && word.endsWith("e") ? word.slice(0, -1) : word;
	let s = word;
	const cut = word.replace(ENDING, "");
	if (cut.length >= 5) s = cut;
	if (s.length > 5 && s.endsWith("at") && cut !== word) s = s.slice(0, -2).length >= 5 ? s.slice(0, -2) : s;
	return s.length > 4 && s.endsWith("e") ? s.slice(0, -1) : s;
}

/** Word families from the text of data/rules/word-forms.tsv: head word, TAB, forms separated by blanks. */
export function wordForms(
	text: string = hasTable("rules/word-forms") ? table("rules/word-forms") : "",
): WordForms {
	const heads = new Map<string, string>();
	for (const line of text.split(/\r?\n/)) {
		if (line === "" || line.startsWith("#")) continue;
		const [head, forms] = line.split("\t");
		if (head === undefined || forms === undefined || head === "head") continue;
		heads.set(head, head);
		for (const form of forms.split(" ")) if (form !== "") heads.set(form, head);
	}
	const groups = new Map<string, string>();
	const openers = new Set<string>();
	for (const { cells } of hasTable(GROUPS) ? tableRows(GROUPS, ["words", "key"]) : []) {
		groups.set(cells.words, cells.key);
		openers.add(cells.words.split(" ")[0] as string);
	}
	const memo = new Map<string, string>();
	return {
		group: (words) => groups.get(words),
		opensGroup: (word) => openers.has(word),
		key(word) {
			const known = memo.get(word);
			if (known !== undefined) return known;
			const base = baseForm(word);
			const key = heads.get(word) ?? heads.get(base) ?? stem(base);
			if (memo.size < 60_000) memo.set(word, key);
			return key;
		},
	};
}
