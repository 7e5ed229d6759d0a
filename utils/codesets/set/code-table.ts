/**
 * Codes in a fixed width, zero-padded, with a sorted order beside them when the rows are not sorted:
 * the Tabular List puts C4A between C43 and C44. Look-ups compare bytes and make no strings.
 */
export class CodeTable {
	readonly size: number;
	#bytes: Uint8Array;
	#width: number;
	#sorted: Int32Array | null;

	/** @param sorted rows by code, or null when they lie in that order already. */
	constructor(bytes: Uint8Array, width: number, sorted: Int32Array | null) {
		this.#bytes = bytes;
		this.#width = width;
		this.#sorted = sorted;
		this.size = width > 0 ? Math.floor(bytes.length / width) : 0;
	}

	/** Compact code of a row. */
	get(row: number): string {
		const start = row * this.#width;
		let code = "";
		for (let i = start; i < start + this.#width; i++) {
			const byte = this.#bytes[i]!;
			if (!byte) break;
			code += String.fromCharCode(byte);
		}
		return code;
	}

	#row(rank: number): number {
		return this.#sorted ? this.#sorted[rank]! : rank;
	}

	/** Compares the row's code, cut to the length of `code` when `cut`, with `code`. */
	#compare(row: number, code: string, cut: boolean): number {
		const start = row * this.#width;
		for (let i = 0; i < this.#width; i++) {
			if (i >= code.length) return cut || this.#bytes[start + i] === 0 ? 0 : 1;
			const diff = this.#bytes[start + i]! - code.charCodeAt(i);
			if (diff !== 0) return diff;
		}
		return code.length > this.#width ? -1 : 0;
	}

	#lower(code: string): number {
		let low = 0;
		let high = this.size;
		while (low < high) {
			const mid = (low + high) >>> 1;
			if (this.#compare(this.#row(mid), code, false) < 0) low = mid + 1;
			else high = mid;
		}
		return low;
	}

	/** Row of a compact code, or -1. */
	find(code: string): number {
		const rank = this.#lower(code);
		if (rank >= this.size) return -1;
		const row = this.#row(rank);
		return this.#compare(row, code, false) === 0 ? row : -1;
	}

	/** Rows whose compact code starts with `prefix`, half-open; they are neighbours in tree order. */
	prefix(prefix: string): { start: number; end: number } {
		const first = this.#lower(prefix);
		let low = first;
		let high = this.size;
		while (low < high) {
			const mid = (low + high) >>> 1;
			if (this.#compare(this.#row(mid), prefix, true) <= 0) low = mid + 1;
			else high = mid;
		}
		if (low === first) return { start: 0, end: 0 };
		if (!this.#sorted) return { start: first, end: low };
		let start = this.size;
		for (let rank = first; rank < low; rank++) start = Math.min(start, this.#row(rank));
		return { start, end: start + low - first };
	}
}

/** Bytes, width and sorted order of a list of compact codes. @throws RangeError for a code beyond ASCII. */
export function codeTableOf(codes: readonly string[]): {
	bytes: Uint8Array;
	width: number;
	sorted: Uint32Array | null;
} {
	const width = Math.max(1, ...new Set(codes.map((code) => code.length)));
	const bytes = new Uint8Array(width * codes.length);
	codes.forEach((code, row) => {
		for (let i = 0; i < code.length; i++) {
			const c = code.charCodeAt(i);
			if (c < 0x21 || c > 0x7e) throw new RangeError(`code "${code}" has a character that no code has`);
			bytes[row * width + i] = c;
		}
	});
	const order = Uint32Array.from(codes, (_, i) => i).sort((a, b) => (codes[a]! < codes[b]! ? -1 : 1));
	return { bytes, width, sorted: order.every((row, rank) => row === rank) ? null : order };
}
