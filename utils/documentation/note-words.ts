import type { TextRange } from "../text/note-text";
import { tokenise } from "../text/tokens";

/** A sentence-like stretch of a note and its folded words, for asking what stands near what. */
export interface Stretch extends TextRange {
	words: Set<string>;
}

const BREAK = /(?<=[.;:?!])\s+(?=[A-Z0-9("'])|\n+/g;

/** Cuts a text into sentence-like stretches with their words. Offsets: UTF-16 code units, half-open. */
export function stretchesOf(text: string): Stretch[] {
	const stretches: Stretch[] = [];
	const add = (start: number, end: number) => {
		const words = new Set(tokenise(text.slice(start, end)).map((token) => token.word));
		if (words.size > 0) stretches.push({ start, end, words });
	};
	let at = 0;
	for (const gap of text.matchAll(BREAK)) {
		add(at, gap.index);
		at = gap.index + gap[0].length;
	}
	add(at, text.length);
	return stretches;
}

/** Index of the stretch that holds an offset, or -1. */
export function stretchAt(stretches: readonly Stretch[], offset: number): number {
	return stretches.findIndex((stretch) => offset >= stretch.start && offset < stretch.end);
}
