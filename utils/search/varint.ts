/** Bytes of ascending numbers: differences, 7 bits a byte, low bits first. */
export class DeltaWriter {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;

	get length(): number {
		return this.#length;
	}

	/** Appends ascending values; the first is stored as its difference to 0. */
	add(values: ArrayLike<number>): void {
		let last = 0;
		for (let i = 0; i < values.length; i++) {
			let rest = values[i]! - last;
			last = values[i]!;
			if (rest < 0) throw new RangeError("values must ascend");
			if (this.#length + 5 > this.#bytes.length) {
				const larger = new Uint8Array(this.#bytes.length * 2);
				larger.set(this.#bytes);
				this.#bytes = larger;
			}
			while (rest > 127) {
				this.#bytes[this.#length++] = (rest & 127) | 128;
				rest >>>= 7;
			}
			this.#bytes[this.#length++] = rest;
		}
	}

	bytes(): Uint8Array {
		return this.#bytes.slice(0, this.#length);
	}
}

/** Reads `count` values written by one `add` from `bytes` at `from` into `out` at `to`; returns the place behind. */
export function readDeltas(
	bytes: Uint8Array,
	from: number,
	count: number,
	out: Uint32Array,
	to: number,
): number {
	let at = from;
	let last = 0;
	for (let i = 0; i < count; i++) {
		let byte = bytes[at++]!;
		let value = byte & 127;
		let shift = 7;
		while (byte > 127) {
			byte = bytes[at++]!;
			value |= (byte & 127) << shift;
			shift += 7;
		}
		last += value;
		out[to + i] = last;
	}
	return at;
}
