import type { NoteFacts } from "../choose/note-facts";
import type { Section } from "../sections";
import { countedThing, type Limit, withDigits } from "./limits";
import { namesProcedure } from "./titles";

/** What a note says on the axes of procedure series: its values by axis ("cm", "age", "view", …; see Limit). */
export type Measures = ReadonlyMap<string, readonly number[]>;

const N = "(?<![\\d.])(?:\\d{1,4}(?:\\.\\d{1,3})?|\\.\\d{1,3})";
const SIZE = new RegExp(
	`((?:${N}\\s{0,2}(?:cm|mm)?\\s{0,2}(?:x|×|by)\\s{0,2}){0,2}${N})[\\s-]{0,2}(sq(?:uare)?\\.?[\\s-]?(?:cm|centimet\\w{1,4})|cm\\s?2|cm²|cm|centimet\\w{1,4}|mm|millimet\\w{1,4}|gm?s?|grams?)(?![a-z])`,
	"gi",
);
/** After a measure: it is not the size of what was treated. */
const NOT_THE_SIZE =
	/^[\s-]*(?:(?!with|includ|and)[a-z]+\s+){0,2}(?:incision|margins?\b|ports?\b|trocar|from\b|distal|proximal|above|below|lateral\b|medial\b|away|cuff|needle|catheter)/i;
const MARGIN =
	/(?:(?<!(?:with|including)(?: the)? )margins? (?:of|was|were)|incision (?:of|was|measuring))(?:\s\w+)?\s*$/i;
const DIAMETER = /diameter|with(?: the)? margins|including(?: the)? margins/i;
const OBJECT =
	/lesion|mass|cyst|lipoma|tumou?r|defect|wound|lacerat|graft|measur|excis|stone|calcul|uter[ui]|weigh|ulcer|nevus|keratosis|carcinoma|melanoma/i;
const COUNT = /\b(\d{1,2})[\s-]+(?:\w+[\s-]+)?(\w+)\b/g;
const VIEWS =
	/\b(?:AP|PA|frontal|lateral|oblique|odontoid|mortise|axillary|sunrise|merchant|swimmer'?s|scapular y|frog[\s-]leg|sesamoid|tunnel)\b/gi;
const WEEKS = /\b(\d{1,2})[\s-]*(?:weeks?|wks?)\b/i;
/** One, two, three leads of a pacemaker or defibrillator, by its chambers. */
const LEADS = [/\bsingle[\s-]chamber\b/i, /\bdual[\s-]chamber\b/i, /\bbi-?ventricular\b/i];
const CONTRAST = "(?:contrast|gadolinium|gad|enhancement)";
const BOTH =
	/\b(?:with(?: and| or|\/)\s*without|without (?:and|then|followed by|&) with|w\/?wo|pre- ?and post-?|before and after)\b[^.]{0,40}/i;
const NONE = new RegExp(
	`\\b(?:without|no)\\s+(?:(?!with\\b)[\\w-]+\\s+){0,4}?${CONTRAST}|\\bnon-?\\s?contrast|\\bunenhanced\\b|\\bw\\/?o contrast`,
	"i",
);
const WITH = new RegExp(
	`\\b(?:with|after|following|given|using|plus)\\s+(?:(?!without\\b|no\\b)[\\w,-]+\\s+){0,8}?${CONTRAST}|\\bpost-?contrast|\\bcontrast[\\s-]enhanced|\\b(?:omnipaque|isovue|optiray|visipaque|ultravist|magnevist|gadavist|multihance|dotarem)\\b|\\benhanced (?:CT|MR)`,
	"i",
);

/** Sizes in cm, sq cm and g: those that a diameter is said of, else those of the title, else those near their object. */
function readSizes(text: string, titles: readonly Section[], into: Map<string, number[]>): void {
	const found: { axis: string; value: number; rank: number }[] = [];
	for (const match of text.matchAll(SIZE)) {
		const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
		const before = text.slice(Math.max(0, match.index - 70), match.index);
		if (NOT_THE_SIZE.test(after) || MARGIN.test(before)) continue;
		const unit = (match[2] as string).toLowerCase();
		const sides = [...(match[1] as string).matchAll(new RegExp(N, "g"))].map(([side]) => Number(side));
		const inTitle = titles.some(({ start, end }) => start <= match.index && match.index < end);
		const near = `${before.slice(before.lastIndexOf(".") + 1)} ${after.split(".")[0]}`;
		const rank = DIAMETER.test(near) ? 3 : inTitle ? 2 : OBJECT.test(near) ? 1 : 0;
		if (rank === 0) continue;
		const put = (axis: string, value: number): void => {
			found.push({ axis, value, rank });
		};
		if (unit.startsWith("g")) put("g", sides[0] as number);
		else if (/^sq|2|²/.test(unit)) put("sq cm", sides[0] as number);
		else {
			const cm = sides.map((side) => (unit.startsWith("m") ? side / 10 : side));
			put("cm", Math.max(...cm));
			if (cm.length > 1) put("sq cm", (cm[0] as number) * (cm[1] as number));
		}
	}
	for (const axis of ["cm", "sq cm", "g"]) {
		const of = found.filter((one) => one.axis === axis);
		const best = Math.max(...of.map(({ rank }) => rank));
		const values = of.filter(({ rank }) => rank === best).map(({ value }) => value);
		if (values.length > 0) into.set(axis, values);
	}
}

/** Numbers of things ("three views", "AP and lateral") in the titles. */
function readCounts(titles: string, into: Map<string, number[]>): void {
	for (const [, count, thing] of withDigits(titles).matchAll(COUNT)) {
		const axis = countedThing(thing as string);
		into.set(axis, [...(into.get(axis) ?? []), Number(count)]);
	}
	if (into.has("view")) return;
	const named = new Set([...titles.matchAll(VIEWS)].map(([view]) => view.toLowerCase()));
	if (/\bsingle[\s-]view|\bportable\b/i.test(titles) && named.size < 2) into.set("view", [1]);
	else if (named.size > 1) into.set("view", [named.size]);
}

function contrastOf(said: string): number | null {
	if (BOTH.test(said) && /contrast|gad|w\/?wo|with(?: and|\/)/i.test(said)) return 2;
	const withIt = WITH.test(said);
	return withIt ? 1 : NONE.test(said) ? 0 : null;
}

/**
 * Reads what decides between the rows of a series. The titles of what was done say it first, then the whole note, with
 * what is known of its patient (`facts`).
 */
export function measuresOf(
	text: string,
	sections: readonly Section[],
	facts: Pick<NoteFacts, "age" | "weeks">,
): Measures {
	const into = new Map<string, number[]>();
	const named = sections.filter((section) => namesProcedure(text, section));
	const titles =
		named.length > 0
			? named.map(({ start, end, name }) => `${name}: ${text.slice(start, end)}`).join("\n")
			: text.slice(0, 250);
	readSizes(text, named, into);
	readCounts(titles, into);
	if (facts.age !== null) into.set("age", [facts.age]);
	const weeks = facts.weeks?.weeks ?? Number(WEEKS.exec(titles)?.[1] ?? Number.NaN);
	if (!Number.isNaN(weeks)) into.set("week", [weeks]);
	const leads = LEADS.findIndex((pattern) => pattern.test(titles));
	if (leads >= 0 && !into.has("lead")) into.set("lead", [leads + 1]);
	const contrast = contrastOf(titles) ?? contrastOf(text);
	if (contrast !== null) into.set("contrast", [contrast]);
	if (/\bbilateral|\bboth\b|\b(?:right and left|left and right)\b/i.test(titles)) into.set("side", [2]);
	else if (/\b(?:left|right|unilateral)\b/i.test(titles)) into.set("side", [1]);
	return into;
}

/** How a row's limits stand to the note: "fits", "against" it, or "open" where the note does not say. */
export function standing(limits: readonly Limit[], measures: Measures): "fits" | "against" | "open" {
	let open = limits.length === 0;
	for (const { axis, low, high } of limits) {
		const values = measures.get(axis);
		if (values === undefined) open = true;
		else if (!values.some((value) => value >= low && value <= high)) return "against";
	}
	return open ? "open" : "fits";
}
