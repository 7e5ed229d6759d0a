import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { canonical, type Entry } from "./entry";
import { NO_HINT, type PhraseHint, readHint } from "./phrase-hint";

/** Phrases of the lexicon as entries, each with the conditions under which it means its code. */
export interface LexiconEntries {
	entries: Entry[];
	hints: PhraseHint[];
}

const CAPS: PhraseHint = { ...NO_HINT, caps: true };

/**
 * Entries from the lexicon: phrases, abbreviations, lay words that stand for a code of this set. Tables are
 * read in the order of trust; the first row for a set of words wins unless it has a hint.
 */
export function lexiconEntries(set: CodeSet, forms: WordForms): LexiconEntries {
	const entries: Entry[] = [];
	const hints: PhraseHint[] = [];
	const seen = new Set<string>();
	const add = (text: string, code: string, hint: PhraseHint): void => {
		const row = set.find(code);
		const keys = canonical(keysOf(text, forms));
		if (row < 0 || keys.length === 0) return;
		const id = `${keys.join(" ")}${hint === NO_HINT ? "" : ` ${row}`}`;
		if (seen.has(id)) return;
		seen.add(id);
		entries.push({ keys, row, source: "phrase" });
		hints.push(hint);
	};
	for (const name of ["lexicon/phrases", "lexicon/lay", "lexicon/eponyms"]) {
		if (!hasTable(name)) continue;
		for (const { cells } of tableRows(name, ["phrase", "concept", "hint"]))
			add(cells.phrase, cells.concept, readHint(cells.hint, forms));
	}
	if (hasTable("lexicon/abbreviations-search"))
		for (const { cells } of tableRows("lexicon/abbreviations-search", ["abbreviation", "expansion", "code"]))
			if (cells.code !== "" && !cells.expansion.includes("|"))
				add(cells.abbreviation, cells.code, cells.abbreviation.length <= 3 ? CAPS : NO_HINT);
	return { entries, hints };
}
