import { tableRows } from "../../lexicon/tables";
import { isStop, type Term } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";
import { sideOfTerm } from "./side";

/** Tells the words that describe a condition named before them: side, place, course, severity, kind. */
export type Describes = (term: Term) => boolean;

/** Reads data/rules/describing-words.tsv; `places` are the keys of places in the body. */
export function describingWords(forms: WordForms, places: (key: string) => boolean): Describes {
	const keys = new Set(
		tableRows("rules/describing-words", ["topic", "words"]).flatMap(({ cells }) =>
			cells.words.split(" ").map((word) => forms.key(word)),
		),
	);
	return (term) =>
		term.denied !== true &&
		(keys.has(term.key) ||
			places(term.key) ||
			sideOfTerm(term) !== null ||
			/^(?:stage|type|grade|class)=/.test(term.key));
}

/**
 * End (exclusive) of the run of describing words in `terms` from `from`: whole stretches between pauses, so that
 * "acute" in "heart failure, acute bronchitis" belongs to what follows it. `from` when there is none.
 */
export function describingEnd(terms: readonly Term[], from: number, describes: Describes): number {
	let end = from;
	let says = false;
	for (let i = from; i <= terms.length; i++) {
		const term = terms[i];
		if (term === undefined || (i > from && term.gap > 0)) {
			if (!says) return end;
			end = i;
			says = false;
		}
		if (term === undefined || (term.gap === 3 && i > from)) return end;
		if (describes(term)) says = true;
		else if (!isStop(term)) return end;
	}
	return end;
}
