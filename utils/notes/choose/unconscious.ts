import type { CodeSet } from "../../codesets/types";

/** How long consciousness was lost, as the 6th character of S06 writes it. */
export type Unconscious = "1" | "2" | "3" | "4" | "5";

const LOST =
	"(?:los[ts]\\w* (?:of )?consciousness|LOC|unconscious(?:ness)?|knocked out|blacked out|passed out|unresponsive)";
const NUMBER =
	"(\\d+(?:\\.\\d)?|an?|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty[- ]five|a few|several|half an)";
const UNIT = "[- ]?(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?)";
const AFTER = new RegExp(
	`\\b${LOST}\\b[\\s,(:]*(?:(?:for|of|lasting|lasted|duration|was|about|around|approximately|roughly|less than|under|more than|greater than|over|>|x|~|estimated|reportedly)[\\s:]*){0,4}${NUMBER} ?${UNIT}\\b`,
	"i",
);
const BEFORE = new RegExp(`\\b${NUMBER} ?${UNIT}(?: of| period of)? ${LOST}\\b`, "i");
const WORDS: Readonly<Record<string, number>> = {
	a: 1,
	an: 1,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	ten: 10,
	fifteen: 15,
	twenty: 20,
	thirty: 30,
	"forty-five": 45,
	"forty five": 45,
	"a few": 3,
	several: 5,
	"half an": 0.5,
};

/** Reads how long the patient was unconscious; null where no time is told. */
export function unconsciousFor(text: string): Unconscious | null {
	const match = AFTER.exec(text) ?? BEFORE.exec(text);
	if (match === null) return null;
	const [, number = "", unit = ""] = match;
	const amount = WORDS[number.toLowerCase()] ?? Number(number);
	const minutes = amount * (/^s/i.test(unit) ? 1 / 60 : /^m/i.test(unit) ? 1 : /^h/i.test(unit) ? 60 : 1440);
	if (!Number.isFinite(minutes)) return null;
	if (minutes <= 30) return "1";
	if (minutes < 60) return "2";
	if (minutes < 360) return "3";
	return minutes <= 1440 ? "4" : "5";
}

/** All but those that deny the loss of consciousness. */
const INTRACRANIAL = /^S06\.\w{2}[1-9A]$/;

/** Row of the same intracranial injury with the time told; the row itself where it has no such sibling. */
export function withUnconscious(set: CodeSet, row: number, told: Unconscious | null): number {
	const code = set.code(row);
	if (told === null || !INTRACRANIAL.test(code)) return row;
	const timed = set.find(code.slice(0, -1) + told);
	return timed < 0 ? row : timed;
}
