/**
 * How many lines words of these widths take, broken where a line is full; widths in pixels, `space`
 * between two words. A word wider than a line takes one of its own.
 */
export function linesOf(widths: readonly number[], space: number, line: number): number {
	let lines = 0;
	let at = Number.POSITIVE_INFINITY;
	for (const width of widths) {
		if (at + space + width > line) {
			lines++;
			at = width;
		} else at += space + width;
	}
	return lines;
}

/**
 * The words with as few as possible around the middle left out for "…", so that they fit. The end of a
 * title says side and episode, which decide the code, so it is never the end that goes. The first and the
 * last word always stay.
 */
export function withoutMiddle(
	words: readonly string[],
	fits: (words: readonly string[]) => boolean,
): string[] {
	let [head, tail] = halves(words);
	let shown = [...words];
	while (!fits(shown) && head + tail > 2) {
		if (length(words.slice(0, head)) > length(words.slice(words.length - tail)) ? head > 1 : tail === 1)
			head--;
		else tail--;
		shown = [...words.slice(0, head), "…", ...words.slice(words.length - tail)];
	}
	return shown;
}

const length = (words: readonly string[]) => words.join(" ").length;

/** Counts of words on both sides of the middle. */
function halves(words: readonly string[]): [head: number, tail: number] {
	const whole = length(words);
	let head = 1;
	while (head < words.length - 1 && length(words.slice(0, head + 1)) <= whole / 2) head++;
	return [head, words.length - head];
}
