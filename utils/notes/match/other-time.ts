import { tableRows } from "../../lexicon/tables";
import type { Term } from "../terms/terms";

/** Marks words for an episode that tell of another time: they are then read as denied. */
export type MarkOtherTime = (terms: readonly Term[]) => void;

interface Rule {
	before: ReadonlySet<string>;
	after: ReadonlySet<string>;
	within: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" ").filter((word) => word !== ""));

/** Reads data/rules/other-time.tsv. */
export function otherTime(): MarkOtherTime {
	const rules = new Map<string, Rule>();
	for (const { cells } of tableRows("rules/other-time", ["words", "before", "after", "within"])) {
		const rule = { before: set(cells.before), after: set(cells.after), within: Number(cells.within) };
		for (const word of set(cells.words)) rules.set(word, rule);
	}
	return (terms) => {
		for (const [at, term] of terms.entries()) {
			const rule = rules.get(term.word);
			if (rule !== undefined && (beside(terms, at, -1, rule) || beside(terms, at, 1, rule)))
				term.denied = true;
		}
	};
}

/** True when one of the rule's words stands near the term at `at`, in the direction `step`, with no pause between. */
function beside(terms: readonly Term[], at: number, step: 1 | -1, rule: Rule): boolean {
	const words = step < 0 ? rule.before : rule.after;
	for (let away = 1; away <= rule.within; away++) {
		const pause = terms[step < 0 ? at - away + 1 : at + away]?.gap;
		const near = terms[at + step * away];
		if (near === undefined || pause !== 0) return false;
		if (words.has(near.word)) return true;
	}
	return false;
}
