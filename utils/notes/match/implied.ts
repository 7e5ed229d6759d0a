import { sideOfTerm } from "../choose/side";
import type { Term } from "../terms/terms";
import type { Match } from "./match";

/**
 * Without the matches that a part of the body only implies where another match says the part itself: an "ulcer of the
 * right foot" is named by "foot ulcer", not by "ulcer of lower limb, right". Sides do not count, since the code
 * is refined by them anyhow.
 */
export function withoutImplied(matches: readonly Match[], terms: readonly Term[]): Match[] {
	const named = new Set(matches.filter(({ implied }) => !implied).map(({ at }) => bare(at, terms)));
	return matches.filter(({ implied, at }) => !implied || !named.has(bare(at, terms)));
}

/** The places of a match but for the sides, as a key. */
function bare(at: readonly number[], terms: readonly Term[]): string {
	return at.filter((place) => sideOfTerm(terms[place] as Term) === null).join();
}
