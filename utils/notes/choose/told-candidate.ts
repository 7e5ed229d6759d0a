import type { TextRange } from "../../text/note-text";
import type { Candidate } from "../candidates";

/**
 * A candidate that a rule reads off the words at `at` (offsets as in the note), where no name of a code was matched.
 * `passage` is the number of the passage among the note's, `rule` its source.
 */
export function toldCandidate(row: number, at: TextRange, passage: number, rule: string): Candidate {
	return {
		row,
		named: row,
		mentions: [
			{
				start: at.start,
				end: at.end,
				row,
				source: "cue",
				weight: 6,
				cost: 0,
				keys: new Set(),
				status: "affirmed",
				bySection: false,
				sentence: {
					terms: [],
					ids: new Int32Array(),
					places: new Map(),
					wholes: [],
					path: new Float32Array(1),
				},
				from: 0,
				to: 0,
				passage,
				inTitle: false,
				again: false,
				order: 1,
				chosen: new Map(),
			},
		],
		by: [],
		sideMissing: false,
		margin: 1,
		rule,
	};
}
