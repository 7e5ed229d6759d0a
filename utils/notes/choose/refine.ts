import type { CodeSet } from "../../codesets/types";
import type { Surroundings } from "./surroundings";
import type { TitleReader, TitleWords } from "./title-words";

/** Outcome of choosing a code under a concept. */
export interface Choice {
	row: number;
	/** Score of the chosen row over the next best; small means the note hardly decides. */
	margin: number;
	/** Keys of the note that chose it. */
	by: string[];
	/** True when a side that the code asks for is missing. */
	sideMissing: boolean;
}

const UNSUPPORTED = 1.6;
const MOST_LEAVES = 700;

/** Nearest ancestor that `row` is the default or unspecified form of: what the mention named. */
export function conceptOf(set: CodeSet, titles: TitleReader, row: number): number {
	let concept = row;
	for (let step = 0; step < 4; step++) {
		const parent = set.parent(concept);
		if (parent < 0 || set.code(parent).length < 3) break;
		const own = titles.of(concept);
		const defaults =
			own.unspecified ||
			own.side === "unspecified" ||
			(own.without.length > 0 && own.keys.length <= titles.of(parent).keys.length);
		if (!defaults) break;
		if (/^(?:other|persons|encounter)/i.test(set.title(parent))) break;
		concept = parent;
	}
	return concept;
}

/** Rows a note could be coded with under a concept: billable, or headers whose children only add a 7th character. */
function leavesUnder(set: CodeSet, concept: number): number[] {
	const leaves: number[] = [];
	const end = set.end(concept);
	for (let row = concept; row < end; row++) {
		if (set.code(row).length > 7) continue;
		if (set.billable(row) || set.end(row) === row + 1 || set.code(row + 1).length > 7) leaves.push(row);
		if (leaves.length > MOST_LEAVES) break;
	}
	return leaves;
}

function supportOf(
	keys: readonly string[],
	known: ReadonlySet<string>,
	around: Surroundings,
	by: string[],
): number {
	let score = 0;
	for (const key of keys) {
		if (known.has(key)) continue;
		const support = around.support(key);
		if (support >= 0.4) {
			score += support;
			by.push(key);
		} else score -= UNSUPPORTED - support;
	}
	return score;
}

function scoreOf(
	words: TitleWords,
	known: ReadonlySet<string>,
	around: Surroundings,
): { score: number; by: string[] } {
	let by: string[] = [];
	let score = supportOf(words.keys, known, around, by);
	for (const keys of words.others) {
		const found: string[] = [];
		const other = supportOf(keys, known, around, found);
		if (other > score && found.length > 0) {
			score = other;
			by = found;
		}
	}
	for (const key of words.without) if (!words.keys.includes(key) && around.support(key) >= 0.7) score -= 1.5;
	if (words.residual) score -= 0.7;
	if (words.unspecified) score -= 0.1;
	if (words.side !== null) {
		if (words.side === "unspecified") score -= around.side === null ? 0 : around.sideSupport;
		else if (words.side === around.side) score += around.sideSupport;
		else score -= around.side === null ? 1.2 : 2.5;
	}
	return { score, by };
}

/**
 * Chooses the row under the concept of `start` that the note's words support best. A child never wins over its
 * unspecified sibling without words of its own in the note. `matched` are the keys of the mention itself.
 */
export function refine(
	set: CodeSet,
	titles: TitleReader,
	start: number,
	matched: ReadonlySet<string>,
	around: Surroundings,
): Choice {
	const concept = conceptOf(set, titles, start);
	const known = new Set([
		...matched,
		...titles.of(concept).keys,
		...(concept === start ? [] : titles.of(start).keys),
	]);
	let best = start;
	let bestScore = Number.NEGATIVE_INFINITY;
	let second = Number.NEGATIVE_INFINITY;
	let by: string[] = [];
	for (const row of leavesUnder(set, concept)) {
		const words = titles.of(row);
		const result = scoreOf(words, known, around);
		const score = result.score + (row === start ? 0.35 : 0);
		if (score > bestScore) {
			second = bestScore;
			bestScore = score;
			best = row;
			by = result.by;
		} else if (score > second) second = score;
	}
	const chosen = titles.of(best);
	return { row: best, margin: bestScore - second, by, sideMissing: chosen.side === "unspecified" };
}
