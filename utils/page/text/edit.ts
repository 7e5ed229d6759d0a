import type { TextRange } from "../../text/note-text";

/** One replacement: [start, end) of the old text became `insert`. */
export interface TextEdit {
	start: number;
	end: number;
	insert: string;
}

/**
 * The smallest single replacement that makes `after` of `before`; null when they are equal. Never cuts a
 * surrogate pair in two.
 */
export function editBetween(before: string, after: string): TextEdit | null {
	if (before === after) return null;
	const shortest = Math.min(before.length, after.length);
	let head = 0;
	while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
	if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--;
	let tail = 0;
	while (
		tail < shortest - head &&
		before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
	) {
		tail++;
	}
	if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
	return { start: head, end: before.length - tail, insert: after.slice(head, after.length - tail) };
}

/** Carries out an edit. Throws a RangeError when it does not lie inside the text. */
export function applyEdit(text: string, edit: TextEdit): string {
	if (edit.start < 0 || edit.end < edit.start || edit.end > text.length) {
		throw new RangeError(`edit ${edit.start}-${edit.end} outside of a text of ${text.length}`);
	}
	return text.slice(0, edit.start) + edit.insert + text.slice(edit.end);
}

/** Where a range of the old text lies in the new one; null when the edit touches it. */
export function remap(range: TextRange, edit: TextEdit): TextRange | null {
	if (range.end <= edit.start) return range;
	if (range.start >= edit.end) {
		const shift = edit.insert.length - (edit.end - edit.start);
		return { start: range.start + shift, end: range.end + shift };
	}
	return null;
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
