import type { CodeSet } from "../../codesets/types";
import { tableRows } from "../../lexicon/tables";
import { type Dictionary, layOut } from "../dictionary/dictionary";
import { canonical, type Entry } from "../dictionary/entry";
import type { SectionRole } from "../sections";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** When a cue counts. */
export interface CueRule {
	/** Sections it counts in; empty: any. */
	roles: ReadonlySet<SectionRole>;
	/** One of these keys must stand in the same sentence; empty: no demand. */
	near: readonly string[];
	/** None of these keys may stand in it. */
	not: readonly string[];
	/** A history tells it as well as the present. */
	past: boolean;
}

/** Status, visit, habit and drug codes by what a note says for them. */
export interface Cues {
	dictionary: Dictionary;
	rules: readonly CueRule[];
}

const DRUG_ROLES = new Set<SectionRole>(["allergies", "family", "family-social"]);

/** Cues of data/rules/cues.tsv and long-term-drugs.tsv (but for drugs-given.tsv) for the codes that the set has. */
export function openCues(set: CodeSet, forms: WordForms, ids: Map<string, number>): Cues {
	const entries: Entry[] = [];
	const rules: CueRule[] = [];
	const add = (phrase: string, code: string, rule: CueRule): void => {
		const row = set.find(code);
		const keys = canonical(keysOf(phrase, forms));
		if (row < 0 || keys.length === 0) return;
		entries.push({ keys, row, source: "cue" });
		rules.push(rule);
	};
	const given = tableRows("rules/drugs-given", ["word"]).map(({ cells }) => forms.key(cells.word));
	for (const { cells } of tableRows("rules/cues", ["phrase", "code", "roles", "near", "past"])) {
		add(cells.phrase, cells.code, {
			roles: new Set(cells.roles === "" ? [] : (cells.roles.split("|") as SectionRole[])),
			near: cells.near === "" ? [] : cells.near.split("|").flatMap((word) => [word, forms.key(word)]),
			not: cells.code.startsWith("Z79") ? given : [],
			past: cells.past === "yes",
		});
	}
	for (const { cells } of tableRows("rules/long-term-drugs", ["code", "drugs"]))
		for (const drug of cells.drugs.split(" "))
			add(drug, cells.code, { roles: new Set(), near: [], not: given, past: false });
	const counts = new Map<string, number>();
	for (const { keys } of entries) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return { dictionary: layOut(entries, ids, counts), rules };
}

/** True when the cue counts in this section and sentence. */
export function cueCounts(rule: CueRule, row: string, role: SectionRole, keys: ReadonlySet<string>): boolean {
	if (rule.roles.size > 0 && !rule.roles.has(role)) return false;
	if (row.startsWith("Z79") && (DRUG_ROLES.has(role) || keys.has("allergy"))) return false;
	if (rule.not.some((key) => keys.has(key))) return false;
	return rule.near.length === 0 || rule.near.some((key) => keys.has(key));
}
