import { lineEndAt } from "./lines";
import type { SectionItem } from "./types";

/** Opens a sentence on one of several problems: "For her first problem of CHF,", "As for his gout,", "Second, ...". */
const LEAD =
	/(^|[.!?)]\s+|\n\s*)((?:(?:and|also|then|next|finally|lastly|first|second|third|fourth|fifth|last)(?:ly)?,?\s+)?(?:as for|for|regarding|concerning|in terms of|with (?:regards?|respect) to|in regards? to|as regards|as far as|when it comes to)\s+(?:his|her|the|their|my|this)\s+(?:(?:other\s+)?(?:\w+\s+)?(?:problem|issue|complaint|diagnosis|concern)s?\s*(?:of|is|being|,)\s*)?|(?:first|second|third|fourth|fifth)(?:ly)?,\s+(?:his|her|the|their)?\s*)(?=\w)/gi;
const NUMBERED = /\b(?:problem|issue|complaint|diagnosis|concern)\b|^(?:first|second)/i;
/** Where the name of the problem ends. */
const NAME_END = /[,.;:?\n]|\s(?:is|are|was|has|have|I|we|she|he|they|it|goes)\b/;
/** Verbs of a sentence that says something; a problem's name has none. */
const SAYS =
	/^(?:no|not|none|nothing)\b|\b(?:is|was|are|were|will|has|have|had|do|does|did|can|may|reviewed|discussed|recommend\w*|continues?|patient|return\w*|follow|start\w*|stop\w*|see|call|keep|come|check|I|we|he|she|they|you)\b/i;
const MOST_LETTERS = 70;
const MOST_WORDS = 8;
/** One such sentence may say anything; problems come in several. */
const FEWEST = 2;

function close(items: SectionItem[], end: number): SectionItem[] {
	return items.map((item, i) => ({ ...item, end: items[i + 1]?.start ?? end }));
}

function ledProblems(text: string, start: number, end: number): SectionItem[] {
	const body = text.slice(start, end);
	const items: SectionItem[] = [];
	let numbered = false;
	for (const match of body.matchAll(LEAD)) {
		const [whole, before, lead] = match as unknown as [string, string, string];
		const from = match.index + whole.length;
		const stop = body.slice(from, from + MOST_LETTERS).search(NAME_END);
		if (stop <= 0) continue;
		numbered ||= NUMBERED.test(lead);
		items.push({
			start: start + match.index + before.length,
			end,
			titleStart: start + from,
			titleEnd: start + from + stop,
			mark: "prose",
		});
	}
	return numbered || items.length >= FEWEST ? close(items, end) : [];
}

function namedProblems(text: string, start: number, end: number): SectionItem[] {
	const items: SectionItem[] = [];
	for (let at = start; at < end; ) {
		const lineEnd = lineEndAt(text, at, end);
		const line = text.slice(at, lineEnd);
		const indent = line.length - line.trimStart().length;
		const name = /^([A-Z][^.:?!\n]{2,69})[.:?](?=\s+\S)/.exec(line.slice(indent))?.[1];
		if (name !== undefined && name.split(/\s+/).length <= MOST_WORDS && !SAYS.test(name))
			items.push({
				start: at,
				end,
				titleStart: at + indent,
				titleEnd: at + indent + name.length,
				mark: "prose",
			});
		at = lineEnd + 1;
	}
	return items.length >= FEWEST ? close(items, end) : [];
}

/**
 * Problems of an assessment that stand in sentences, without a number, bullet or heading line: "For her second problem
 * of gout, ...", or paragraphs that begin with the problem's name ("Gout. No attack since May."). Offsets as in `text`.
 */
export function proseProblems(text: string, start: number, end: number): SectionItem[] {
	const led = ledProblems(text, start, end);
	return led.length > 0 ? led : namedProblems(text, start, end);
}
