import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { canonical, type Entry } from "./entry";

/** Entries from the lexicon: phrases and abbreviations that stand for a code of this set. */
export function lexiconEntries(set: CodeSet, forms: WordForms): Entry[] {
	const entries = new Map<string, Entry>();
	const add = (text: string, code: string): void => {
		const row = set.find(code);
		const keys = canonical(keysOf(text, forms));
		if (row < 0 || keys.length === 0) return;
		const id = keys.join(" ");
		if (!entries.has(id)) entries.set(id, { keys, row, source: "phrase" });
	};
	if (hasTable("lexicon/abbreviations-search"))
		for (const { cells } of tableRows("lexicon/abbreviations-search", ["abbreviation", "expansion", "code"]))
			if (cells.code !== "" && !cells.expansion.includes("|")) add(cells.abbreviation, cells.code);
	return [...entries.values()];
}
