import type { Dictionary } from "../dictionary/dictionary";
import { SOURCES } from "../dictionary/entry";
import { isStop, type Term } from "../terms/terms";

/** An entry of a dictionary found in a sentence. */
export interface Match {
	dictionary: Dictionary;
	entry: number;
	row: number;
	/** Indexes into the sentence's terms, rising. */
	at: number[];
	/** Words in between that the entry does not have, weighted by what separates them. */
	cost: number;
	/** How much the matched words say (sum of the rarity of the keys), less the cost. */
	weight: number;
	/** Its words that are there for no more than what they imply ("foot" for "lower limb"). */
	implied?: readonly number[];
}

/** What the matcher needs to know of a sentence; built once and used for every dictionary. */
export interface Sentence {
	terms: Term[];
	ids: Int32Array;
	/** Positions of each id in the sentence. */
	places: Map<number, number[]>;
	/** The ids that each term implies, the smallest whole first. */
	wholes: number[][];
	/** Running cost of the words and separators up to each term. */
	path: Float32Array;
}

const GAP_COST = [0, 0.35, 0.5, 3] as const;
const CONJUNCTION = new Set([
	"and",
	"or",
	"but",
	"with",
	"without",
	"no",
	"not",
	"denies",
	"for",
	"to",
	"from",
	"then",
	"was",
	"were",
]);
/** "Necrosis of the left hip": a side between the words takes little away. */
const SIDE = new Set(["left", "right", "bilateral"]);
const MOST_COST = 3.2;

/** Prepares a sentence's terms for matching; `ids` is the reader's key -> id map. */
export function sentenceOf(
	terms: Term[],
	ids: ReadonlyMap<string, number>,
	implied: ReadonlyMap<string, readonly string[]>,
): Sentence {
	const found = new Int32Array(terms.length);
	const path = new Float32Array(terms.length + 1);
	const places = new Map<number, number[]>();
	const wholes: number[][] = [];
	terms.forEach((term, i) => {
		const id = ids.get(term.key) ?? -1;
		found[i] = id;
		const word = isStop(term) ? 0.12 : SIDE.has(term.key) ? 0.4 : 1;
		path[i + 1] = (path[i] as number) + word + GAP_COST[term.gap] + (CONJUNCTION.has(term.word) ? 0.4 : 0);
		if (id >= 0) put(places, id, i);
		const above: number[] = [];
		for (const key of [...(implied.get(term.key) ?? []), ...(term.also ?? [])]) {
			const other = ids.get(key);
			if (other === undefined || other === id) continue;
			put(places, other, i);
			above.push(other);
		}
		wholes.push(above);
	});
	return { terms, ids: found, places, wholes, path };
}

function put(places: Map<number, number[]>, id: number, place: number): void {
	const list = places.get(id);
	if (list === undefined) places.set(id, [place]);
	else list.push(place);
}

/** A word that only implies a key ("lumbar" the spine) says half of it, and never more than itself. */
const IMPLIED = 0.5;
/** … and never as much as the word itself: "breast cancer" is no cancer of the trunk, however rare the trunk. */
const OUTSAID = 0.8;
/** A larger whole says less than a smaller one, however rare: a thumb is of the hand before it is of the upper limb. */
const FURTHER = 0.1;
/** An entry that asks for both the part and the whole ("breast", "trunk") is beaten by one that asks for the part. */
const REDUNDANT = 0.3;

interface Placed {
	at: number[];
	weight: number;
	/** All its keys are said. */
	said: boolean;
	/** The places that are there for no more than what they imply. */
	implied: readonly number[];
}

/** Positions of an entry's keys nearest to `from` with what they weigh, or null when one is missing or too far. */
function placesNear(
	sentence: Sentence,
	dictionary: Dictionary,
	entry: number,
	from: number,
	rarity: (id: number) => number,
): Placed | null {
	const start = dictionary.starts[entry] as number;
	const end = dictionary.starts[entry + 1] as number;
	const at: number[] = [];
	let weight = 0;
	let direct = 0;
	let redundant = 0;
	const implied: { place: number; weight: number }[] = [];
	for (let k = start; k < end; k++) {
		const key = dictionary.keys[k] as number;
		const list = sentence.places.get(key);
		if (list === undefined) return null;
		let best = -1;
		for (const place of list) if (best < 0 || Math.abs(place - from) < Math.abs(best - from)) best = place;
		if (Math.abs(best - from) > 12) return null;
		if (sentence.ids[best] === key) {
			direct++;
			weight += rarity(key);
			if (!at.includes(best)) at.push(best);
		} else {
			const own = sentence.ids[best] as number;
			const wholes = sentence.wholes[best] as number[];
			const nearest = wholes[0] === undefined ? rarity(key) : Math.min(rarity(key), rarity(wholes[0]));
			const said = nearest * IMPLIED - FURTHER * Math.max(0, wholes.indexOf(key));
			implied.push({ place: best, weight: own < 0 ? said : Math.min(said, rarity(own) * OUTSAID) });
		}
	}
	const only: number[] = [];
	for (const { place, weight: said } of implied) {
		if (at.includes(place)) redundant += REDUNDANT;
		else {
			at.push(place);
			only.push(place);
			weight += said;
		}
	}
	weight -= redundant;
	if (direct === 0) return null;
	return { at: at.sort((x, y) => x - y), weight, said: implied.length === 0, implied: only };
}

/** Cost of reading the terms `at` as one phrase: everything between first and last that is not among them. */
function costOf(sentence: Sentence, at: readonly number[]): number {
	let cost = 0;
	for (let i = 1; i < at.length; i++) {
		const a = at[i - 1] as number;
		const b = at[i] as number;
		cost +=
			(sentence.path[b] as number) - (sentence.path[a + 1] as number) + GAP_COST[sentence.terms[b]?.gap ?? 0];
	}
	return cost;
}

/**
 * All entries of a dictionary whose keys stand close together in the sentence, in any order. `rarity` gives the
 * weight of a key id. Unsorted; a place may be claimed by many.
 */
export function matchesIn(
	sentence: Sentence,
	dictionary: Dictionary,
	rarity: (id: number) => number,
): Match[] {
	const matches: Match[] = [];
	for (const [id, places] of sentence.places) {
		if (id + 1 >= dictionary.anchors.length) continue;
		const last = dictionary.anchors[id + 1] as number;
		for (const i of places)
			for (let a = dictionary.anchors[id] as number; a < last; a++) {
				const entry = dictionary.anchored[a] as number;
				const placed = placesNear(sentence, dictionary, entry, i, rarity);
				if (placed === null) continue;
				const { at, weight, said, implied } = placed;
				const cost = at.length === 1 ? 0 : costOf(sentence, at);
				if (cost > MOST_COST) continue;
				matches.push({
					dictionary,
					entry,
					row: dictionary.rows[entry] as number,
					at,
					cost,
					implied,
					weight:
						weight -
						cost * 1.2 +
						(said && SOURCES[dictionary.sources[entry] as number] === "phrase" ? 0.6 : 0),
				});
			}
	}
	return matches;
}
