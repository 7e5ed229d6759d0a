import { inYears } from "../choose/age";

/** What a row of a series holds for: a size, an age, a number of things, contrast or a side. Bounds are inclusive. */
export interface Limit {
	/** "cm", "sq cm", "g", "age" (years), "week" (of pregnancy), "contrast" (0 none, 1 with, 2 without and with), "side" (1, 2), or the thing counted ("view"). */
	axis: string;
	low: number;
	high: number;
}

/** A procedure's name without the words of its limits. */
export interface LimitedName {
	words: string;
	limits: Limit[];
	/** What it is done without, or is not ("without imaging", "not leg, heart or brain"). */
	lacking: string;
	/** Reported beside another number only ("each further level"). */
	further: boolean;
}

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
/** Things that a name counts, with what else notes call them. */
const COUNTED =
	"views?|projections?|levels?|muscles?|fragments?|parts?|lesions?|vertebrae|segments|arteries|vessels|nerves?|studies|fingers?|toes?|grafts?|nodes|leads?|groups?|columns?";
const SAME: Readonly<Record<string, string>> = {
	projection: "view",
	part: "fragment",
	vessel: "artery",
	column: "group",
};
const JUST = 1e-6;
/** Completed weeks at which the second and the third trimester begin (guideline I.C.15.a.1). */
const FIRST_TRIMESTER = 14;
const SECOND_TRIMESTER = 28;
const WITHOUT = /\b(?:without|not(?: for| in| with)?) ((?:[a-z]+, )+[a-z]+ or [a-z]+|[^,]+?)(?= with\b|,|$)/i;
const N = "(\\d+(?:\\.\\d+)?)";
const OPEN = Number.POSITIVE_INFINITY;

/** Number words up to twelve as digits. */
export function withDigits(text: string): string {
	return text.replace(
		/\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi,
		(word) => `${NUMBERS.indexOf(word.toLowerCase())}`,
	);
}

/** The thing counted under its one name ("projections" -> "view"). */
export function countedThing(word: string): string {
	const one = word
		.toLowerCase()
		.replace(/ies$/, "y")
		.replace(/([^s])s$/, "$1");
	return SAME[one] ?? one;
}

type Rule = [pattern: RegExp, limits: (match: RegExpMatchArray) => Limit[]];

const limit = (axis: string, low: number, high: number): Limit[] => [{ axis, low, high }];
const MEASURE = `(sq cm|cm|g|${COUNTED})`;
const axisOf = (unit: string): string => (/^(?:sq cm|cm|g)$/.test(unit) ? unit : countedThing(unit));
const AGE = "(days?|weeks?|months?|years?)";

const RULES: readonly Rule[] = [
	[/\bwithout and with contrast\b/i, () => limit("contrast", 2, 2)],
	[/\bwithout contrast\b/i, () => limit("contrast", 0, 0)],
	[/\b(?<=^(?:CT|MR).*)with contrast\b/i, () => limit("contrast", 1, 1)],
	[/\bboth sides\b/i, () => limit("side", 2, 2)],
	[/\b1 side\b/i, () => limit("side", 1, 1)],
	[/\bafter first trimester\b/i, () => limit("week", FIRST_TRIMESTER, OPEN)],
	[/\bfirst trimester\b/i, () => limit("week", 0, FIRST_TRIMESTER - JUST)],
	[/\bsecond trimester\b/i, () => limit("week", FIRST_TRIMESTER, SECOND_TRIMESTER - JUST)],
	[new RegExp(`\\b(?:first|each further) ${N} (?:sq cm|cm|minutes)\\b`, "i"), () => []],
	[
		new RegExp(`\\b${N} (?:to|or) ${N} ${MEASURE}\\b`, "i"),
		([, low, high, unit]) => limit(axisOf(unit as string), Number(low), Number(high)),
	],
	[
		new RegExp(`\\b(?:under|less than) ${N} ${MEASURE}\\b`, "i"),
		([, high, unit]) => limit(axisOf(unit as string), 0, Number(high) - JUST),
	],
	[
		new RegExp(`\\b(?:over|more than) ${N} ${MEASURE}\\b`, "i"),
		([, low, unit]) => limit(axisOf(unit as string), Number(low) + JUST, OPEN),
	],
	[
		new RegExp(`\\b${N} or more ${MEASURE}\\b|\\b${N} ${MEASURE} or more\\b`, "i"),
		([, low, unit, low2, unit2]) => limit(axisOf((unit ?? unit2) as string), Number(low ?? low2), OPEN),
	],
	[
		new RegExp(`\\b${N} ${MEASURE} or less\\b|\\bup to ${N} ${MEASURE}\\b`, "i"),
		([, high, unit, high2, unit2]) => limit(axisOf((unit ?? unit2) as string), 0, Number(high ?? high2)),
	],
	[
		new RegExp(`\\b${N} (${COUNTED})\\b`, "i"),
		([, count, unit]) => limit(axisOf(unit as string), Number(count), Number(count)),
	],
	[
		new RegExp(`\\b${N} months to ${N} years\\b`, "i"),
		([, low, high]) => limit("age", inYears(Number(low), "m"), Number(high) + 1 - JUST),
	],
	[
		new RegExp(`\\bage ${N} to ${N}\\b`, "i"),
		([, low, high]) => limit("age", Number(low), Number(high) + 1 - JUST),
	],
	[
		new RegExp(`\\bunder ${N} ${AGE}\\b`, "i"),
		([, high, unit]) => limit("age", 0, inYears(Number(high), unit as string) - JUST),
	],
	[
		new RegExp(`\\bover ${N} ${AGE}(?: old)?\\b`, "i"),
		([, low, unit]) => limit("age", inYears(Number(low), unit as string) + JUST, OPEN),
	],
	[new RegExp(`\\b(?:age )?under ${N}(?=,|$)`, "i"), ([, high]) => limit("age", 0, Number(high) - JUST)],
	[
		new RegExp(`\\b(?:age )?${N} (?:or|and) (?:older|over)\\b`, "i"),
		([, low]) => limit("age", Number(low), OPEN),
	],
];

/** Reads the limits off a procedure's name: "…, 1.1 to 2.0 cm", "under 12", "2 or 3 views", "with contrast". */
export function limitsOf(name: string): LimitedName {
	let words = withDigits(name);
	const limits: Limit[] = [];
	for (const [pattern, read] of RULES) {
		const match = pattern.exec(words);
		if (match === null) continue;
		limits.push(...read(match));
		words = words.replace(match[0], " ");
	}
	const lacking = WITHOUT.exec(words);
	if (lacking !== null) words = words.replace(lacking[0], " ");
	return {
		lacking: lacking?.[1] ?? "",
		words: limits.length > 0 || words.length < name.length ? words : name,
		limits,
		further: /\beach further\b|\bfurther (?:level|artery|lesion)|\badded\b|\bsecond level\b/i.test(name),
	};
}
