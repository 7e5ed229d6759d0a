import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { baseForm } from "../../text/base-form";
import { words } from "../../text/tokens";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { type Dictionary, findEntry, sourceOf } from "./dictionary";
import { canonical, type Entry, type EntrySource } from "./entry";
import { limbAlias } from "./limb-alias";
import { NO_HINT, type PhraseHint, readHint } from "./phrase-hint";

/** Phrases of the lexicon as entries, each with the conditions under which it means its code. */
export interface LexiconEntries {
	entries: Entry[];
	hints: PhraseHint[];
}

const INDEX = new Set<EntrySource>(["index", "default", "inclusion", "neoplasm"]);

/** What the classification's own index says in the same words stands above our phrase. */
function saidByIndex(official: Dictionary, keys: readonly string[]): boolean {
	const entry = findEntry(official, keys);
	return entry >= 0 && INDEX.has(sourceOf(official, entry));
}

const ABBREVIATIONS = "lexicon/abbreviations";

/** Everyday words that are abbreviations only when written exactly so ("NOWS", "ALL"). */
const EVERYDAY = new Set(
	(
		"now no not all add ad as at am an are was has had have he her him his man men may me my no nose on or out over own pet rat red " +
		"run sad she so tag the tip us we who you bad bag bed big bit box boy but by can cap car cat cold cup cut day did dip do does dry " +
		"end fat few fit for gap gas get go got hip hot ice if in is it lab lad lap led leg let lip lot low mass mat mid mom nap net new " +
		"old pad pan pass past pat pen pin pit pop port pot put rest rib sat sea see set sip sit six ten tap tee tie toe too top two up use " +
		"via wall war way well wet with fall fast felt find help hand head home just like long look made main more much must name next part " +
		"pale plan said same side some still stop take tall than that then they this till time told took turn very want week went were what"
	).split(" "),
);

function abbreviationHint(cell: string, abbreviation: string, forms: WordForms): PhraseHint {
	const hint = readHint(cell, abbreviation, forms);
	const folded = abbreviation.toLowerCase();
	const everyday = EVERYDAY.has(folded) || EVERYDAY.has(baseForm(folded));
	return everyday && hint.written === null ? { ...hint, written: abbreviation } : hint;
}

/** Keys of the words that abbreviations without a code of their own stand for ("RUQ"), by the folded abbreviation. */
export function expansions(forms: WordForms): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, readonly string[]>();
	if (!hasTable(ABBREVIATIONS)) return found;
	for (const { cells } of tableRows(ABBREVIATIONS, ["abbreviation", "expansion", "concept", "hint"])) {
		const [word, ...more] = words(cells.abbreviation);
		if (cells.concept !== "" || word === undefined || more.length > 0 || /near|section|not/.test(cells.hint))
			continue;
		if (!found.has(word)) found.set(word, keysOf(cells.expansion, forms));
	}
	return found;
}

/**
 * Entries from the lexicon: phrases, abbreviations, lay words that stand for a code of this set. Tables are
 * read in the order of trust; the first row for a set of words wins unless it has a hint.
 */
export function lexiconEntries(set: CodeSet, forms: WordForms, official: Dictionary): LexiconEntries {
	const general = new Set(
		(hasTable("rules/general-words") ? tableRows("rules/general-words", ["word"]) : []).map(({ cells }) =>
			forms.key(cells.word),
		),
	);
	const entries: Entry[] = [];
	const hints: PhraseHint[] = [];
	const seen = new Set<string>();
	const add = (text: string, code: string, hint: PhraseHint): void => {
		const row = set.find(code);
		const keys = canonical(keysOf(text, forms));
		if (row < 0 || keys.length === 0) return;
		const said = words(text);
		const form = keys.length === 1 && said.length === 1 ? baseForm(said[0] as string) : "";
		const id = `${keys.join(" ")} ${form}${hint === NO_HINT ? "" : ` ${row}`}`;
		if (seen.has(id)) return;
		if (hint === NO_HINT && saidByIndex(official, keys)) return;
		const alone = keys[0] as string;
		if (keys.length === 1 && said.length > 1 && (alone.length < 4 || general.has(alone))) return;
		seen.add(id);
		entries.push({ keys, row, source: "phrase" });
		hints.push(form === "" ? hint : { ...hint, word: form });
	};
	for (const name of ["lexicon/phrases", "lexicon/lay", "lexicon/eponyms"]) {
		if (!hasTable(name)) continue;
		for (const { cells } of tableRows(name, ["phrase", "concept", "hint"]))
			add(cells.phrase, cells.concept, readHint(cells.hint, cells.phrase, forms));
	}
	if (hasTable(ABBREVIATIONS))
		for (const { cells } of tableRows(ABBREVIATIONS, ["abbreviation", "concept", "hint"]))
			if (cells.concept !== "")
				add(cells.abbreviation, cells.concept, abbreviationHint(cells.hint, cells.abbreviation, forms));
	for (const [i, { keys, row }] of [...entries.entries()]) {
		const alias = limbAlias(keys);
		if (alias === null) continue;
		const sorted = canonical(alias);
		const there = findEntry(official, sorted);
		if (seen.has(`${sorted.join(" ")} `) || (there >= 0 && sourceOf(official, there) !== "alias")) continue;
		entries.push({ keys: sorted, row, source: "phrase" });
		hints.push(hints[i] as PhraseHint);
	}
	return { entries, hints };
}
