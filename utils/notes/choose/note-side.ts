import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { Term } from "../terms/terms";
import type { Side } from "./side";
import { mayBeOf, oneSide, type SaidSide } from "./side-regions";

/** Side that nearly all passages naming one name for a condition in `regions`; null when there is none. */
export type SideFor = (regions: ReadonlySet<string>) => Side;

/** Sides by regions, worked out once for each set of them, so that a long note takes no longer than its length. */
export function sidesOfNote(passages: readonly (readonly SaidSide[])[]): SideFor {
	const known = new Map<string, Side>();
	return (regions) => {
		const id = [...regions].sort().join();
		const there = known.get(id);
		if (there !== undefined) return there;
		const sides = passages.map((said) => oneSide(said.filter((one) => mayBeOf(one, regions))));
		const count = (side: Side): number => sides.filter((one) => one === side).length;
		const [left, right, both] = [count("left"), count("right"), count("bilateral")];
		const one = left >= right * 5 ? "left" : right >= left * 5 ? "right" : null;
		const side = left + right > 0 ? one : both > 0 ? "bilateral" : null;
		known.set(id, side);
		return side;
	};
}

/** Terms around a mention among which its place may stand. */
const PLACE_REACH = 4;

/** Regions of what a mention is of: the parts named with it, else those in its title; empty when none is. */
export function regionsOf({ sideRegions, titles }: NoteReader, mention: Mention): ReadonlySet<string> {
	const { sentence, from, to, row } = mention;
	const found = new Set<string>();
	const add = (key: string): void => {
		for (const region of sideRegions.get(key) ?? []) found.add(region);
	};
	for (let i = from; i <= to; i++) add((sentence.terms[i] as Term).key);
	for (let i = to + 1; found.size === 0 && i <= to + PLACE_REACH && i < sentence.terms.length; i++) {
		if ((sentence.terms[i] as Term).gap === 3) break;
		add((sentence.terms[i] as Term).key);
	}
	if (found.size === 0) for (const key of titles.of(row).keys) add(key);
	return found;
}
