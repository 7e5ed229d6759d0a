/**
 * Offset of the first line break in text[from, end), or `end`. Bounded, unlike indexOf: a note of one very
 * long line is asked for its line ends many times.
 */
export function lineEndAt(text: string, from: number, end: number): number {
	for (let i = from; i < end; i++) if (text.charCodeAt(i) === 10) return i;
	return end;
}
