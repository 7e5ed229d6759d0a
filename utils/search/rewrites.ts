import { hasTable, tableRows } from "../lexicon/tables";
import { phraseKeys, termKey } from "./terms";

/** "When the query has these words, these may stand for them." */
export interface Rewrite {
	/** Keys of the words that are replaced. */
	from: readonly string[];
	/** What stands for them. */
	to: string;
	/** The phrase as the table writes it. */
	phrase: string;
}

export interface Rewrites {
	/** Rewrites of several words, or to several words, by the key of the first word replaced. */
	phrases: ReadonlyMap<string, readonly Rewrite[]>;
	/** One word for one word: both are simply looked up. */
	words: ReadonlyMap<string, readonly string[]>;
}

/**
 * Rewrites of the lexicon: abbreviations to their expansions, phrases to their synonyms (a row with way "="
 * counts both ways). Absent tables give no rewrites.
 */
export function readRewrites(): Rewrites {
	const rewrites = new Map<string, Rewrite[]>();
	const words = new Map<string, string[]>();
	const add = (phrase: string, to: string) => {
		const from = phraseKeys(phrase);
		if (from.length === 0 || to === "") return;
		// most meanings are several words: their terms are only made when a query needs them
		const meant = from.length === 1 && !/\S\s+\S+\s+\S/.test(to) ? phraseKeys(to) : [];
		if (meant.length === 1) {
			const list = words.get(from[0]!) ?? [];
			if (from[0] !== meant[0] && !list.includes(meant[0]!)) list.push(meant[0]!);
			words.set(from[0]!, list);
			return;
		}
		const list = rewrites.get(from[0]!) ?? [];
		if (list.some((r) => r.to === to && r.from.join(" ") === from.join(" "))) return;
		list.push({ from, to, phrase });
		rewrites.set(from[0]!, list);
	};
	if (hasTable("lexicon/abbreviations-search"))
		for (const { cells } of tableRows("lexicon/abbreviations-search", ["abbreviation", "expansion"]))
			for (const sense of cells.expansion.split("|")) add(cells.abbreviation, sense.trim());
	if (hasTable("lexicon/search-synonyms"))
		for (const { cells } of tableRows("lexicon/search-synonyms", ["phrase", "way", "means"])) {
			for (const sense of cells.means.split("|")) {
				add(cells.phrase, sense.trim());
				if (cells.way === "=") add(sense.trim(), cells.phrase);
			}
		}
	for (const list of rewrites.values()) list.sort((a, b) => b.from.length - a.from.length);
	return { phrases: rewrites, words };
}

/** Words of the phrases, sorted: what a misspelt word may be beside the words of a set. */
export function wordsOfRewrites({ phrases, words }: Rewrites, isKnown: (word: string) => boolean): string[] {
	const found = new Set<string>(words.keys());
	for (const list of phrases.values()) for (const { from } of list) for (const key of from) found.add(key);
	return [...found].filter((word) => word.length > 4 && !word.startsWith("!") && !isKnown(word)).sort();
}

/** Pairs of words that exclude each other, by key, both ways; none when the table is absent. */
export function readOpposites(): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	if (!hasTable("lexicon/search-opposites")) return found;
	const add = (word: string, other: string) => found.set(word, [...(found.get(word) ?? []), other]);
	for (const { cells } of tableRows("lexicon/search-opposites", ["word", "opposite"])) {
		const [word, opposite] = [termKey(cells.word), termKey(cells.opposite)];
		add(word, opposite);
		add(opposite, word);
	}
	return found;
}
