/** The sorted surface words of a set: look-up, completion, and the walk that finds near spellings. */
export class Vocabulary {
	constructor(readonly words: readonly string[]) {}

	/** Place of a word, or -1. */
	find(word: string): number {
		const at = this.#lower(word);
		return this.words[at] === word ? at : -1;
	}

	/** Places of the words that start with `prefix`, half-open. */
	startingWith(prefix: string): { from: number; to: number } {
		return { from: this.#lower(prefix), to: this.#lower(`${prefix}\uffff`) };
	}

	/**
	 * Words within `max` edits (insert, delete, substitute, swap) of `word`; with `asPrefix`, words that start
	 * within `max` edits of it. Walks the sorted words once, keeping the rows that neighbours share and
	 * jumping over every branch that is already too far.
	 */
	near(word: string, max: number, asPrefix: boolean): { place: number; distance: number }[] {
		const found: { place: number; distance: number }[] = [];
		const walk = new DistanceRows(word, max);
		let previous = "";
		let valid = 0;
		for (let place = 0; place < this.words.length; ) {
			const candidate = this.words[place]!;
			let depth = 0;
			const shared = Math.min(valid, candidate.length);
			while (depth < shared && candidate.charCodeAt(depth) === previous.charCodeAt(depth)) depth++;
			const length = Math.min(candidate.length, walk.deepest);
			let reached = asPrefix ? walk.leastUpTo(depth) : max + 1;
			let tooFar = 0;
			for (let d = depth + 1; d <= length; d++) {
				if (walk.fill(d, candidate) > max) {
					tooFar = d;
					break;
				}
				if (asPrefix) reached = Math.min(reached, walk.at(d));
			}
			valid = tooFar > 0 ? tooFar - 1 : length;
			previous = candidate;
			if (reached <= max) found.push({ place, distance: reached });
			else if (tooFar === 0 && candidate.length <= walk.deepest && walk.at(candidate.length) <= max)
				found.push({ place, distance: walk.at(candidate.length) });
			place = tooFar > 0 && reached > max ? this.#behind(candidate.slice(0, tooFar), place) : place + 1;
		}
		return found;
	}

	/** First place behind all words that start with `prefix`, searched from `place` on. */
	#behind(prefix: string, place: number): number {
		let step = 1;
		let low = place;
		while (low + step < this.words.length && this.words[low + step]!.startsWith(prefix)) {
			low += step;
			step *= 2;
		}
		let high = Math.min(low + step, this.words.length);
		while (low + 1 < high) {
			const middle = (low + high) >> 1;
			if (this.words[middle]!.startsWith(prefix)) low = middle;
			else high = middle;
		}
		return high;
	}

	#lower(word: string): number {
		let low = 0;
		let high = this.words.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.words[middle]! < word) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** Rows of the edit-distance table of one word, one per depth in the walk; only the band that can stay within `max`. */
class DistanceRows {
	readonly deepest: number;
	readonly #n: number;
	readonly #cells: Uint8Array;
	readonly #letters: Uint16Array;

	constructor(
		word: string,
		readonly max: number,
	) {
		this.#n = word.length;
		this.deepest = word.length + max + 1;
		this.#cells = new Uint8Array((this.deepest + 1) * (this.#n + 1)).fill(max + 1);
		this.#letters = Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
		for (let j = 0; j <= Math.min(this.#n, max); j++) this.#cells[j] = j;
	}

	/** Distance of the whole word to the first `depth` letters of the candidate, at most max + 1. */
	at(depth: number): number {
		return this.#cells[depth * (this.#n + 1) + this.#n]!;
	}

	leastUpTo(depth: number): number {
		let least = this.max + 1;
		for (let d = 0; d <= depth; d++) least = Math.min(least, this.at(d));
		return least;
	}

	/** Fills the row of depth `d` for the candidate's d-th letter; returns its least value. */
	fill(d: number, candidate: string): number {
		const cells = this.#cells;
		const letters = this.#letters;
		const max = this.max;
		const width = this.#n + 1;
		const row = d * width;
		const above = row - width;
		const letter = candidate.charCodeAt(d - 1);
		const before = d > 1 ? candidate.charCodeAt(d - 2) : -1;
		const from = d > max ? d - max : 1;
		const to = Math.min(d + max, this.#n);
		let least = max + 1;
		cells[row + from - 1] = from === 1 && d <= max ? d : max + 1;
		if (from === 1) least = cells[row]!;
		for (let j = from; j <= to; j++) {
			const own = letters[j - 1]!;
			let value = cells[above + j - 1]! + (own === letter ? 0 : 1);
			const deleted = cells[above + j]! + 1;
			if (deleted < value) value = deleted;
			const inserted = cells[row + j - 1]! + 1;
			if (inserted < value) value = inserted;
			if (own === before && j > 1 && letters[j - 2] === letter) {
				const swapped = cells[above - width + j - 2]! + 1;
				if (swapped < value) value = swapped;
			}
			if (value > max + 1) value = max + 1;
			cells[row + j] = value;
			if (value < least) least = value;
		}
		if (to < this.#n) cells[row + to + 1] = max + 1;
		return least;
	}
}
