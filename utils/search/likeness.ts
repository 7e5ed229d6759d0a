const BUCKETS = 4096;

/**
 * How alike two texts are letter by letter: the share of letter triples they have in common (Dice), 0 to 1.
 * Sees what whole words do not: "depletion" and "depleted", "peri-anal" and "perianal", the order of words.
 */
export class Likeness {
	#asked = new Uint8Array(BUCKETS);
	#used = new Uint8Array(BUCKETS);
	#count = 0;

	/** Sets the text that others are compared with. */
	ask(text: string): void {
		this.#asked.fill(0);
		this.#count = 0;
		each(text, (bucket) => {
			if (this.#asked[bucket] === 255) return;
			this.#asked[bucket]!++;
			this.#count++;
		});
	}

	/** Likeness of a text to the one asked for. */
	to(text: string): number {
		this.#used.fill(0);
		let shared = 0;
		let own = 0;
		each(text, (bucket) => {
			own++;
			if (this.#used[bucket]! < this.#asked[bucket]!) {
				this.#used[bucket]!++;
				shared++;
			}
		});
		return own + this.#count === 0 ? 0 : (2 * shared) / (own + this.#count);
	}
}

/** Calls `visit` with the bucket of every letter triple; runs of other characters count as one blank. */
function each(text: string, visit: (bucket: number) => void): void {
	let a = 32;
	let b = 32;
	for (let i = 0; i <= text.length; i++) {
		let c = i < text.length ? text.charCodeAt(i) : 32;
		if (c >= 65 && c <= 90) c += 32;
		else if (!((c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c > 127)) c = 32;
		if (c === 32 && b === 32) continue;
		visit(((a * 31 + b) * 31 + c) & (BUCKETS - 1));
		a = b;
		b = c;
	}
}
