import { bytesOf, u8, u32 } from "./columns";
import { PackError } from "./pack-error";

/**
 * Texts as lists of word numbers. Titles, notes and index entries of a code set repeat the same
 * 20,000 words half a million times; one shared table of words and 1-3 bytes a word keep them in a
 * quarter of their UTF-8 size and need no decoder for a single title. Words are what stands between
 * single blanks, so every text comes back exactly as it went in.
 */
export class WordTableWriter {
	#counts = new Map<string, number>();
	#columns: { name: string; texts: readonly string[] }[] = [];

	/** Adds a column of texts (none may hold a line feed: the table is kept line by line). */
	add(name: string, texts: readonly string[]): void {
		for (const text of texts) {
			for (const word of text.split(" ")) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
		}
		this.#columns.push({ name, texts });
	}

	/** Sections of all columns and of the table of words, the most frequent first. */
	sections(): Record<string, Uint8Array> {
		const words = [...this.#counts]
			.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
			.map(([word]) => word);
		const ids = new Map(words.map((word, i) => [word, i]));
		const out: Record<string, Uint8Array> = { words: new TextEncoder().encode(words.join("\n")) };
		for (const { name, texts } of this.#columns) {
			const offsets = new Uint32Array(texts.length + 1);
			const bytes: number[] = [];
			texts.forEach((text, i) => {
				for (const word of text.split(" ")) pushNumber(bytes, ids.get(word)!);
				offsets[i + 1] = bytes.length;
			});
			out[`${name}.at`] = bytesOf(offsets);
			out[`${name}.words`] = Uint8Array.from(bytes);
		}
		return out;
	}
}

/** 7 bits a byte, low bits first; the high bit says that more follow. */
function pushNumber(bytes: number[], value: number): void {
	let rest = value;
	while (rest > 127) {
		bytes.push((rest & 127) | 128);
		rest >>>= 7;
	}
	bytes.push(rest);
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
	#at: Uint32Array;
	#bytes: Uint8Array;

	constructor(pack: Sections, name: string, words: readonly string[]) {
		this.#words = words;
		this.#at = u32(pack, `${name}.at`);
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
