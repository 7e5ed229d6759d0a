import type { Block } from "../../text/note-text";
import { endsHeading, type Header, headerKey, headerTable } from "./header-table";
import type { Heading } from "./heading";
import { lineEndAt } from "./lines";
import { openingSentences } from "./openers";

const LEAD = /^[ \t\u00a0]*(?:[-•*▪●–]\s+|\d{1,2}[.)]\s+|#{1,6}\s*|\*\*|__)*/;
const MAX_NAME = 64;
const MAX_WORDS = 8;
/** Roles of a section that concludes: a note with one of them needs no opener in its place. */
const CONCLUDES = new Set<string>(["assessment", "impression", "postop-dx", "discharge-dx"]);

/**
 * Finds headings: the page's own heading blocks and field labels, names with a colon (also in the middle of
 * a transcription pasted as one line), names on a line of their own, GP shorthand that opens a line
 * ("PMH asthma"), S/O/A/P letters. In order, not overlapping.
 */
export function findHeadings(text: string, blocks: readonly Block[] = []): Heading[] {
	const headers = headerTable();
	const found: Heading[] = [];
	for (const block of blocks) {
		if (block.kind !== "heading") continue;
		const name = text.slice(block.start, block.end).replace(/\s*:?\s*$/, "");
		if (name.trim() === "" || name.length > 2 * MAX_NAME) continue;
		const header = headers.get(headerKey(name)) ?? null;
		const { start } = block;
		found.push({ start, nameEnd: start + name.length, end: block.end, header, lineStart: start, lead: "" });
	}
	const letters = soapLetters(text);
	const shouting = isShouting(text);
	let at = 0;
	let blankBefore = true;
	while (at <= text.length) {
		const end = lineEndAt(text, at, text.length);
		lineHeadings(text, at, end, { letters, shouting, blankBefore }, headers, found);
		blankBefore = text.slice(at, Math.min(end, at + 200)).trim() === "";
		at = end + 1;
	}
	if (!found.some(({ header }) => CONCLUDES.has(header?.role ?? ""))) found.push(...openingSentences(text));
	return withoutOverlap(found);
}

interface LineFacts {
	letters: boolean;
	shouting: boolean;
	blankBefore: boolean;
}

function lineHeadings(
	text: string,
	start: number,
	end: number,
	facts: LineFacts,
	headers: ReadonlyMap<string, Header>,
	found: Heading[],
): void {
	const head = text.slice(start, Math.min(end, start + 160));
	const lead = (LEAD.exec(head) as RegExpExecArray)[0].length;
	const from = start + lead;
	const line = head.slice(lead).replace(/[\s*_]+$/, "");
	if (line === "") return;
	const before = found.length;
	collectHeadings(text, from, end, line, facts, headers, found);
	const mark = head.slice(0, lead);
	for (let i = before; i < found.length; i++) {
		const heading = found[i] as Heading;
		if (heading.start !== from) continue;
		heading.lineStart = start;
		heading.lead = /\d/.test(mark) ? "number" : /[-•▪●–]|(?<!\*)\*(?!\*)/.test(mark) ? "bullet" : "";
	}
}

function collectHeadings(
	text: string,
	from: number,
	end: number,
	line: string,
	facts: LineFacts,
	headers: ReadonlyMap<string, Header>,
	found: Heading[],
): void {
	const whole = end - from <= 140 ? lineHeading(line, from, end, facts, headers) : null;
	if (whole !== null) {
		found.push(whole);
		return;
	}
	const bare = openingShorthand(line, from, facts, headers);
	if (bare !== null) found.push(bare);
	const body = text.slice(from, end);
	for (let at = body.indexOf(":"); at >= 0; at = body.indexOf(":", at + 1)) {
		const colon = from + at;
		const made = headingBeforeColon(text, from, colon, facts, headers);
		if (made !== null && (bare === null || made.start >= bare.start)) found.push(made);
	}
	// Typed lists run on from the name with a comma: "PREOPERATIVE DIAGNOSES,1.  Adrenal mass".
	const comma = /^([A-Z][A-Z \-/()]{3,50}),\s*(?=\d\.|[A-Z])/.exec(line);
	const commaHeader = comma === null ? undefined : headers.get(headerKey(comma[1] as string));
	if (comma !== null && commaHeader !== undefined && commaHeader.role !== "system") {
		const name = comma[1] as string;
		found.push(heading(from, from + name.length, from + comma[0].length, commaHeader));
	}
}

function heading(start: number, nameEnd: number, end: number, header: Header | null): Heading {
	return { start, nameEnd, end, header, lineStart: start, lead: "" };
}

/** The line is nothing but a heading. */
function lineHeading(
	line: string,
	from: number,
	end: number,
	facts: LineFacts,
	headers: ReadonlyMap<string, Header>,
): Heading | null {
	const name = line.replace(/[\s:;.,\-–=]+$/, "");
	if (name === "" || name.length > MAX_NAME || /[.!?;]\s/.test(name)) return null;
	const header = headers.get(headerKey(name));
	const made = heading(from, from + name.length, end, header ?? null);
	const closed = /[:;\-–=]\W*$/.test(line);
	if (header !== undefined) {
		if (header.form === "letter" && name.length === 1) return facts.letters ? made : null;
		if (header.role === "system" && !closed && !isUpper(name)) return null;
		// A sentence may end on such a word; a heading starts with a capital.
		if (line.endsWith(".") && !isUpper(name)) return null;
		return /^[A-Z(]/.test(name) || closed ? made : null;
	}
	if (facts.shouting || name.length < 4 || name.split(" ").length > MAX_WORDS || /[\d:]/.test(name))
		return null;
	const unknown = isUpper(name) && (line.endsWith(":") || (facts.blankBefore && /[A-Z]{4}/.test(name)));
	return unknown && !line.endsWith(".") ? made : null;
}

/** A name in capitals or with a capital; shorthand of two or three letters in lower case, too ("o/e", "imp", "pmh"). */
const OPENING =
	/^([A-Z][A-Za-z]*(?:[/&][A-Z][A-Za-z]*)*(?: (?:Hx|hx|Dx|dx))?|o\/e|(?!ice\b)[a-z]{2,3})(?=[ \t;:])/;

/** Shorthand that needs no colon: "PMH asthma", "O/E chest clear", "Imp - UTI". */
function openingShorthand(
	line: string,
	from: number,
	facts: LineFacts,
	headers: ReadonlyMap<string, Header>,
): Heading | null {
	const dash = /^([A-Za-z][A-Za-z/& ]{0,40}?)\s*(?:\s[-–=]|[-–=]\s|[-–=]{1,2}>?(?=[A-Z\s]))\s*/.exec(line);
	if (dash !== null) {
		const name = (dash[1] as string).trim();
		const header = headers.get(headerKey(name));
		const fits = header !== undefined && /^[A-Z]/.test(name) && header.role !== "system";
		if (fits && (header.form !== "letter" || facts.letters)) {
			return heading(from, from + name.length, from + dash[0].length, header);
		}
	}
	// "S/ well", "A/ cystitis": letters of the problem-oriented record with a slash.
	const letter = /^([SOAP])\/(?=[ \t]|\?)/.exec(line);
	const slashed = letter === null || !facts.letters ? undefined : headers.get(headerKey(letter[1] as string));
	if (slashed !== undefined) return heading(from, from + 1, from + 2, slashed);
	const open = OPENING.exec(line);
	if (open === null) return null;
	const name = open[1] as string;
	const header = headers.get(headerKey(name));
	if (header === undefined || header.form !== "bare") return null;
	if (name.length < 6 && !/^(?:[A-Z/&]+(?:[hH]?x)?|[A-Z][a-z]{1,2}x?|[a-z/]+)$/.test(name)) return null;
	const colon = /^[ \t]*[:;]?/.exec(line.slice(name.length))?.[0].length ?? 0;
	return heading(from, from + name.length, from + name.length + colon, header);
}

/** The longest known name that ends at a colon, or an unknown one in capitals at the start of a line. */
function headingBeforeColon(
	text: string,
	lineStart: number,
	colon: number,
	facts: LineFacts,
	headers: ReadonlyMap<string, Header>,
): Heading | null {
	const low = Math.max(lineStart, colon - MAX_NAME);
	const before = text.slice(low, colon).replace(/[\s*_]+$/, "");
	const nameEnd = low + before.length;
	const end = colon + 1;
	let best: Heading | null = null;
	const starts = wordStarts(before);
	const last = before.slice(starts[starts.length - 1] ?? 0).replace(/^.*[/&-]/, "");
	for (
		let i = endsHeading(last) ? starts.length - 1 : -1, words = 1;
		i >= 0 && words <= MAX_WORDS;
		i--, words++
	) {
		const start = low + (starts[i] as number);
		const name = text.slice(start, nameEnd);
		const header = headers.get(headerKey(name));
		if (header === undefined || !/^[A-Z(]/.test(name)) continue;
		if (header.form === "letter" && name.length === 1 && !facts.letters) continue;
		if (start !== lineStart && !opensInside(text, start, name, header)) continue;
		best = heading(start, nameEnd, end, header);
	}
	if (best !== null) return best;
	const name = before;
	const atStart = low === lineStart && /^[A-Z]/.test(name) && name.length >= 3;
	const unknown = atStart && isUpper(name) && !/[.;,]/.test(name) && starts.length <= MAX_WORDS;
	return unknown ? heading(low, nameEnd, end, null) : null;
}

/** May a heading begin here, in the middle of a line? */
function opensInside(text: string, start: number, name: string, header: Header): boolean {
	const before = text.slice(Math.max(0, start - 3), start);
	if (/[.;,)\]!?]\s*$/.test(before)) return header.form !== "letter" || /[.;,]\s*$/.test(before);
	if (/\s{2,}$|\t$|[-–|]\s$/.test(before)) return true;
	return isUpper(name) && name.length > 4 && header.role !== "system" && /\s$/.test(before);
}

function wordStarts(text: string): number[] {
	const starts: number[] = [];
	for (const match of text.matchAll(/(?:^|[\s,.;)\]])(?=[A-Za-z(])/g))
		starts.push(match.index + match[0].length);
	return starts;
}

function isUpper(name: string): boolean {
	return /[A-Z]{2}/.test(name) && !/[a-z]/.test(name.replace(/\(s\)|\(es\)/g, ""));
}

/** Single S/O/A/P letters count as headings only when at least two different ones open lines. */
function soapLetters(text: string): boolean {
	const seen = new Set<string>();
	for (const match of text.matchAll(/(?:^|\n)[ \t]*([SOAP])[ \t]*(?:[:\-–)]|\/|\n)/g))
		seen.add(match[1] as string);
	return seen.size >= 2;
}

/** Most of the note is in capitals: capitals then say nothing about headings. */
function isShouting(text: string): boolean {
	let upper = 0;
	let lower = 0;
	for (let i = Math.min(text.length, 4000) - 1; i >= 0; i--) {
		const code = text.charCodeAt(i);
		if (code >= 65 && code <= 90) upper++;
		else if (code >= 97 && code <= 122) lower++;
	}
	return upper > lower;
}

function withoutOverlap(headings: Heading[]): Heading[] {
	headings.sort((a, b) => a.start - b.start || b.end - a.end);
	const kept: Heading[] = [];
	for (const heading of headings) {
		const last = kept[kept.length - 1];
		if (last === undefined || heading.start >= last.end) kept.push(heading);
	}
	return kept;
}
