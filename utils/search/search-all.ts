import type { Searcher } from "./search";
import type { SearchAnswer, SearchOptions } from "./types";

/**
 * Searches several sets and merges their answers into one list, best first; equal scores keep the order of
 * the sets. Completions are merged without repeats; a spelling is offered when any set used it.
 */
export function searchAll(
	searchers: readonly Searcher[],
	query: string,
	options: SearchOptions = {},
): SearchAnswer {
	const wanted = searchers.filter(
		({ set }) => !options.systems || options.systems.includes(set.release.system),
	);
	const answers = wanted.map((searcher) => searcher.search(query, options));
	const results = answers
		.flatMap((answer) => answer.results)
		.sort((a, b) => b.score - a.score)
		.slice(0, options.limit ?? 20);
	const completions = [...new Set(answers.flatMap((answer) => answer.completions))];
	const didYouMean = answers.find((answer) => answer.didYouMean !== undefined)?.didYouMean;
	return { query, results, completions, ...(didYouMean === undefined ? {} : { didYouMean }) };
}
