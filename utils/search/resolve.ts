import type { CodeSet } from "../codesets/types";
import type { Families } from "./families";
import type { Matcher } from "./matcher";
import type { Slot } from "./query";
import { WEIGHTS } from "./weights";

/** A billable code that a group of entries leads to. */
export interface Leaf {
	row: number;
	/** Slots that the code answers, its family's entries included. */
	mask: number;
	/** Cost of the specifics that were added on the way down. */
	added: number;
}

const BRANCHES = 3;
const DEEPEST = 6;

/**
 * From a header to billable codes, level by level: at each level the child that answers most of what is
 * still unanswered and adds least that was not asked for. Where no child is a sensible default (every one
 * adds much), the best few are followed.
 */
export class Resolver {
	constructor(
		readonly set: CodeSet,
		readonly families: Families,
		readonly matcher: Matcher,
	) {}

	/** Billable codes for a row; the row itself when it is one. `mask` holds the slots answered so far. */
	leaves(row: number, mask: number, slots: readonly Slot[], total: number): Leaf[] {
		const found: Leaf[] = [];
		this.#down(row, mask, 0, slots, total, BRANCHES, 0, found);
		return found;
	}

	#down(
		row: number,
		mask: number,
		added: number,
		slots: readonly Slot[],
		total: number,
		branches: number,
		depth: number,
		found: Leaf[],
	): void {
		if (this.set.billable(row) || depth > DEEPEST) {
			if (this.set.billable(row)) found.push({ row, mask, added });
			return;
		}
		const choices = this.families.choices(row);
		if (choices.length > 0) {
			found.push(this.#choose(choices, mask, added, slots));
			return;
		}
		const own = this.matcher.index.titleEntry[row]!;
		const ownExtra = own < 0 ? 0 : this.matcher.extra(own);
		const ranked: { child: number; mask: number; added: number; score: number }[] = [];
		for (const child of this.set.children(row)) {
			const entry = this.matcher.index.titleEntry[child]!;
			if (entry < 0) continue;
			const childMask = this.matcher.mask[entry]! | mask;
			const more = Math.max(0, this.matcher.extra(entry) - ownExtra);
			const gain = weightOf(slots, childMask & ~mask) / total;
			const score = gain * WEIGHTS.union - WEIGHTS.childExtra * (more / (more + total));
			ranked.push({ child, mask: childMask, added: added + more, score });
		}
		ranked.sort((a, b) => b.score - a.score || a.child - b.child);
		const best = ranked[0];
		if (!best) return;
		const clear = best.score > -0.03 || ranked.length === 1;
		for (const next of ranked.slice(0, clear ? 1 : branches))
			this.#down(next.child, next.mask, next.added, slots, total, clear ? branches : 1, depth + 1, found);
	}

	/** The choice of the last character that fits the words best; the first one (initial, closed) by default. */
	#choose(
		choices: readonly { row: number; terms: readonly number[] }[],
		mask: number,
		added: number,
		slots: readonly Slot[],
	): Leaf {
		const { cost } = this.matcher.weights;
		let best = { row: choices[0]!.row, mask, added };
		let bestScore = Number.NEGATIVE_INFINITY;
		const possible = new Set<number>();
		for (const choice of choices) for (const term of choice.terms) possible.add(term);
		for (let c = 0; c < choices.length; c++) {
			const choice = choices[c]!;
			let score = -0.001 * c;
			let chosen = mask;
			let more = 0;
			const asked = new Set<number>();
			for (let s = 0; s < slots.length; s++) {
				if (slots[s]!.generic) continue;
				const hit = slots[s]!.alternatives.find((a) => choice.terms.includes(a.term));
				if (hit) {
					score += slots[s]!.weight;
					asked.add(hit.term);
					chosen |= 1 << s;
				} else if (slots[s]!.alternatives.some((a) => possible.has(a.term))) {
					// the family could say it, this choice does not
					chosen &= ~(1 << s);
				}
			}
			for (const term of choice.terms) if (!asked.has(term)) more += cost[term]!;
			score -= 0.5 * more;
			if (score > bestScore) {
				bestScore = score;
				best = { row: choice.row, mask: chosen, added };
			}
		}
		return best;
	}
}

/** Sum of the weights of the slots in a mask. */
export function weightOf(slots: readonly Slot[], mask: number): number {
	let sum = 0;
	for (let s = 0; s < slots.length; s++) if ((mask & (1 << s)) !== 0) sum += slots[s]!.weight;
	return sum;
}
