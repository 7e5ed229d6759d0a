import type { Searcher } from "./search";
import type { SearchAnswer, SearchHit, SearchOptions } from "./types";

const DEFAULT_LIMIT = 20;
const COMPLETIONS = 5;
/** Loss of a set that had to guess at a word which another set knows. */
const GUESSED = 0.25;

/**
 * One list over several sets. Scores of sets are comparable because each is a share of the query that is
 * answered; a set that only found a near spelling of a word that another set knows goes down. Never throws.
 */
export function searchAll(
	searchers: readonly Searcher[],
	query: string,
	options: SearchOptions = {},
): SearchAnswer {
	const answers = searchers.map((searcher) => searcher.search(query, options));
	const known = answers.some((answer) => answer.didYouMean === undefined && answer.results.length > 0);
	const hits: SearchHit[] = [];
	for (const answer of answers) {
		const loss = known && answer.didYouMean !== undefined ? GUESSED : 0;
		for (const hit of answer.results) hits.push(loss === 0 ? hit : { ...hit, score: hit.score - loss });
	}
	// sort is stable: within a set nothing changes places, sets come in the order given
	hits.sort((a, b) => b.score - a.score);
	const results = hits.slice(0, options.limit ?? DEFAULT_LIMIT);
	const merged: SearchAnswer = { query, results, completions: mergeCompletions(answers) };
	if (!known) {
		const first = results[0];
		const source =
			answers.find((answer) => answer.results.some((hit) => hit.code === first?.code)) ?? answers[0];
		if (source?.didYouMean !== undefined) merged.didYouMean = source.didYouMean;
	}
	return merged;
}

/** Completions of all sets in turns, each once. */
function mergeCompletions(answers: readonly SearchAnswer[]): string[] {
	const found = new Set<string>();
	for (let i = 0; i < COMPLETIONS; i++)
		for (const { completions } of answers) {
			const next = completions[i];
			if (next !== undefined) found.add(next);
		}
	return [...found].slice(0, COMPLETIONS);
}
