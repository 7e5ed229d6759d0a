import { checksum } from "./checksum";
import { PackError } from "./pack-error";

/** Bump when a reader of the old format could not use the new one. docs/pack-format.md describes it. */
export const PACK_FORMAT = 3;

/** "CHARTPAK" in ASCII. */
const MAGIC = [0x43, 0x48, 0x41, 0x52, 0x54, 0x50, 0x41, 0x4b] as const;
const HEADER_BYTES = 48;
const ENTRY_BYTES = 48;
const NAME_BYTES = 32;
const MAX_SECTIONS = 4096;

/** What the header says besides where the sections are. */
export interface PackHeader {
	/** Version of the word normaliser that the index sections were made with. */
	normaliser: number;
	/** Version of the lexicon that the index sections were made with. */
	lexicon: number;
}

export interface Pack extends PackHeader {
	/** Names of all sections, in the order in which they lie. */
	readonly names: readonly string[];
	/** Bytes of a section (a view, no copy, 8-byte aligned) or null when there is none. */
	section(name: string): Uint8Array | null;
}

const align8 = (n: number): number => (n + 7) & ~7;

/**
 * Lays sections out as one buffer: header, section table, sections, each at a multiple of 8.
 *
 * @param sections name (1-32 printable ASCII characters) to bytes; order is kept.
 * @throws RangeError for a name that does not fit.
 */
export function writePack(header: PackHeader, sections: Record<string, Uint8Array>): Uint8Array {
	const entries = Object.entries(sections);
	const tableEnd = HEADER_BYTES + entries.length * ENTRY_BYTES;
	let total = align8(tableEnd);
	for (const [, bytes] of entries) total += align8(bytes.length);

	const out = new Uint8Array(total);
	const view = new DataView(out.buffer);
	out.set(MAGIC, 0);
	view.setUint32(8, PACK_FORMAT, true);
	view.setUint32(12, entries.length, true);
	view.setUint32(16, total, true);
	view.setUint32(20, header.normaliser, true);
	view.setUint32(24, header.lexicon, true);

	let at = align8(tableEnd);
	entries.forEach(([name, bytes], i) => {
		if (!/^[\x21-\x7e]{1,32}$/.test(name)) throw new RangeError(`pack section name "${name}"`);
		const entry = HEADER_BYTES + i * ENTRY_BYTES;
		for (let k = 0; k < name.length; k++) out[entry + k] = name.charCodeAt(k);
		out.set(bytes, at);
		view.setUint32(entry + NAME_BYTES, at, true);
		view.setUint32(entry + NAME_BYTES + 4, bytes.length, true);
		view.setUint32(entry + NAME_BYTES + 8, checksum(out.subarray(at, at + bytes.length)), true);
		at += align8(bytes.length);
	});
	// The header's own sum covers header and table, with its field still zero.
	view.setUint32(28, checksum(out.subarray(0, tableEnd)), true);
	return out;
}

/**
 * Opens a pack: checks magic, version, length, table and the checksum of every section, then hands
 * out views. A buffer that does not start at a multiple of 8 is copied once; others are not.
 *
 * @throws PackError `not-a-pack`, `newer`, `older`, `truncated` or `corrupt`.
 */
export function readPack(input: Uint8Array | ArrayBuffer): Pack {
	const given = input instanceof Uint8Array ? input : new Uint8Array(input);
	const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
	if (bytes.length < MAGIC.length) throw new PackError("not-a-pack", "this is not a Chartside pack");
	if (MAGIC.some((byte, i) => bytes[i] !== byte)) {
		throw new PackError("not-a-pack", "this is not a Chartside pack");
	}
	if (bytes.length < HEADER_BYTES) throw new PackError("truncated", "the pack ends inside its header");

	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const format = view.getUint32(8, true);
	if (format > PACK_FORMAT) {
		throw new PackError("newer", `the pack has format ${format}; this version reads ${PACK_FORMAT}`);
	}
	if (format < PACK_FORMAT) {
		throw new PackError("older", `the pack has format ${format}; this version reads ${PACK_FORMAT}`);
	}
	const count = view.getUint32(12, true);
	const total = view.getUint32(16, true);
	if (count > MAX_SECTIONS) throw new PackError("corrupt", "the pack's section table is damaged");
	const tableEnd = HEADER_BYTES + count * ENTRY_BYTES;
	if (bytes.length < total || bytes.length < tableEnd) {
		throw new PackError("truncated", `the pack ends after ${bytes.length} of ${total} bytes`);
	}
	const head = bytes.slice(0, tableEnd);
	head.fill(0, 28, 32);
	if (checksum(head) !== view.getUint32(28, true)) {
		throw new PackError("corrupt", "the pack's header is damaged");
	}

	const found = new Map<string, Uint8Array>();
	for (let i = 0; i < count; i++) {
		const entry = HEADER_BYTES + i * ENTRY_BYTES;
		let name = "";
		for (let k = 0; k < NAME_BYTES && bytes[entry + k] !== 0; k++) {
			name += String.fromCharCode(bytes[entry + k]!);
		}
		const start = view.getUint32(entry + NAME_BYTES, true);
		const length = view.getUint32(entry + NAME_BYTES + 4, true);
		if (start % 8 !== 0 || start < tableEnd || start + length > total) {
			throw new PackError("corrupt", `section "${name}" of the pack lies outside of it`);
		}
		const part = bytes.subarray(start, start + length);
		if (checksum(part) !== view.getUint32(entry + NAME_BYTES + 8, true)) {
			throw new PackError("corrupt", `section "${name}" of the pack is damaged`);
		}
		found.set(name, part);
	}
	return {
		normaliser: view.getUint32(20, true),
		lexicon: view.getUint32(24, true),
		names: [...found.keys()],
		section: (name) => found.get(name) ?? null,
	};
}
