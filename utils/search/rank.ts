import type { CodeSet } from "../codesets/types";
import type { SearchIndex } from "./index-reader";
import type { KindWeights, Matcher } from "./matcher";
import type { Reading } from "./query";
import { type Resolver, weightOf } from "./resolve";
import { WEIGHTS } from "./weights";

/** A billable code with its score and the entry that spoke for it. */
export interface RankedCode {
	row: number;
	score: number;
	entry: number;
	reading: Reading;
}

const ENTRIES = 400;
const GROUPS = 80;

interface Group {
	row: number;
	mask: number;
	score: number;
	entry: number;
}

/** Ranks the codes for one reading of a query. `keep` filters rows before ranking. */
export function rankReading(
	set: CodeSet,
	index: SearchIndex,
	matcher: Matcher,
	resolver: Resolver,
	reading: Reading,
	keep: ((row: number) => boolean) | null,
): RankedCode[] {
	const { slots, factor } = reading;
	let total = 0;
	for (const slot of slots) total += slot.weight;
	if (total <= 0) return [];
	matcher.match(slots);
	for (const slot of slots)
		if (slot.opposites.length > 0) matcher.contradict(slot.opposites, WEIGHTS.opposite * slot.weight);
	const best = matcher.best(total, kindWeights(), ENTRIES, keep && ((entry) => keep(index.row[entry]!)));
	let most = 0;
	for (const { entry } of best) most = Math.max(most, matcher.gained[entry]!);
	if (most < WEIGHTS.leastShare * total) return [];
	const groups = new Map<number, Group>();
	for (const { entry, score: raw } of best) {
		const row = index.row[entry]!;
		const score = raw + (index.isDefault[entry] === 1 ? WEIGHTS.defaultEntry : 0);
		const group = groups.get(row);
		if (!group) groups.set(row, { row, mask: matcher.mask[entry]!, score, entry });
		else {
			group.mask |= matcher.mask[entry]!;
			if (score > group.score) {
				group.score = score;
				group.entry = entry;
			}
		}
	}
	const gain = WEIGHTS.union / total;
	const list = [...groups.values()];
	for (const group of list) {
		const own = matcher.mask[group.entry]!;
		let mask = group.mask;
		for (let up = set.parent(group.row); up >= 0; up = set.parent(up)) {
			const above = groups.get(up);
			if (above) mask |= above.mask;
		}
		const title = index.titleEntry[group.row]!;
		if (title >= 0) mask |= matcher.mask[title]!;
		group.score += gain * weightOf(slots, mask & ~own);
		group.mask = mask;
	}
	list.sort((a, b) => b.score - a.score || a.row - b.row);
	const ranked: RankedCode[] = [];
	for (const group of list.slice(0, GROUPS)) {
		for (const leaf of resolver.leaves(group.row, group.mask, slots, total)) {
			let score = group.score;
			if (leaf.row !== group.row) {
				score += gain * (weightOf(slots, leaf.mask & ~group.mask) - weightOf(slots, group.mask & ~leaf.mask));
				score -= WEIGHTS.childExtra * (leaf.added / (leaf.added + total));
			}
			// the code's own title may say the opposite of the query although an index path led to it
			const said = index.titleEntry[leaf.row]! >= 0 ? leaf.row : set.parent(leaf.row);
			const title = said < 0 ? -1 : index.titleEntry[said]!;
			if (title >= 0 && title !== group.entry) score -= matcher.lost[title]! / total;
			ranked.push({ row: leaf.row, score: score * factor - (1 - factor), entry: group.entry, reading });
		}
	}
	return ranked;
}

function kindWeights(): KindWeights {
	const W = WEIGHTS;
	return {
		start: [0, W.kindIndex, W.kindDrug, W.kindExternal, W.kindInclusion, W.kindPhrase],
		extra: [W.extraTitle, W.extraIndex, W.extraIndex, W.extraIndex, W.extraInclusion, W.extraPhrase],
		unmatched: WEIGHTS.unmatched,
		extraFloor: WEIGHTS.extraFloor,
	};
}
