import { sideOfTerm } from "../choose/side";
import type { Term } from "../terms/terms";
import type { Match } from "./match";

/**
 * Without the matches that a part of the body only implies where another match says the part itself: an "ulcer of the
 * right foot" is named by "foot ulcer", not by "ulcer of lower limb, right". Sides do not count, since the code
 * is refined by them anyhow; nor does what the implied one adds behind it ("foot ulcer, fat layer exposed") where both
 * are of one `category` of the classification.
 */
export function withoutImplied(
	matches: readonly Match[],
	terms: readonly Term[],
	category: (match: Match) => string,
): Match[] {
	const named = matches
		.filter(({ implied }) => (implied ?? []).length === 0)
		.map((match) => ({ places: bare(match, terms), of: category(match) }));
	return matches.filter((match) => {
		const { implied = [] } = match;
		if (implied.length === 0) return true;
		const own = bare(match, terms);
		return !named.some(
			({ places, of }) =>
				places.every((place) => own.includes(place)) &&
				(places.length === own.length ||
					(places.length > 1 &&
						of === category(match) &&
						implied.every((place) => places.includes(place)) &&
						own.every((place) => places.includes(place) || place > Math.max(...places)))),
		);
	});
}

/** The places of a match but for the sides. */
function bare({ at }: Match, terms: readonly Term[]): number[] {
	return at.filter((place) => sideOfTerm(terms[place] as Term) === null);
}
