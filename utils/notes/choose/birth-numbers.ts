import type { TextRange } from "../../text/note-text";

/** What a note tells of a newborn in numbers, each with where it stands, or null. */
export interface BirthNumbers {
	/** Birth weight in grams. */
	grams: { value: number; at: TextRange } | null;
	/** Completed weeks at birth. */
	weeks: { value: number; at: TextRange } | null;
}

const WEIGHT =
	/\b(?:birth ?weight|BW|birth wt\.?|weigh(?:ing|ed|s)|weight of|born at[^.\n]{0,30}?)\s*(?:is|was|of|at|:|=)?\s*(\d{1,2}[,.]?\d{0,3})\s*(kg|kilograms?|g|gm|grams?)\b/i;
const BORN = [
	/\b(?:born|delivered|delivery|birth) (?:prematurely )?at (?:about )?(\d{2})(?:[\s-]*(?:and |\+ ?)?\d(?:\/7)?)?[\s-]*(?:weeks?|wks?)\b/i,
	/\b(?:gestation(?:al age)?|GA|EGA)(?: (?:of|at birth|was|is))?:? (\d{2})(?:[\s-]*(?:and |\+ ?)?\d(?:\/7)?)?[\s-]*(?:weeks?|wks?)\b/i,
	/\b(\d{2})(?:[\s-]*(?:and |\+ ?)?\d\/7)?[\s-]*(?:weeks?|wks?|weeker)\b(?:['’]?s?,? (?:of )?(?:gestation\w*|GA|premature|preterm))?(?! (?:old|of age|ago|later|post|after))/i,
];
/** A newborn of less is not of this world; of more it is not light for any of the codes. */
const LIGHTEST = 300;
const LIGHT = 2500;
/** Tabular notes at P07.2 and P07.3: weeks of the two. */
const EXTREME = 28;
const TERM = 37;

function found(match: RegExpExecArray | null, value: number): { value: number; at: TextRange } | null {
	return match === null ? null : { value, at: { start: match.index, end: match.index + match[0].length } };
}

/** Reads birth weight and completed weeks at birth; values that no code of P07 has are null. */
export function birthNumbersOf(text: string): BirthNumbers {
	const weight = WEIGHT.exec(text);
	const unit = weight?.[2] ?? "";
	const said = Number((weight?.[1] ?? "").replace(",", ""));
	const grams = /^k/i.test(unit) ? said * 1000 : said;
	const born = BORN.map((pattern) => pattern.exec(text)).find((match) => match !== null) ?? null;
	const weeks = Number(born?.[1]);
	return {
		grams: grams >= LIGHTEST && grams < LIGHT ? found(weight, grams) : null,
		weeks: weeks >= 20 && weeks < TERM ? found(born, weeks) : null,
	};
}

/** Code of a low birth weight (grams), Tabular P07.0 and P07.1. */
export function birthWeightCode(grams: number): string {
	if (grams < 1000) return `P07.0${grams < 500 ? 1 : grams < 750 ? 2 : 3}`;
	return `P07.1${grams < 1250 ? 4 : grams < 1500 ? 5 : grams < 1750 ? 6 : grams < 2000 ? 7 : 8}`;
}

/** Code of a preterm birth (completed weeks), Tabular P07.2 and P07.3. */
export function birthWeeksCode(weeks: number): string {
	if (weeks < EXTREME) return `P07.2${Math.max(1, weeks - 21)}`;
	return `P07.3${weeks - EXTREME + 1}`;
}
