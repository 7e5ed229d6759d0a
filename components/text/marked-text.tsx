import type { TextRange } from "../../utils/text/note-text";

/** Cuts a text at its marks. Marks may come in any order, overlap or reach past the end. */
export function cutAtMarks(text: string, marks: readonly TextRange[]): { text: string; marked: boolean }[] {
	const pieces: { text: string; marked: boolean }[] = [];
	let at = 0;
	for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
		const start = Math.max(at, mark.start);
		const end = Math.min(text.length, mark.end);
		if (end <= start) continue;
		if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
		pieces.push({ text: text.slice(start, end), marked: true });
		at = end;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
	return pieces;
}

/** A text with its matched words marked. */
export function MarkedText({ text, marks }: { text: string; marks: readonly TextRange[] }) {
	let offset = 0;
	return cutAtMarks(text, marks).map((piece) => {
		const key = offset;
		offset += piece.text.length;
		return piece.marked ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
	});
}
