import { tableRows } from "../lexicon/tables";

/** A forbidden wording that was found in one of our own texts. */
export interface WordingFault {
	pattern: string;
	why: string;
}

interface Pattern extends WordingFault {
	regex: RegExp;
}

let patterns: Pattern[] | null = null;

function table(): Pattern[] {
	patterns ??= tableRows("rules/forbidden-words", ["pattern", "case", "why"]).map(({ cells }) => ({
		pattern: cells.pattern,
		why: cells.why,
		regex: new RegExp(`(?<![A-Za-z])(?:${cells.pattern})(?![A-Za-z])`, cells.case === "exact" ? "" : "i"),
	}));
	return patterns;
}

/**
 * Holds a text of ours to the rules of compliant queries: nothing that directs, nothing about payment.
 * Whole words; acronyms are case-sensitive. `quotes` are the record's or an official text's own words in
 * it and are left out. Returns every fault; an empty list means the text may be shown.
 */
export function wordingFaults(text: string, quotes: readonly string[] = []): WordingFault[] {
	let own = text;
	for (const quote of quotes) if (quote !== "") own = own.replaceAll(quote, " … ");
	return table()
		.filter(({ regex }) => regex.test(own))
		.map(({ pattern, why }) => ({ pattern, why }));
}
