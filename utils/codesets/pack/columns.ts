import { PackError } from "./pack-error";

/** Bytes of a typed array, without copying: what `writePack` takes. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
	return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

type Sections = { section(name: string): Uint8Array | null };

function need(pack: Sections, name: string, size: number): Uint8Array {
	const bytes = pack.section(name);
	if (!bytes) throw new PackError("missing-section", `the pack has no section "${name}"`);
	if (bytes.length % size !== 0) {
		throw new PackError("corrupt", `section "${name}" of the pack has an odd length`);
	}
	return bytes;
}

/** View of a section as Uint8Array. @throws PackError `missing-section`. */
export const u8 = (pack: Sections, name: string): Uint8Array => need(pack, name, 1);

/** View of a section as Uint32Array. @throws PackError `missing-section` or `corrupt`. */
export function u32(pack: Sections, name: string): Uint32Array {
	const b = need(pack, name, 4);
	return new Uint32Array(b.buffer, b.byteOffset, b.length / 4);
}

/** A section of UTF-8 JSON. @throws PackError `missing-section` or `corrupt`. */
export function json<T>(pack: Sections, name: string): T {
	try {
		return JSON.parse(new TextDecoder().decode(need(pack, name, 1))) as T;
	} catch (cause) {
		if (cause instanceof PackError) throw cause;
		throw new PackError("corrupt", `section "${name}" of the pack cannot be read`);
	}
}
