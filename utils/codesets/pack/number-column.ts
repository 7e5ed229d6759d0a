import { u8 } from "./columns";
import { PackError } from "./pack-error";

type Sections = { section(name: string): Uint8Array | null };

/**
 * What a number is kept as the difference to: the one before it (offsets, rows in another order), or its own
 * place (the row above, the end of a subtree). Either way most differences take one byte instead of four.
 */
export type Reference = "last" | "place";

/** 32-bit numbers as differences, 7 bits a byte, low bits first; the sign is the lowest bit. */
export function packNumbers(values: ArrayLike<number>, reference: Reference): Uint8Array {
	const bytes = new Uint8Array(values.length * MAX_BYTES);
	let at = 0;
	let last = 0;
	for (let i = 0; i < values.length; i++) {
		const difference = (values[i]! - (reference === "last" ? last : i)) | 0;
		last = values[i]!;
		let rest = ((difference << 1) ^ (difference >> 31)) >>> 0;
		while (rest > 127) {
			bytes[at++] = (rest & 127) | 128;
			rest >>>= 7;
		}
		bytes[at++] = rest;
	}
	return bytes.slice(0, at);
}

const MAX_BYTES = 5;

/** A column written by `packNumbers`. @throws PackError `missing-section` or `corrupt`. */
export function numbers(pack: Sections, name: string, reference: Reference): Int32Array {
	const bytes = u8(pack, name);
	let count = 0;
	for (let i = 0; i < bytes.length; i++) if (bytes[i]! < 128) count++;
	const out = new Int32Array(count);
	let at = 0;
	let last = 0;
	for (let i = 0; i < count; i++) {
		let byte = bytes[at++]!;
		let rest = byte & 127;
		for (let shift = 7; byte > 127; shift += 7) {
			byte = bytes[at++]!;
			rest |= (byte & 127) << shift;
		}
		last = ((reference === "last" ? last : i) + ((rest >>> 1) ^ -(rest & 1))) | 0;
		out[i] = last;
	}
	if (at !== bytes.length)
		throw new PackError("corrupt", `section "${name}" of the pack ends inside a number`);
	return out;
}
