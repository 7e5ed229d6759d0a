const BOM = [0xef, 0xbb, 0xbf] as const;

/**
 * Text of a file in whichever of the encodings publishers use: UTF-8 with or without byte-order
 * mark, UTF-16 with one, and Windows-1252 for everything that is not valid UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
	const body = BOM.every((byte, i) => bytes[i] === byte) ? bytes.subarray(3) : bytes;
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
	} catch {
		return new TextDecoder("windows-1252").decode(body);
	}
}

/** Longest line that any of the publishers' files has a use for; longer is not one of them. */
export const MAX_LINE = 10_000;

/** Lines of a text with their numbers from 1; CRLF, LF and CR end a line. */
export function* linesOf(text: string): Generator<{ line: string; number: number }> {
	const ends = /\r\n|\n|\r/g;
	let start = 0;
	let number = 1;
	for (let end = ends.exec(text); end; end = ends.exec(text)) {
		yield { line: text.slice(start, end.index), number: number++ };
		start = ends.lastIndex;
	}
	if (start < text.length) yield { line: text.slice(start), number };
}
