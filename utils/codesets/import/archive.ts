import { ImportError } from "./import-error";
import type { Steps } from "./progress";
import { readDirectory } from "./zip-directory";

/** A file as it was dropped or found in an archive; `name` keeps the path ("a.zip/x/order.txt"). */
export interface SourceFile {
	name: string;
	bytes: Uint8Array;
}

/** Far above the publishers' files (the largest text has 15 MB), far below what harms a browser. */
export const LIMITS = { fileBytes: 96_000_000, totalBytes: 400_000_000, entries: 2_000, depth: 4 } as const;

/** Kinds of entries that hold no codes: not unpacked. */
const NO_SOURCE = /\.(pdf|xlsx?|docx?|xsd|dtd|png|jpe?g|gif|html?|exe|dll)$/i;
const HIDDEN = /(^|\/)(__MACOSX\/|\._|\.DS_Store)/;

const isZip = (bytes: Uint8Array): boolean =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

/**
 * Files out of what was given: zips are opened at any depth, other files pass. Sizes are checked
 * before anything is inflated, so that an archive bomb costs nothing.
 *
 * @throws ImportError `unreadable-archive` or `too-large`.
 */
export function* unpack(given: readonly SourceFile[]): Steps<SourceFile[]> {
	const files: SourceFile[] = [];
	const budget = { bytes: LIMITS.totalBytes as number, entries: LIMITS.entries as number };
	for (const file of given) yield* unpackOne(file, 0, budget, files);
	return files;
}

function* unpackOne(
	file: SourceFile,
	depth: number,
	budget: { bytes: number; entries: number },
	files: SourceFile[],
): Steps<void> {
	// A spreadsheet is a zip of its own kind: it passes as it is, to be named as what it is.
	if (!isZip(file.bytes) || NO_SOURCE.test(file.name)) {
		spend(file.name, file.bytes.length, budget);
		files.push(file);
		return;
	}
	if (depth >= LIMITS.depth) {
		throw new ImportError("too-large", file.name, `more than ${LIMITS.depth} archives inside each other`);
	}
	const wanted = readDirectory(file).filter(
		(entry) => !entry.name.endsWith("/") && !NO_SOURCE.test(entry.name) && !HIDDEN.test(entry.name),
	);
	let done = 0;
	for (const entry of wanted) {
		yield {
			stage: "unpack",
			name: `${file.name}/${entry.name}`,
			done: done++,
			total: wanted.length,
			unit: "steps",
		};
		const name = `${file.name}/${entry.name}`;
		spend(name, entry.size, budget);
		yield* unpackOne({ name, bytes: entry.inflate() }, depth + 1, budget, files);
	}
}

function spend(name: string, bytes: number, budget: { bytes: number; entries: number }): void {
	budget.bytes -= bytes;
	budget.entries -= 1;
	if (bytes > LIMITS.fileBytes) {
		throw new ImportError(
			"too-large",
			name,
			`it unpacks to ${Math.round(bytes / 1e6)} MB; a code file has 15`,
		);
	}
	if (budget.bytes < 0) throw new ImportError("too-large", name, "the files together unpack to over 400 MB");
	if (budget.entries < 0) {
		throw new ImportError("too-large", name, `more than ${LIMITS.entries} files in one import`);
	}
}
