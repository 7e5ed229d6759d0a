import type { TextRange } from "../../text/note-text";
import { lineEndAt } from "./lines";

const ABBREVIATION =
	/(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|jr|sr|vs|e\.g|i\.e|eg|ie|approx|no|fig|figs|pt|pts|hx|dx|tx|rx|sx|inc|incl|est|min|max|wt|ht|temp|resp|abd|ext|neuro|lab|labs|q|p\.o|b\.i\.d|t\.i\.d|q\.i\.d|q\.d|q\.h|h\.s|p\.r\.n|i\.v|i\.m|a\.m|p\.m|c\.c|u\.s|vol|sec|cm|mm|mg|mcg|ml|kg|hr|hrs|wk|wks|mo|yr|yrs|l\.l\.c|m\.d|d\.o|r\.n|ph\.d|[a-z])\.$/i;
/** Units that may end a sentence when a capitalised word follows. */
const UNIT =
	/(?:^|[\s(\d])(?:min|max|cm|mm|mg|mcg|ml|kg|hr|hrs|wk|wks|mo|yr|yrs|lab|labs|[apAP]\.m|b\.i\.d|t\.i\.d|q\.i\.d|q\.d|h\.s|p\.r\.n|i\.v|i\.m|p\.o|sx|hx|dx|tx|rx|abd|ext|neuro)\.$/i;
const LIST_START = /^[ \t]*(?:[-•*▪●–◦]\s|\(?\d{1,2}[.)]\s|#\s?\d)/;

/**
 * Sentences of text[start, end), in order, without surrounding blanks. A line ends a sentence unless it is
 * plainly wrapped; abbreviations ("Dr."), decimals, initials and list numbers ("1.") do not.
 */
export function splitSentences(text: string, start: number, end: number): TextRange[] {
	const sentences: TextRange[] = [];
	let from = start;
	for (let at = start; at < end; ) {
		const lineEnd = lineEndAt(text, at, end);
		if (lineEnd >= end || !wraps(text, at, lineEnd, end)) {
			splitChunk(text, from, lineEnd, sentences);
			from = lineEnd + 1;
		}
		at = lineEnd + 1;
	}
	return sentences;
}

/** Does the sentence go on in the next line? */
function wraps(text: string, lineStart: number, lineEnd: number, end: number): boolean {
	const line = text.slice(lineStart, lineEnd).trimEnd();
	const next = text.slice(lineEnd + 1, lineEndAt(text, lineEnd + 1, end));
	if (line === "" || next.trim() === "" || /[.!?:;]$/.test(line) || LIST_START.test(next)) return false;
	if (/^\s*[a-z]/.test(next))
		return line.length > 20 || /(?:,|\b(?:and|or|of|the|with|no|to|in|for))$/i.test(line);
	return (
		line.length >= 60 &&
		/(?:,|\b(?:and|or|of|the|with|no|to|in|for|a|an|by|on|at|is|was|has|had))$/i.test(line)
	);
}

function splitChunk(text: string, start: number, end: number, out: TextRange[]): void {
	const pattern = /[.!?]["')\]]*(?=\s|,\s?[A-Z0-9]|$)|[.!?]{2,}/g;
	const chunk = text.slice(start, end);
	let from = 0;
	for (const match of chunk.matchAll(pattern)) {
		const stop = match.index + match[0].length;
		if (stop <= from || !endsSentence(chunk, from, match.index, stop)) continue;
		push(text, start + from, start + stop, out);
		from = stop;
	}
	push(text, start + from, end, out);
}

function endsSentence(chunk: string, from: number, at: number, stop: number): boolean {
	const next = /^[\s,]*(\S?)/.exec(chunk.slice(stop, stop + 12))?.[1] ?? "";
	const before = chunk.slice(Math.max(from, at - 14), at);
	if (chunk[at] === "?") {
		// "?UTI", "? PE": a mark of doubt, not the end of a question.
		return before.trim() !== "" && /\w$/.test(before) && (next === "" || /[A-Z0-9(•*-]/.test(next));
	}
	if (chunk[at] === "!") return true;
	if (/^\s*(?:[-•*#]\s*)?\(?\d{1,2}$/.test(chunk.slice(from, at))) return false;
	if (next !== "" && /[a-z]/.test(next)) return false;
	const tail = `${before}.`;
	if (/(?:^|\s)[,;]?\d{1,2}\.$/.test(tail) && /[A-Z]/.test(next) && /[.;,:]\s*\d{1,2}\.$/.test(tail))
		return false;
	if (!ABBREVIATION.test(tail)) return true;
	return UNIT.test(tail) && (next === "" || /[A-Z]/.test(next));
}

/** No sentence is longer: what has no end is cut at a comma or a blank, so that reading stays linear. */
const LONGEST = 1200;

function push(text: string, start: number, end: number, out: TextRange[]): void {
	let from = start;
	let to = end;
	while (from < to && /[\s,]/.test(text[from] as string)) from++;
	while (to > from && /\s/.test(text[to - 1] as string)) to--;
	while (to - from > LONGEST) {
		const cut = from + cutOf(text.slice(from, from + LONGEST));
		out.push({ start: from, end: cut });
		from = cut;
		while (from < to && /[\s,;]/.test(text[from] as string)) from++;
	}
	if (from < to) out.push({ start: from, end: to });
}

/** Where a stretch without an end is cut: its last comma or semicolon, else its last blank, else its end. */
function cutOf(stretch: string): number {
	const mark = Math.max(stretch.lastIndexOf(","), stretch.lastIndexOf(";"));
	if (mark > stretch.length / 2) return mark;
	const blank = stretch.lastIndexOf(" ");
	return blank > stretch.length / 2 ? blank : stretch.length;
}
