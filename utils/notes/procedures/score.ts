import type { Heard, HeardWords } from "./hear";
import type { ProcedureIndex, ProcedureName } from "./index";
import { type Measures, standing } from "./measures";

/** A word of another title counts as one of the description. */
const OTHER_TITLE = 0.55;
/** A name's missing word costs this share of what it would have said. */
const MISSING = 0.6;
/** What a fitting limit ("1.1 to 2.0 cm", "under 12") adds, one against the note takes, a number for more of the same takes. */
const FITS = 1;
const AGAINST = 5;
const FURTHER = 0.8;
/** Where the note gives no age, a row that holds for adults is likelier. */
const ADULT = 0.5;
const ADULT_AGE = 40;

/** A row of a procedure set with what the note says of it. */
export interface Scored {
	row: number;
	score: number;
	/** Share of its name's words that stand in the title that names it best. */
	sure: number;
	/** Number of that title; -1 for none. */
	title: number;
	keys: string[];
	series: string;
	/** How the row's limits stand to the note. */
	limits: "fits" | "against" | "open";
}

function weightIn(heard: Heard | undefined, title: number): number {
	if (heard === undefined) return 0;
	let weight = Math.max(heard.body, heard.titles.get(title) ?? 0);
	if (heard.titles.size > 0 && weight < OTHER_TITLE)
		weight = Math.max(weight, OTHER_TITLE * Math.max(...heard.titles.values()));
	return weight;
}

/** What the note says of one name, read in one title: its words heard, less those missing. */
function scoreIn(
	index: ProcedureIndex,
	{ row, words, series, lacking }: ProcedureName,
	heard: HeardWords["words"],
	title: number,
): Scored {
	let said = 0;
	let missing = 0;
	let inName = 0;
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
		if (bestWeight < 0.25) missing += rarity;
		if (bestWeight >= 0.8) inName += rarity;
	}
	for (const key of lacking) said -= index.rarity(key) * weightIn(heard.get(key), title);
	return { row, score: said - MISSING * missing, sure: inName / total, title, keys, series, limits: "open" };
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

/** Every row of the index that some word of the note may name, with its score; in no order. */
export function scoreRows(index: ProcedureIndex, { words }: HeardWords, measures: Measures): Scored[] {
	const touched = new Set<number>();
	for (const key of words.keys()) for (const name of index.byKey.get(key) ?? []) touched.add(name);
	const byRow = new Map<number, Scored>();
	for (const n of touched) {
		const name = index.names[n];
		if (name === undefined) continue;
		const scored = scoreName(index, name, words);
		const known = byRow.get(name.row);
		if (known === undefined) byRow.set(name.row, scored);
		else if (scored.score > known.score)
			byRow.set(name.row, { ...scored, score: scored.score + 0.1 * Math.max(0, known.score) });
	}
	for (const scored of byRow.values()) limit(index, scored, measures);
	return [...byRow.values()];
}

/** Prefers the row of a series that the note's sizes, age, counts and contrast fit. */
function limit(index: ProcedureIndex, scored: Scored, measures: Measures): void {
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
