import { u8 } from "./columns";
import { numbers, packNumbers } from "./number-column";
import { PackError } from "./pack-error";

/**
 * Texts as lists of word numbers. Titles, notes and index entries of a code set repeat the same
 * 20,000 words half a million times; one shared table of words and 1-3 bytes a word keep them in a
 * quarter of their UTF-8 size and need no decoder for a single title. Words are what stands between
 * single blanks, so every text comes back exactly as it went in.
 */
export class WordTableWriter {
	#ids = new Map<string, number>();
	#words: string[] = [];
	#counts: number[] = [];
	#columns: { name: string; ids: Uint32Array; ends: Uint32Array }[] = [];

	/**
	 * Adds a column of texts (none may hold a line feed: the table is kept line by line).
	 *
	 * @throws RangeError for a text that is longer than any a publisher ever wrote.
	 */
	add(name: string, texts: readonly string[]): void {
		const long = texts.find((text) => text.length > MAX_TEXT);
		if (long !== undefined)
			throw new RangeError(`a text of ${long.length} characters ("${long.slice(0, 40)}…") is no ${name}`);
		const ids: number[] = [];
		const ends = new Uint32Array(texts.length);
		for (let i = 0; i < texts.length; i++) {
			for (const word of texts[i]!.split(" ")) ids.push(this.#idOf(word));
			ends[i] = ids.length;
		}
		this.#columns.push({ name, ids: new Uint32Array(ids), ends });
	}

	#idOf(word: string): number {
		let id = this.#ids.get(word);
		if (id === undefined) {
			id = this.#words.push(word) - 1;
			this.#ids.set(word, id);
			this.#counts.push(0);
		}
		this.#counts[id]!++;
		return id;
	}

	/** Sections of all columns and of the table of words, the most frequent first. */
	sections(): Record<string, Uint8Array> {
		const words = this.#words;
		const counts = this.#counts;
		const order = Uint32Array.from(words.keys()).sort(
			(a, b) => counts[b]! - counts[a]! || (words[a]! < words[b]! ? -1 : 1),
		);
		const rank = new Uint32Array(words.length);
		order.forEach((id, i) => {
			rank[id] = i;
		});
		const table = Array.from(order, (id) => words[id]!).join("\n");
		const out: Record<string, Uint8Array> = { words: new TextEncoder().encode(table) };
		for (const { name, ids, ends } of this.#columns) {
			const offsets = new Uint32Array(ends.length + 1);
			const bytes = new Uint8Array(ids.length * MAX_BYTES);
			let at = 0;
			for (let i = 0, k = 0; i < ends.length; i++) {
				for (; k < ends[i]!; k++) at = putNumber(bytes, at, rank[ids[k]!]!);
				offsets[i + 1] = at;
			}
			out[`${name}.at`] = packNumbers(offsets, "last");
			out[`${name}.words`] = bytes.slice(0, at);
		}
		return out;
	}
}

/** Longest text of a column; what reads words out of a text may take time that grows with its square. */
const MAX_TEXT = 8_000;

/** 7 bits each: enough for 268 million words. */
const MAX_BYTES = 4;

/** 7 bits a byte, low bits first; the high bit says that more follow. Returns the place behind. */
function putNumber(bytes: Uint8Array, at: number, value: number): number {
	let rest = value;
	let end = at;
	while (rest > 127) {
		bytes[end++] = (rest & 127) | 128;
		rest >>>= 7;
	}
	bytes[end++] = rest;
	return end;
}

type Sections = { section(name: string): Uint8Array | null };

/** The words that the columns of a pack share. @throws PackError `missing-section`. */
export function readWords(pack: Sections): string[] {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(u8(pack, "words")).split("\n");
}

/** One column of texts of a pack. */
export class TextColumn {
	readonly length: number;
	#words: readonly string[];
	#at: Int32Array;
	#bytes: Uint8Array;

	constructor(pack: Sections, name: string, words: readonly string[]) {
		this.#words = words;
		this.#at = numbers(pack, `${name}.at`, "last");
		this.#bytes = u8(pack, `${name}.words`);
		this.length = Math.max(0, this.#at.length - 1);
		if (this.length > 0 && this.#at[this.length] !== this.#bytes.length) {
			throw new PackError("corrupt", `column "${name}" of the pack does not end where it says`);
		}
	}

	/** Text number `i`; "" outside of the column. */
	get(i: number): string {
		if (i < 0 || i >= this.length) return "";
		const end = this.#at[i + 1]!;
		let text = "";
		let at = this.#at[i]!;
		for (let first = true; at < end; first = false) {
			let byte = this.#bytes[at++]!;
			let id = byte & 127;
			for (let shift = 7; byte > 127 && at < end; shift += 7) {
				byte = this.#bytes[at++]!;
				id |= (byte & 127) << shift;
			}
			const word = this.#words[id] ?? "";
			text = first ? word : `${text} ${word}`;
		}
		return text;
	}
}
