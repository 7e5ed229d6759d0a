import type { Block, BlockKind } from "../../text/note-text";
import { type Segment, TextMap } from "./text-map";

/** Blanks that a browser collapses, and the no-break space, which notes use as a plain one. */
const WORDS = /[^ \t\n\r\f\u00A0]+/g;
/** Characters without width: kept out of the text, or "dia\u00ADbetes" would be two words. */
const WIDTHLESS = /[\u00AD\u200B\u2060\uFEFF]/;

export interface BlockStyle {
	kind: BlockKind;
	level?: number;
	label?: string;
}

/** Makes note text out of text nodes: collapses blanks as the browser does, and keeps the map back. */
export class TextBuilder {
	#parts: string[] = [];
	#length = 0;
	#segments: Segment[] = [];
	#blocks: Block[] = [];
	#open: Block | null = null;
	#style: BlockStyle = { kind: "paragraph" };
	#blank: { node: Text; at: number } | null = null;
	#separator = "";

	/** Length of the text so far. */
	get length(): number {
		return this.#length;
	}

	/** Ends the block; the next text starts on a new line ("\n") or in a new cell ("\t"). */
	break(style: BlockStyle, separator: "\n" | "\t" = "\n"): void {
		this.#close();
		this.#style = style;
		// A new line outranks a new cell.
		if (this.#length > 0 && this.#separator !== "\n") this.#separator = separator;
	}

	/** A line break inside the block. */
	line(): void {
		this.#blank = null;
		if (this.#open !== null) this.#synthetic("\n");
	}

	/** Adds a node's text; `verbatim` where the page keeps blanks and lines (white-space: pre …). */
	add(node: Text, verbatim: boolean): void {
		const data = node.data;
		if (verbatim) {
			if (/\S/.test(data) || this.#open !== null) this.#verbatim(node, data);
			return;
		}
		WORDS.lastIndex = 0;
		let end = 0;
		for (let match = WORDS.exec(data); match !== null; match = WORDS.exec(data)) {
			if (match.index > end) this.#blank ??= { node, at: match.index - 1 };
			end = match.index + match[0].length;
			this.#word(node, match.index, match[0]);
		}
		if (end < data.length) this.#blank ??= { node, at: end };
	}

	/** Closes the text. */
	finish(): { text: string; blocks: Block[]; map: TextMap } {
		this.#close();
		return { text: this.#parts.join(""), blocks: this.#blocks, map: new TextMap(this.#segments) };
	}

	#verbatim(node: Text, data: string): void {
		this.#begin();
		this.#blank = null;
		let from = 0;
		for (const piece of data.split(/(\r\n?|[\u00AD\u200B\u2060\uFEFF])/)) {
			if (piece === "\r\n" || piece === "\r") this.#synthetic("\n");
			else if (piece !== "" && !WIDTHLESS.test(piece)) this.#map(node, from, piece.replaceAll("\u00A0", " "));
			from += piece.length;
		}
	}

	#word(node: Text, at: number, word: string): void {
		let from = at;
		for (const piece of word.split(WIDTHLESS)) {
			if (piece !== "") this.#plain(node, from, piece);
			from += piece.length + 1;
		}
	}

	#plain(node: Text, at: number, word: string): void {
		const starts = this.#open === null;
		this.#begin();
		const blank = this.#blank;
		this.#blank = null;
		if (blank !== null && !starts && !this.#parts.at(-1)?.endsWith("\n"))
			this.#map(blank.node, blank.at, " ");
		this.#map(node, at, word);
	}

	#begin(): void {
		if (this.#open !== null) return;
		this.#blank = null;
		if (this.#separator !== "") this.#synthetic(this.#separator);
		this.#separator = "";
		this.#open = { ...this.#style, start: this.#length, end: this.#length };
	}

	#close(): void {
		this.#blank = null;
		if (this.#open === null) return;
		this.#open.end = this.#length;
		this.#blocks.push(this.#open);
		this.#open = null;
	}

	#map(node: Text, nodeStart: number, text: string): void {
		const last = this.#segments.at(-1);
		const follows =
			last !== undefined &&
			last.node === node &&
			last.nodeStart + last.length === nodeStart &&
			last.start + last.length === this.#length;
		if (follows) last.length += text.length;
		else this.#segments.push({ node, nodeStart, start: this.#length, length: text.length });
		this.#synthetic(text);
	}

	#synthetic(text: string): void {
		this.#parts.push(text);
		this.#length += text.length;
	}
}
