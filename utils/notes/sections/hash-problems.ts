import type { Heading } from "./heading";
import { HEADED } from "./items";
import { lineEndAt } from "./lines";

/** "#COPD: stable", "# Hypertension", "#? UTI", "#1 Gout"; not "# of pills" and no Markdown heading of several "#". */
const HASH =
	/^[ \t]*#[ \t]?(?:\d{1,2}[.):]?[ \t]+)?(?=\??[ \t]*[A-Za-z])(?![ \t]*(?:of|pills?|tab(?:let)?s?|caps?|refills?|doses?|days)\b)/i;
/** True when a line opens a problem with "#". */
export function isHashProblem(line: string): boolean {
	return HASH.test(line);
}

/**
 * Headings of a note in which problems stand behind a "#": a problem's name is no heading of its own, and the
 * first of them outside a list of problems opens an assessment without a name. A note whose known headings
 * carry the "#" is written in Markdown and stays as it is.
 */
export function withHashProblems(text: string, headings: readonly Heading[]): Heading[] {
	if (!/(?:^|\n)[ \t]*#/.test(text)) return [...headings];
	const marked = (heading: Heading): boolean =>
		isHashProblem(text.slice(heading.lineStart, lineEndAt(text, heading.lineStart, text.length)));
	if (headings.some((heading) => heading.header !== null && marked(heading))) return [...headings];
	const kept = headings.filter((heading) => heading.header !== null || !marked(heading));
	const opened: Heading[] = [];
	for (let at = 0; at < text.length; ) {
		const end = lineEndAt(text, at, text.length);
		if (isHashProblem(text.slice(at, end))) {
			const before = [...kept, ...opened]
				.filter(({ start }) => start <= at)
				.sort((a, b) => b.start - a.start)[0];
			const role = before?.header?.role;
			if (role === undefined || role === "system" || !HEADED.has(role))
				opened.push({
					start: at,
					nameEnd: at,
					end: at,
					header: { role: "assessment", form: "colon" },
					lineStart: at,
					lead: "",
				});
		}
		at = end + 1;
	}
	return [...kept, ...opened].sort((a, b) => a.start - b.start);
}
