import type { Match } from "./match";

/**
 * The matches that stand: the heaviest first, each later one only where it claims a place of its own. A match
 * whose code the heavier one asks for beside itself (`partnerOf`) stands inside it. One
 * that shares its head with heavier ones ("cervical and lumbar strain") stands when it is tight itself and
 * `standsBeside` lets it.
 */
export function pick(
	matches: readonly Match[],
	terms: number,
	partnerOf: (winner: Match, part: Match) => boolean = () => false,
	standsBeside: (winners: readonly Match[], match: Match) => boolean = () => true,
): Match[] {
	const sorted = [...matches].sort(
		(a, b) =>
			b.weight - a.weight ||
			b.at.length - a.at.length ||
			a.cost - b.cost ||
			a.row - b.row ||
			a.entry - b.entry,
	);
	const taken = new Uint8Array(terms);
	const chosen: Match[] = [];
	for (const match of sorted) {
		let free = 0;
		for (const place of match.at) if (taken[place] === 0) free++;
		if (free === 0) {
			const inside =
				match.cost < 1 && chosen.some((winner) => winner.row !== match.row && partnerOf(winner, match));
			const places = match.at.join();
			if (inside && !chosen.some(({ row, at }) => row === match.row || at.join() === places))
				chosen.push(match);
			continue;
		}
		if (free < match.at.length) {
			if (match.cost > 1.6 || free * 2 < match.at.length) continue;
			const winners = chosen.filter(({ at }) => at.some((place) => match.at.includes(place)));
			if (!standsBeside(winners, match)) continue;
		}
		for (const place of match.at) taken[place] = 1;
		chosen.push(match);
	}
	return chosen.sort((a, b) => (a.at[0] as number) - (b.at[0] as number));
}
