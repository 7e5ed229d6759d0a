import type { SearchIndex } from "./index-reader";
import type { Slot } from "./query";
import type { TermWeights } from "./term-weights";

/** An entry of the index with how well it answers a reading of the query. */
export interface Candidate {
	entry: number;
	score: number;
}

/** What each kind of entry gains and loses; see WEIGHTS. */
export interface KindWeights {
	start: readonly number[];
	extra: readonly number[];
	unmatched: number;
	extraFloor: number;
}

/** Words with more postings than this are common; with so many entries in play they open no new ones. */
const COMMON = 3000;
const ENOUGH = 400;
const BUCKETS = 512;
/** Scores lie between these; outside they share the first or last bucket. */
const LOWEST = -0.8;
const HIGHEST = 1.4;

/**
 * Adds up, for every entry, which words of the query it answers. The arrays are as long as the index and
 * used again for every query; `reset` clears only what was touched.
 */
export class Matcher {
	/** Bit per slot of the query that the entry answers. */
	readonly mask: Uint32Array;
	/** Sum of weight * quality of the answered slots. */
	readonly gained: Float32Array;
	/** Cost of the entry's words that the query asked for. */
	readonly paid: Float32Array;
	/** Loss of entries that say the opposite of the query. */
	readonly lost: Float32Array;
	#contradicted: number[] = [];
	#touched: Uint32Array;
	#count = 0;

	constructor(
		readonly index: SearchIndex,
		readonly weights: TermWeights,
	) {
		this.mask = new Uint32Array(index.entries);
		this.gained = new Float32Array(index.entries);
		this.paid = new Float32Array(index.entries);
		this.lost = new Float32Array(index.entries);
		this.#touched = new Uint32Array(index.entries);
	}

	/**
	 * Matches all slots (at most 31), rare words first. Once enough entries are in play, a very common word
	 * only adds to those: alone it would never lift another entry among the best.
	 */
	match(slots: readonly Slot[]): void {
		this.reset();
		const order = slots.map((slot, bit) => ({ slot, bit, size: this.#size(slot) }));
		order.sort((a, b) => a.size - b.size);
		for (const { slot, bit, size } of order) {
			const closed = size > COMMON && this.#count >= ENOUGH;
			for (const { term, quality } of slot.alternatives)
				this.#add(term, 1 << bit, slot.weight * quality, closed);
		}
	}

	#size(slot: Slot): number {
		let size = 0;
		for (const { term } of slot.alternatives) size += this.index.start[term + 1]! - this.index.start[term]!;
		return size;
	}

	#add(term: number, bit: number, gain: number, closed: boolean): void {
		const { start, postings } = this.index;
		const { mask, gained, paid } = this;
		const touched = this.#touched;
		const cost = this.weights.cost[term]!;
		const end = start[term + 1]!;
		let count = this.#count;
		for (let p = start[term]!; p < end; p++) {
			const posting = postings[p]!;
			const entry = posting >>> 1;
			const before = mask[entry]!;
			if ((before & bit) !== 0) continue;
			if (before === 0) {
				if (closed) continue;
				touched[count++] = entry;
			}
			mask[entry] = before | bit;
			gained[entry]! += gain;
			if ((posting & 1) === 0) paid[entry]! += cost;
		}
		this.#count = count;
	}

	/** Takes `loss` from every entry that holds one of the terms: it says the opposite of the query. */
	contradict(terms: readonly number[], loss: number): void {
		const { start, postings } = this.index;
		const { lost } = this;
		for (const term of terms) {
			const end = start[term + 1]!;
			for (let p = start[term]!; p < end; p++) lost[postings[p]! >>> 1]! += loss;
			this.#contradicted.push(term);
		}
	}

	/** Forgets the last query. */
	reset(): void {
		const touched = this.#touched;
		for (let i = 0; i < this.#count; i++) {
			const entry = touched[i]!;
			this.mask[entry] = 0;
			this.gained[entry] = 0;
			this.paid[entry] = 0;
		}
		this.#count = 0;
		const { start, postings } = this.index;
		for (const term of this.#contradicted)
			for (let p = start[term]!; p < start[term + 1]!; p++) this.lost[postings[p]! >>> 1] = 0;
		this.#contradicted = [];
	}

	/** Cost of the words of an entry that the query did not ask for. */
	extra(entry: number): number {
		const rest = this.weights.entryCost[entry]! - this.paid[entry]!;
		return Math.max(rest, 0);
	}

	/** The `most` best entries (a few more where scores tie), in no particular order. */
	best(
		total: number,
		kinds: KindWeights,
		most: number,
		keep: ((entry: number) => boolean) | null,
	): Candidate[] {
		const touched = this.#touched;
		const { gained, paid, lost } = this;
		const entryCost = this.weights.entryCost;
		const scores = new Float32Array(this.#count);
		const histogram = new Uint32Array(BUCKETS);
		const { kindOf } = this.index;
		const scale = BUCKETS / (HIGHEST - LOWEST);
		const bucketOf = (score: number) => {
			const b = ((score - LOWEST) * scale) | 0;
			return b < 0 ? 0 : b >= BUCKETS ? BUCKETS - 1 : b;
		};
		for (let i = 0; i < this.#count; i++) {
			const entry = touched[i]!;
			const kind = kindOf[entry]!;
			const gain = gained[entry]! - lost[entry]!;
			let extra = entryCost[entry]! - paid[entry]!;
			extra = Math.max(extra, 0);
			const score =
				kinds.start[kind]! +
				(gain - kinds.unmatched * (total - gain)) / total -
				(kinds.extra[kind]! * extra) / (extra + gain + kinds.extraFloor);
			scores[i] = score;
			histogram[bucketOf(score)]!++;
		}
		let sum = 0;
		let cut = BUCKETS - 1;
		for (; cut > 0 && sum + histogram[cut]! < most; cut--) sum += histogram[cut]!;
		const found: Candidate[] = [];
		for (let i = 0; i < this.#count && found.length < most * 2; i++) {
			if (bucketOf(scores[i]!) < cut) continue;
			const entry = touched[i]!;
			if (keep === null || keep(entry)) found.push({ entry, score: scores[i]! });
		}
		return found;
	}
}
