import { sideOfTerm } from "../choose/side";
import { isStop, type Term } from "../terms/terms";
import type { Match } from "./match";

const JOINS = new Set(["and", "plus"]);
/** Words that may open a place behind the "and". */
const ARTICLES = new Set(["the", "his", "her", "of", "in", "to", "on"]);

/** True for a place in the body. */
type IsPlace = (term: Term) => boolean;
/** True for a noun that two places share behind the second: "femoral and popliteal veins", "upper and lower lobes". */
type IsShared = (term: Term) => boolean;

interface Pair {
	/** The first place, with its side: [from, and). */
	first: [number, number];
	/** The joining word and the second place: [and, to). */
	second: [number, number];
}

/** Two places that share one head: "of the [right femoral] [and right popliteal] veins". */
function pairIn(terms: readonly Term[], isPlace: IsPlace, isShared: IsShared, and: number): Pair | null {
	const part = (i: number): boolean => {
		const term = terms[i];
		return term !== undefined && (isPlace(term) || sideOfTerm(term) !== null);
	};
	let from = and;
	while (from > 0 && part(from - 1) && (from === and || (terms[from] as Term).gap === 0)) from--;
	let start = and + 1;
	while (ARTICLES.has(terms[start]?.word ?? "")) start++;
	let to = start;
	while (part(to) && (to === start || (terms[to] as Term).gap === 0)) to++;
	if (to - start > 1 && isShared(terms[to - 1] as Term)) to--;
	const places = (a: number, b: number): boolean =>
		terms.slice(a, b).some((term) => isPlace(term) && !isShared(term));
	if (!places(from, and) || !places(start, to) || (terms[start] as Term).gap === 3) return null;
	return { first: [from, and], second: [and, to] };
}

/**
 * Readings of a sentence in which two places share one head ("laceration of the scalp and lower lip"): once with each
 * of the two. Empty when there is no such pair, when a name of the classification has both places in it ("mitral and
 * aortic valve"), when both have a match already, or when each belongs to a condition of its own.
 */
export function distributed(
	terms: readonly Term[],
	found: readonly Match[],
	isPlace: IsPlace,
	isShared: IsShared,
): Term[][] {
	for (let and = 1; and < terms.length - 1; and++) {
		if (!JOINS.has((terms[and] as Term).word)) continue;
		const pair = pairIn(terms, isPlace, isShared, and);
		if (pair === null) continue;
		const { first, second } = pair;
		const within = ({ at }: Match, [from, to]: [number, number]): boolean =>
			at.some((place) => place >= from && place < to && isPlace(terms[place] as Term));
		const [one, two] = [
			found.some((match) => within(match, first)),
			found.some((match) => within(match, second)),
		];
		if (found.length === 0 || (one && two)) continue;
		const before = found.some(({ at }) => (at[at.length - 1] as number) < first[0]);
		const after = found.some(
			({ at }) => (at[0] as number) >= first[0] && (at[at.length - 1] as number) >= second[1],
		);
		if (before && after) continue;
		// "Fractures of the distal radius and ulnar styloid": the styloid is the ulna's alone.
		const next = terms[second[1]];
		const headed = found.some(({ at }) => (at[0] as number) < first[0]);
		if (headed && next !== undefined && next.gap === 0 && !isStop(next) && !isShared(next)) second[1]++;
		const without = ([from, to]: [number, number]): Term[] => [...terms.slice(0, from), ...terms.slice(to)];
		const side = terms.slice(first[0], and).filter((term) => sideOfTerm(term) !== null);
		const sided = terms.slice(and, second[1]).some((term) => sideOfTerm(term) !== null);
		// "Left hip and knee": a side said once holds for both.
		const other = [...terms.slice(0, first[0]), ...(sided ? [] : side), ...terms.slice(and + 1)];
		return [without(second), other];
	}
	return [];
}
