import type { CodeSet } from "../../codesets/types";
import { hasTable, tableRows } from "../../lexicon/tables";
import { isEpisodeCode } from "../choose/episode";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { canonical, type Entry, type EntrySource } from "./entry";
import { indexKeys } from "./index-keys";
import { limbAlias } from "./limb-alias";
import { neoplasmKeys } from "./neoplasm-keys";
import { titleKeys } from "./titles";

const RANK: Readonly<Record<EntrySource, number>> = {
	phrase: 6,
	cue: 6,
	default: 5,
	neoplasm: 4,
	index: 4,
	see: 3,
	inclusion: 3,
	title: 2,
	alias: 1,
};
const MOST_KEYS = 9;
const GENERAL = "rules/general-words";

/** Words that qualify a condition and never name one. */
const MODIFIERS =
	"acute chronic subacute right left bilateral unilateral upper lower anterior posterior lateral medial primary secondary mild " +
	"moderate severe recurrent persistent complete incomplete partial total simple multiple single open closed stage type grade " +
	"congenital acquired elevated decreased abnormal normal first second third new old history increase late early without not no " +
	"patient distal proximal malignant benign intermittent continuous localized general generalized diffuse focal minor major superficial deep displaced nondisplaced";

/** Keys that name no condition alone: modifiers, and data/rules/general-words.tsv. */
function generalKeys(forms: WordForms): { alone: Set<string>; modifiers: Set<string> } {
	const modifiers = new Set(MODIFIERS.split(" ").map((word) => forms.key(word)));
	const alone = new Set(modifiers);
	for (const { cells } of hasTable(GENERAL) ? tableRows(GENERAL, ["word"]) : [])
		for (const key of keysOf(cells.word, forms)) alone.add(key);
	return { alone, modifiers };
}

/**
 * All entries of a code set: titles, inclusion terms and index paths as sets of term keys, one entry per set
 * of keys and row. When one set of keys names several rows, the index's default wins, then what is not bilateral
 * ("Inguinal hernia (unilateral) causing obstruction" loses its bracket), then the shorter code.
 */
export function entriesOf(set: CodeSet, forms: WordForms): Entry[] {
	const byKeys = new Map<string, Entry>();
	const general = generalKeys(forms);
	const add = (keys: string[], row: number, source: EntrySource): void => {
		const sorted = canonical(keys);
		if (sorted.length === 0 || sorted.length > MOST_KEYS) return;
		const said = sorted.filter((key) => key.length >= 3 && !general.modifiers.has(key));
		if (
			said.length === 0 ||
			(said.length === 1 && general.alone.has(said[0] as string) && sorted.length === 1)
		)
			return;
		const id = sorted.join(" ");
		const there = byKeys.get(id);
		if (there === undefined || better(set, row, source, there)) byKeys.set(id, { keys: sorted, row, source });
		const aliases = source === "alias" ? null : limbAlias(sorted);
		if (aliases !== null) add(aliases, row, "alias");
	};
	const icd = set.release.system === "ICD-10-CM";
	for (let row = 0; row < set.size; row++) {
		if (icd && isEpisodeCode(set.code(row))) continue;
		const external = icd && /^[V-Y]/.test(set.code(row));
		if (!external) for (const keys of titleKeys(set.title(row), forms)) add(keys, row, "title");
		for (const note of set.notes(row)) {
			if (note.kind !== "inclusionTerm" || external || leftOpen(set, row, note.text)) continue;
			for (const keys of titleKeys(note.text, forms)) add(keys, row, "inclusion");
		}
		for (const path of set.indexPaths(row)) {
			if (path.source === "drug" || path.source === "eindex" || path.manifestation) continue;
			const sets =
				path.source === "neoplasm" ? neoplasmKeys(path.parts, forms) : indexKeys(path.parts, forms);
			const source =
				path.source === "neoplasm" ? "neoplasm" : path.see ? "see" : path.isDefault ? "default" : "index";
			for (const keys of sets) add(keys, row, source);
		}
	}
	return [...byKeys.values()];
}

/**
 * "Endometrial hyperplasia without atypia" is no name of a bare endometrial hyperplasia where the group has a code for
 * what is not specified.
 */
function leftOpen(set: CodeSet, row: number, term: string): boolean {
	const parent = set.parent(row);
	if (parent < 0 || !/\bwithout\b/i.test(term)) return false;
	return set.children(parent).some((child) => child !== row && /, unspecified$/i.test(set.title(child)));
}

function better(set: CodeSet, row: number, source: EntrySource, there: Entry): boolean {
	if (RANK[source] !== RANK[there.source]) return RANK[source] > RANK[there.source];
	const both = [set.title(row), set.title(there.row)].map((title) => /\bbilateral\b/i.test(title));
	if (both[0] !== both[1]) return both[1] as boolean;
	return set.code(row).length < set.code(there.row).length;
}
