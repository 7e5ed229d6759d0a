import type { CodeSet } from "../codesets/types";
import { choiceSuffix } from "./entries";
import { terms } from "./terms";

/** A row's choice of the last character: what its title adds to the parent's, as terms of the index. */
export interface Choice {
	row: number;
	terms: readonly number[];
}

/** Children of headers, with the choices of the last character read once and kept. */
export class Families {
	#suffixTerms = new Map<string, number[]>();
	#choices = new Map<number, Choice[]>();

	/** `termOf` gives the index term of a key ("!coma" included) or -1. */
	constructor(
		readonly set: CodeSet,
		readonly termOf: (key: string) => number,
	) {}

	/** Choices of the last character below a row; empty when it has none. */
	choices(row: number): readonly Choice[] {
		let found = this.#choices.get(row);
		if (found) return found;
		found = [];
		for (const child of this.set.children(row)) {
			const suffix = choiceSuffix(this.set, child);
			if (suffix !== null) found.push({ row: child, terms: this.#terms(suffix) });
		}
		if (this.#choices.size > 5000) this.#choices.clear();
		this.#choices.set(row, found);
		return found;
	}

	#terms(suffix: string): number[] {
		let found = this.#suffixTerms.get(suffix);
		if (!found) {
			found = [...new Set(terms(suffix).map((term) => this.termOf(term.key)))].filter((t) => t >= 0);
			this.#suffixTerms.set(suffix, found);
		}
		return found;
	}
}
