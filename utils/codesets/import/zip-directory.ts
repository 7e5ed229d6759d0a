import { Inflate } from "fflate";
import type { SourceFile } from "./archive";
import { crc32 } from "./crc32";
import { ImportError } from "./import-error";

/** One entry of an archive, as its central directory names it. */
export interface ZipEntry {
	name: string;
	/** Bytes after inflating, as declared; `inflate` never makes more. */
	size: number;
	/** @throws ImportError `unreadable-archive` when the data is damaged. */
	inflate(): Uint8Array;
}

const END_OF_DIRECTORY = 0x0605_4b50;
const DIRECTORY_ENTRY = 0x0201_4b50;

/**
 * Reads an archive's central directory. fflate inflates; the directory is read here because its
 * reader checks no checksum and hides the sizes until it has inflated everything.
 *
 * @throws ImportError `unreadable-archive` (truncated, encrypted, unknown method, Zip64).
 */
export function readDirectory(file: SourceFile): ZipEntry[] {
	const { bytes, name } = file;
	const refuse = (reason: string): never => {
		throw new ImportError("unreadable-archive", name, reason);
	};
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	let end = bytes.length - 22;
	while (end >= 0 && end > bytes.length - 66_000 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
	if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) {
		return refuse("the zip archive is incomplete: its directory is missing");
	}
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	if (count === 0xffff || at === 0xffff_ffff) return refuse("Zip64 archives are not read");

	const entries: ZipEntry[] = [];
	for (let i = 0; i < count; i++) {
		if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
			return refuse("the zip archive's directory is damaged");
		}
		const nameLength = view.getUint16(at + 28, true);
		const entryName = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
		const raw = {
			encrypted: (view.getUint16(at + 8, true) & 1) === 1,
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			size: view.getUint32(at + 24, true),
			local: view.getUint32(at + 42, true),
		};
		entries.push({
			name: entryName,
			size: raw.size,
			inflate: () => inflateEntry(file, `${name}/${entryName}`, raw),
		});
		at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

interface RawEntry {
	encrypted: boolean;
	method: number;
	crc: number;
	packed: number;
	size: number;
	local: number;
}

function inflateEntry(file: SourceFile, name: string, raw: RawEntry): Uint8Array {
	const refuse = (reason: string): never => {
		throw new ImportError("unreadable-archive", name, reason);
	};
	const { bytes } = file;
	if (raw.encrypted) return refuse("the archive is locked with a password");
	if (raw.method !== 0 && raw.method !== 8)
		return refuse(`packed with method ${raw.method}, which is not read`);
	if (raw.local + 30 > bytes.length) return refuse("the zip archive is truncated");
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const start = raw.local + 30 + view.getUint16(raw.local + 26, true) + view.getUint16(raw.local + 28, true);
	if (start + raw.packed > bytes.length) return refuse("the zip archive is truncated");
	const packed = bytes.subarray(start, start + raw.packed);
	const out = raw.method === 0 ? packed.slice() : inflateBounded(packed, raw.size);
	if (out?.length !== raw.size || crc32(out) !== raw.crc) return refuse("the zip archive is damaged");
	return out;
}

const CHUNK = 32_768;

/** Inflates in chunks and gives up (null) as soon as more comes out than was declared. */
function inflateBounded(packed: Uint8Array, size: number): Uint8Array | null {
	const out = new Uint8Array(size);
	let at = 0;
	let excess = false;
	const inflate = new Inflate((part) => {
		if (at + part.length > size) excess = true;
		else out.set(part, at);
		at += part.length;
	});
	try {
		for (let i = 0; i < packed.length && !excess; i += CHUNK) {
			inflate.push(packed.subarray(i, i + CHUNK), i + CHUNK >= packed.length);
		}
	} catch {
		return null;
	}
	return excess || at !== size ? null : out;
}
