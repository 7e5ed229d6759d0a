import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** Every form in which a word can lie in a file: as it is, as UTF-16, and inside base64 at any offset. */
function forms(word: string): Buffer[] {
	const base64 = (prefix: string) =>
		// Of three alignments, the characters that do not depend on the neighbours.
		Buffer.from(`${prefix}${word}`)
			.toString("base64")
			.replace(/=+$/, "")
			.slice(prefix.length === 0 ? 0 : prefix.length + 1, -2);
	return [
		Buffer.from(word, "utf8"),
		Buffer.from(word, "utf16le"),
		...["", "a", "aa"]
			.map(base64)
			.filter((text) => text.length >= 6)
			.map((text) => Buffer.from(text)),
	];
}

/** A file's bytes, and what it says when it is unpacked, where it is compressed. */
function readings(bytes: Buffer): Buffer[] {
	const found = [bytes];
	const tries = [gunzipSync, inflateSync, inflateRawSync];
	for (const unpack of tries) {
		try {
			found.push(unpack(bytes));
		} catch {
			// Not of that kind.
		}
	}
	// Streams inside of other files: from each gzip or zlib header on.
	for (let at = bytes.indexOf(0x1f); at >= 0 && at < bytes.length - 2; at = bytes.indexOf(0x1f, at + 1)) {
		if (bytes[at + 1] !== 0x8b) continue;
		try {
			found.push(gunzipSync(bytes.subarray(at), { finishFlush: 2 }));
		} catch {
			// A coincidence.
		}
	}
	return found;
}

function* files(folder: string): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) yield* files(path);
		else if (entry.isFile() && statSync(path).size < 200_000_000) yield path;
	}
}

/** Words found in the files of a folder, as "word in file". `skip` names parts of paths that are not searched. */
export function findAtRest(folder: string, words: readonly string[], skip: readonly string[] = []): string[] {
	const needles = words.flatMap((word) => forms(word).map((form) => ({ word, form })));
	const found: string[] = [];
	for (const path of files(folder)) {
		if (skip.some((part) => path.includes(part))) continue;
		const all = readings(readFileSync(path));
		for (const { word, form } of needles) {
			if (all.some((bytes) => bytes.includes(form)))
				found.push(`${word} in ${path.slice(folder.length + 1)}`);
		}
	}
	return [...new Set(found)];
}
