import type { CodeSet } from "../../../utils/codesets/types";
import type { CheckInput, EditFinding } from "../../../utils/edits/types";
import type { Analysis, AnalyzeInput, AnalyzeOptions } from "../../../utils/notes/types";
import type { SearchAnswer, SearchOptions } from "../../../utils/search/types";

/** What the background needs of the engine. Pure work: no promise, no browser. */
export interface Engine {
	search(query: string, options?: SearchOptions): SearchAnswer;
	/** Yields whenever it may be interrupted; `previous` is the analysis it can build on. */
	analyzeSteps(input: AnalyzeInput, options?: AnalyzeOptions, previous?: Analysis): Generator<void, Analysis>;
	check(input: CheckInput): EditFinding[];
}

/** Opens the engine over the code sets in force. */
export type EngineFactory = (sets: readonly CodeSet[]) => Engine;
