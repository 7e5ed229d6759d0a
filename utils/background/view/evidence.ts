import type { EvidenceView } from "../../messages/view";
import type { EvidenceSpan, SpanStatus } from "../../notes/types";
import type { TextRange } from "../../text/note-text";
import { type Joined, splitRange } from "../state/join";

/** Code units of context on each side of quoted words. */
const CONTEXT = 60;

/** Words with their place in the page and a little context; null when they stand in no region. */
export function evidence(
	joined: Joined,
	span: TextRange & { status?: SpanStatus; section?: string },
): EvidenceView | null {
	const at = splitRange(joined, span);
	if (at === null) return null;
	const { part, start, end } = at;
	const view: EvidenceView = {
		frameId: part.frameId,
		documentId: part.documentId,
		regionId: part.regionId,
		start,
		end,
		quote: part.text.slice(start, end),
		before: before(part.text, start),
		after: after(part.text, end),
		status: span.status ?? "affirmed",
	};
	if (span.section !== undefined) view.section = span.section;
	return view;
}

/** All spans that stand in a region: the words that speak most for the code first, then in the order of the text. */
export function evidenceOf(joined: Joined, spans: readonly EvidenceSpan[]): EvidenceView[] {
	const leading = spans.filter((span) => span.leading);
	const others = spans.filter((span) => !span.leading);
	return [...leading, ...others].flatMap((span) => evidence(joined, span) ?? []);
}

/** Context never begins or ends in the middle of a word, and never runs into the next line. */
function before(text: string, start: number): string {
	const from = Math.max(0, start - CONTEXT);
	const line = text.slice(from, start).split("\n").at(-1) ?? "";
	const whole = from > 0 && line.length === start - from;
	return whole ? line.replace(/^\S*\s?/, "") : line;
}

function after(text: string, end: number): string {
	const to = Math.min(text.length, end + CONTEXT);
	const line = text.slice(end, to).split("\n")[0] ?? "";
	const whole = to < text.length && line.length === to - end;
	return whole ? line.replace(/\s?\S*$/, "") : line;
}
