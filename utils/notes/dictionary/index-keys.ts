import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

const RESIDUAL = /\b(?:specified|unspecified (?:type|cause|site)|without|see)\b|^\s*NEC\s*$/i;
/** Joining words of the index that no note repeats. */
const JOIN =
	/\b(?:with|due to|in|and|of|by|to|from|on|during|following|complicating|as|NOS|NEC|type(?!\s+(?:\d|I|V))|caused by|associated with|secondary to)\b/gi;

function near(a: string, b: string): boolean {
	const n = Math.min(4, a.length, b.length);
	return n >= 3 && a.slice(0, n).toLowerCase() === b.slice(0, n).toLowerCase();
}

/** "Calculus, calculi, calculous" -> "Calculus"; "lobe, upper" -> "lobe upper". */
function spoken(part: string): string {
	const [first = "", ...rest] = part
		.replace(/\([^)]*\)/g, " ")
		.replace(/\[[^\]]*\]/g, " ")
		.split(",")
		.map((segment) => segment.trim());
	return [first, ...rest.filter((segment) => segment !== "" && !near(segment, first))].join(" ");
}

/** "disease or fever" -> both; "Katayama disease or fever" -> each with the words before. */
function orOptions(text: string): string[] {
	const options = text.split(/ or /i).map((option) => option.trim());
	if (options.length === 1 || options.length > 4) return [text];
	const first = (options[0] as string).split(/\s+/);
	if (options.slice(1).some((option) => option.split(/\s+/).length > 2) || first.length > 3) return [text];
	const before = first.slice(0, -1).join(" ");
	return options.map((option, i) => (i > 0 && !option.includes(" ") ? `${before} ${option}` : option));
}

/** "Laceration finger index" is said as "index finger". */
function inOrder(text: string): string {
	return text
		.replace(/\bfingers?\s+(index|middle|ring|little)\b/gi, "$1 finger")
		.replace(/\btoes?\s+(great|lesser)\b/gi, "$1 toe");
}

/**
 * Term sets of a path of the Alphabetic Index; brackets are non-essential and left out. Empty for a residual
 * path ("specified NEC"), which must never win by its other words.
 */
export function indexKeys(parts: readonly string[], forms: WordForms): string[][] {
	// "Disorder, personality, type A" comes down to a personality disorder: its last word says nothing here.
	const last = (parts[parts.length - 1] ?? "").replace(/\([^)]*\)/g, " ").replace(JOIN, " ");
	if (/\w/.test(last) && keysOf(last, forms).length === 0) return [];
	let texts = [""];
	let before = "";
	// Under "Complication(s)" the words below name the trouble, no note says "complication" besides; but what
	// stands after "following" is what went before.
	const named = parts.length > 2 && !/^(?:following|due to|in)\b/i.test(parts[1] as string);
	const below = named && /^complications?\b/i.test(parts[0] as string) ? parts.slice(1) : parts;
	for (const part of below) {
		const plain = part.replace(/\([^)]*\)/g, " ");
		if (RESIDUAL.test(plain)) return [];
		const options = orOptions(spoken(plain.replace(/\b(?:NEC|NOS)\b/g, " ")));
		// "finger > index" is said "index finger".
		const swapped = forms.group(`${plain.trim()} ${before}`.toLowerCase()) !== undefined;
		texts = texts.flatMap((text) =>
			options.map((option) =>
				swapped && text.endsWith(before)
					? `${text.slice(0, -before.length)}${option} ${before}`
					: `${text} ${option}`,
			),
		);
		before = spoken(plain);
		if (texts.length > 8) return [];
	}
	return texts
		.map((text) => keysOf(inOrder(text.replace(JOIN, " ")), forms))
		.filter((keys) => keys.length > 0);
}
