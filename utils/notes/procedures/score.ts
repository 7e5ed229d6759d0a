import type { Heard, HeardWords } from "./hear";
import type { ProcedureIndex, ProcedureName } from "./index";
import { type Measures, standing } from "./measures";

/** A word of another title counts as one of the description. */
const OTHER_TITLE = 0.55;
/** A name's missing word costs this share of what it would have said. */
const MISSING = 0.6;
/** Below this weight a word counts as missing. */
const LEAST_HEARD = 0.25;
/** Least weight of a word that stands in a title. */
const IN_TITLE = 0.8;
/** What a fitting limit ("1.1 to 2.0 cm", "under 12") adds, one against the note takes, a number for more of the same takes. */
const FITS = 1;
const AGAINST = 5;
const FURTHER = 0.8;
/** What a word takes that the title's own word rules out ("open" under "laparoscopic"). */
const OPPOSED = 2.5;
/** Where the note gives no age, a row that holds for adults is likelier. */
const ADULT = 0.5;
const ADULT_AGE = 40;

/** A row of a procedure set with what the note says of it. */
export interface Scored {
	row: number;
	score: number;
	/** Share of its name's words that stand in the title that names it best, by their number or what they say. */
	sure: number;
	/** Every word of its name stands in that title or sentence. */
	whole: boolean;
	/** Number of that title; -1 for none. */
	title: number;
	keys: string[];
	series: string;
	/** How the row's limits, and what it is done without, stand to the note. */
	limits: "fits" | "against" | "open";
}

function weightIn(heard: Heard | undefined, title: number): number {
	if (heard === undefined) return 0;
	const weight = Math.max(heard.body, heard.titles.get(title) ?? 0);
	return heard.titles.size > 0 ? Math.max(weight, OTHER_TITLE * heard.best) : weight;
}

/** Names that can score `least` or more in some title: far cheaper than to score them all. */
function reachable(index: ProcedureIndex, heard: HeardWords["words"], least: number): number[] {
	const said = new Float64Array(index.names.length);
	const known = new Float64Array(index.names.length);
	for (const [key, { best }] of heard) {
		const names = index.byKey.get(key);
		if (names === undefined) continue;
		const rarity = index.rarity(key);
		for (const name of names) {
			said[name] = (said[name] as number) + rarity * best;
			if (best >= LEAST_HEARD) known[name] = (known[name] as number) + rarity;
		}
	}
	const names: number[] = [];
	said.forEach((most, name) => {
		const missing = Math.max(0, (index.totals[name] as number) - (known[name] as number));
		if (most > 0 && most - MISSING * missing >= least) names.push(name);
	});
	return names;
}

/** True when the note's title has a word that rules `key` out and not `key`, and the row's own title has not that word. */
function ruledOut(
	index: ProcedureIndex,
	key: string,
	own: readonly string[],
	heard: HeardWords["words"],
	title: number,
): boolean {
	const inTitle = (one: string): boolean => (heard.get(one)?.titles.get(title) ?? 0) >= IN_TITLE;
	const opposites = index.opposites.get(key);
	return opposites?.some((other) => !own.includes(other) && inTitle(other) && !inTitle(key)) ?? false;
}

/** What the note says of one name, read in one title: its words heard, less those missing. */
function scoreIn(
	index: ProcedureIndex,
	{ row, words, series, lacking, own, telling }: ProcedureName,
	heard: HeardWords["words"],
	title: number,
): Scored {
	let said = 0;
	let missing = 0;
	let inName = 0;
	let named = 0;
	let together = 0;
	let total = 0;
	const keys: string[] = [];
	for (const choice of words) {
		let best = "";
		let bestWeight = 0;
		let value = 0;
		let least = Number.POSITIVE_INFINITY;
		for (const key of choice) {
			const rarity = index.rarity(key);
			least = Math.min(least, rarity);
			const weight = weightIn(heard.get(key), title);
			if (rarity * weight <= value) continue;
			value = rarity * weight;
			best = key;
			bestWeight = weight;
		}
		const rarity = best === "" ? least : index.rarity(best);
		said += value;
		total += rarity;
		if (best !== "") keys.push(best);
		if (heard.get(best)?.titles.has(title)) together++;
		if (bestWeight < LEAST_HEARD) missing += rarity;
		if (bestWeight < IN_TITLE) continue;
		inName += rarity;
		named++;
	}
	const opposed = OPPOSED * own.filter((key) => ruledOut(index, key, own, heard, title)).length;
	let limits: Scored["limits"] = "open";
	for (const key of lacking) {
		const weight = weightIn(heard.get(key), title);
		said -= index.rarity(key) * weight;
		if (weight >= IN_TITLE) limits = "against";
	}
	const sure = Math.min(inName / total, named / words.length);
	return {
		row,
		score: said - MISSING * missing - opposed,
		sure: opposed > 0 ? 0 : sure,
		whole: telling && opposed === 0 && together === words.length,
		title,
		keys,
		series,
		limits,
	};
}

function scoreName(index: ProcedureIndex, name: ProcedureName, heard: HeardWords["words"]): Scored {
	const titles = new Set<number>();
	for (const choice of name.words)
		for (const key of choice) for (const title of heard.get(key)?.titles.keys() ?? []) titles.add(title);
	let best = scoreIn(index, name, heard, -1);
	for (const title of titles) {
		const scored = scoreIn(index, name, heard, title);
		if (scored.score > best.score) best = scored;
	}
	return best;
}

/** Rows of the index that the note's words may name with a score of `least` or more, in no order; others may be among them. */
export function scoreRows(
	index: ProcedureIndex,
	{ words }: HeardWords,
	measures: Measures,
	least: number,
): Scored[] {
	const byRow = new Map<number, Scored>();
	for (const n of reachable(index, words, least - FITS)) {
		const name = index.names[n] as ProcedureName;
		const scored = scoreName(index, name, words);
		const known = byRow.get(name.row);
		if (known === undefined || scored.score > known.score) byRow.set(name.row, scored);
	}
	for (const scored of byRow.values()) limit(index, scored, measures);
	return [...byRow.values()];
}

/** A row whose number the note writes, whatever its words say. */
export function writtenRow(row: number): Scored {
	return { row, score: 0, sure: 1, whole: true, title: -1, keys: [], series: "", limits: "fits" };
}

/** Prefers the row of a series that the note's sizes, age, counts and contrast fit. */
function limit(index: ProcedureIndex, scored: Scored, measures: Measures): void {
	if (scored.limits === "against") return;
	const limits = index.limits[scored.row] ?? [];
	scored.limits = standing(limits, measures);
	if (scored.limits === "fits") scored.score += FITS;
	if (scored.limits === "against") scored.score -= AGAINST;
	if (index.further.has(scored.row)) scored.score -= FURTHER;
	const ages = limits.find(({ axis }) => axis === "age");
	if (ages !== undefined && !measures.has("age"))
		scored.score += ages.low <= ADULT_AGE && ages.high >= ADULT_AGE ? ADULT : -ADULT;
	// A study is read as done without contrast where the note does not speak of it.
	const plain = limits.some(({ axis, high }) => axis === "contrast" && high === 0);
	if (plain && scored.limits === "open" && !measures.has("contrast")) {
		scored.score += FITS / 2;
		scored.limits = "fits";
	}
}
