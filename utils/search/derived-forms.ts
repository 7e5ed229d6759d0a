/** Endings of adjectives with the endings that their nouns may have: "epididymal" and "epididymis". */
const ADJECTIVES: readonly (readonly [string, readonly string[]])[] = [
	["eal", ["ea", "eum"]],
	["al", ["", "is", "us", "um", "a", "e", "y"]],
	["ar", ["a", "us", "um", "e"]],
	["tic", ["sis", "sy", "", "tis"]],
	["ic", ["is", "ia", "y", "e", "us", "es", ""]],
	["ive", ["ion", ""]],
	["ous", ["us", "", "a"]],
	["ary", ["a", "e"]],
];
const SHORTEST_WORD = 7;
const SHORTEST_STEM = 5;

/**
 * Words that may be the noun of an adjective or the adjective of a noun, whether they exist or not: the
 * caller looks them up. Only for words long enough that a stem says something.
 */
export function derivedForms(word: string): string[] {
	if (word.length < SHORTEST_WORD) return [];
	const found = new Set<string>();
	const add = (stem: string, ending: string) => {
		if (stem.length >= SHORTEST_STEM && stem + ending !== word) found.add(stem + ending);
	};
	for (const [adjective, nouns] of ADJECTIVES) {
		if (word.endsWith(adjective)) for (const noun of nouns) add(word.slice(0, -adjective.length), noun);
		for (const noun of nouns)
			if (noun !== "" && word.endsWith(noun)) add(word.slice(0, -noun.length), adjective);
	}
	return [...found];
}
