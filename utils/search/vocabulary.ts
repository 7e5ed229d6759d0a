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
		const n = word.length;
		const found: { place: number; distance: number }[] = [];
		const deepest = n + max + 1;
		const rows: Uint8Array[] = [];
		for (let d = 0; d <= deepest; d++) rows.push(new Uint8Array(n + 1));
		for (let j = 0; j <= n; j++) rows[0]![j] = Math.min(j, 255);
		let previous = "";
		let valid = 0;
		for (let place = 0; place < this.words.length; ) {
			const candidate = this.words[place]!;
			let depth = 0;
			const shared = Math.min(valid, candidate.length, previous.length);
			while (depth < shared && candidate.charCodeAt(depth) === previous.charCodeAt(depth)) depth++;
			const length = Math.min(candidate.length, deepest);
			let reached = asPrefix ? this.#leastAt(rows, depth, n) : 255;
			let tooFar = -1;
			for (let d = depth + 1; d <= length; d++) {
				if (step(rows, d, word, candidate) > max) {
					tooFar = d;
					break;
				}
				depth = d;
				if (asPrefix && rows[d]![n]! < reached) reached = rows[d]![n]!;
			}
			valid = tooFar > 0 ? tooFar - 1 : length;
			previous = candidate;
			if (asPrefix && reached <= max) found.push({ place, distance: reached });
			else if (tooFar < 0 && candidate.length <= deepest && rows[candidate.length]![n]! <= max)
				found.push({ place, distance: rows[candidate.length]![n]! });
			if (tooFar > 0 && !(asPrefix && reached <= max))
				place = this.#behind(candidate.slice(0, tooFar), place);
			else place++;
		}
		return found;
	}

	#leastAt(rows: readonly Uint8Array[], depth: number, n: number): number {
		let least = 255;
		for (let d = 0; d <= depth; d++) least = Math.min(least, rows[d]![n]!);
		return least;
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

/** Fills the row of depth `d` for the candidate's d-th letter; returns its least value. */
function step(rows: readonly Uint8Array[], d: number, word: string, candidate: string): number {
	const above = rows[d - 1]!;
	const row = rows[d]!;
	const letter = candidate.charCodeAt(d - 1);
	row[0] = d;
	let least = d;
	for (let j = 1; j <= word.length; j++) {
		const own = word.charCodeAt(j - 1);
		let value = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (own === letter ? 0 : 1));
		if (d > 1 && j > 1 && own === candidate.charCodeAt(d - 2) && word.charCodeAt(j - 2) === letter)
			value = Math.min(value, rows[d - 2]![j - 2]! + 1);
		row[j] = value;
		if (value < least) least = value;
	}
	return least;
}
