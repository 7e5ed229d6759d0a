import { lineEndAt } from "./lines";
import { proseProblems } from "./prose-problems";
import type { SectionItem, SectionRole } from "./types";

const NUMBER =
	/^[ \t,]*(?:(?:#\s?)?\(?(\d{1,2})[.)](?!\d)|#\s?(\d{1,2})(?=[ \t]*[:–-]?[ \t]+[A-Za-z])[ \t]*[:–-]?)[ \t]*/;
const BULLET = /^[ \t]*(?:[-•*▪●–◦·]|#|o(?=\s{2}))[ \t]+|^[ \t]*[-•*▪●]|^[ \t]*#(?=\??[ \t]*[A-Za-z])/;
/** Labels inside a problem's body; they never open a problem of their own. */
const LABEL =
	/^(?:medical (?:reasoning|treatment)|additional testing|patient education(?: and counsell?ing)?|specialist referrals?|treatment|testing|plan|assessment|status|goal|follow[- ]?up|referrals?|medications?|labs?|imaging|counsell?ing|education)\s*[:.-]/i;
const MAX_TITLE = 110;
/** Roles whose short lines are problem headings even without a number. */
export const HEADED: ReadonlySet<SectionRole> = new Set<SectionRole>([
	"assessment",
	"plan",
	"impression",
	"hospital-course",
	"discharge-dx",
	"admission-dx",
	"preop-dx",
	"postop-dx",
]);

/** Roles in which problems may stand in running sentences. */
const PROSE: ReadonlySet<SectionRole> = new Set<SectionRole>(["assessment", "impression"]);

/**
 * Problem items of a section's content: numbered (also run together in one line: "1. COPD. 2. Gout."),
 * bulleted, or headed by a short line of their own, else led by a phrase. A bullet under a number or heading belongs to its body.
 */
export function findItems(text: string, start: number, end: number, role: SectionRole): SectionItem[] {
	const items: SectionItem[] = [];
	let next = 1;
	let blankBefore = true;
	for (let at = start; at < end; ) {
		const lineEnd = lineEndAt(text, at, end);
		const line = text.slice(at, lineEnd);
		const current = items[items.length - 1];
		const number = NUMBER.exec(line);
		const bullet = number === null ? BULLET.exec(line) : null;
		if (number !== null && /[A-Za-z]/.test(line.slice(number[0].length, number[0].length + 4))) {
			next = openNumbered(text, at, lineEnd, items, number[0].length, Number(number[1] ?? number[2]));
		} else if (bullet !== null) {
			const from = at + bullet[0].length;
			if ((current === undefined || current.mark === "bullet") && !LABEL.test(text.slice(from, lineEnd)))
				open(text, items, "bullet", at, from, lineEnd);
		} else if (line.trim() !== "") {
			const inline = inlineNumbers(text, at, lineEnd, next, items);
			if (inline > next) next = inline;
			else if (HEADED.has(role) && (current === undefined || current.mark !== "number")) {
				if (isProblemHeading(text, at, lineEnd, end, role, blankBefore)) {
					open(text, items, "heading", at, at + line.length - line.trimStart().length, lineEnd);
				}
			}
		}
		blankBefore = line.trim() === "";
		at = lineEnd + 1;
	}
	if (items.length === 0 && PROSE.has(role)) return proseProblems(text, start, end);
	for (let i = 0; i < items.length; i++) {
		(items[i] as SectionItem).end = items[i + 1]?.start ?? end;
	}
	return items;
}

function openNumbered(
	text: string,
	at: number,
	lineEnd: number,
	items: SectionItem[],
	lead: number,
	number: number,
): number {
	const from = at + lead;
	open(text, items, "number", at, from, lineEnd);
	return inlineNumbers(text, from, lineEnd, number + 1, items);
}

/** Numbers that go on in the middle of a line, in sequence from `next`. Returns the number expected after. */
function inlineNumbers(
	text: string,
	from: number,
	lineEnd: number,
	next: number,
	items: SectionItem[],
): number {
	const found: { start: number; content: number }[] = [];
	const pattern = /(?:^|[\s,;:.])(?:#\s?)?\(?(\d{1,2})[.)](?=\s*[A-Za-z])\s*/g;
	let expected = next;
	for (const match of text.slice(from, lineEnd).matchAll(pattern)) {
		if (Number(match[1]) !== expected) continue;
		found.push({ start: from + match.index, content: from + match.index + match[0].length });
		expected++;
	}
	// One lone "1." in running text is no list.
	if (found.length === 0 || (next === 1 && found.length < 2)) return next;
	for (let i = 0; i < found.length; i++) {
		const mark = found[i] as { start: number; content: number };
		const last = items[items.length - 1];
		if (last !== undefined && last.titleEnd > mark.start)
			last.titleEnd = trimEnd(text, last.titleStart, mark.start);
		open(text, items, "number", mark.start, mark.content, found[i + 1]?.start ?? lineEnd);
	}
	return expected;
}

/** A short line that names a problem: after a blank line or at the start, followed by its body. */
function isProblemHeading(
	text: string,
	at: number,
	lineEnd: number,
	end: number,
	role: SectionRole,
	blankBefore: boolean,
): boolean {
	const line = text.slice(at, lineEnd).trim();
	if (line.length > 80 || line.split(/\s+/).length > 9 || !/^[A-Z0-9]/.test(line)) return false;
	if (/[.!?]\s+[A-Z]/.test(line) || LABEL.test(line)) return false;
	if (
		/\b(?:is|was|are|were|will|has|have|had|reviewed|discussed|recommend\w*|continue|patient|return|follow)\b/i.test(
			line,
		)
	)
		return false;
	if (!blankBefore) return false;
	const nextLine = text.slice(lineEnd + 1, lineEndAt(text, lineEnd + 1, end));
	return nextLine.trim() !== "" || (role !== "plan" && !/[,;]$/.test(line));
}

function open(
	text: string,
	items: SectionItem[],
	mark: SectionItem["mark"],
	start: number,
	from: number,
	lineEnd: number,
): void {
	const line = text.slice(from, Math.min(lineEnd, from + MAX_TITLE));
	const stop = line.search(/:(?=\s|$)|[.;?!](?=\s|$)|\s[-–—]+\s/);
	items.push({
		start,
		end: lineEnd,
		titleStart: from,
		titleEnd: trimEnd(text, from, stop > 0 ? from + stop : from + line.length),
		mark,
	});
}

function trimEnd(text: string, from: number, to: number): number {
	let end = to;
	while (end > from && /[\s,;:.]/.test(text[end - 1] as string)) end--;
	return end;
}
