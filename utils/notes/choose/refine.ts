import type { CodeSet } from "../../codesets/types";
import { isEpisodeCode } from "./episode";
import type { Surroundings } from "./surroundings";
import type { TitleReader, TitleWords } from "./title-words";

/** Outcome of choosing a code under a concept. */
export interface Choice {
	/** One row, or both sides when a bilateral condition has no bilateral code. */
	rows: number[];
	/** Score of the chosen row over the next best; small means the note hardly decides. */
	margin: number;
	/** Keys of the note that chose it. */
	by: string[];
	/** True when a side that the code asks for is missing. */
	sideMissing: boolean;
}

const UNSUPPORTED = 1.6;
/** A condition of no named kind is not an "other" one because its place is told ("osteomyelitis of the foot"). */
const OTHER_KIND = 1;
const MOST_LEAVES = 700;

/** Says what it is without the other kind, and nothing else is left open. */
const NOT_SPECIFIED_AS = /^(?!.*\bunspecified\b).*\bnot specified as\b/i;

/** The form of a site or kind that is told without its complications ("Crohn's disease of small intestine ..."). */
const PLAIN = /\bwithout complications?$/i;

/** The form of an epilepsy or a headache that is taken unless told otherwise. */
const TRACTABLE = /\bnot intractable\b/i;

/** Nearest ancestor that `row` is the default or unspecified form of: what the mention named. */
export function conceptOf(set: CodeSet, titles: TitleReader, row: number): number {
	let concept = row;
	for (let step = 0; step < 4; step++) {
		const parent = set.parent(concept);
		if (parent < 0 || set.code(parent).length < 3) break;
		const own = titles.of(concept);
		const above = titles.of(parent);
		// "Rotator cuff tear, not specified as traumatic" is one of the shoulder lesions, not the open form of them.
		const named =
			NOT_SPECIFIED_AS.test(set.title(concept)) && own.keys.some((key) => !above.keys.includes(key));
		const defaults =
			(own.unspecified && !named) ||
			(TRACTABLE.test(set.title(concept)) && own.keys.length <= above.keys.length) ||
			(PLAIN.test(set.title(concept)) && set.code(parent).length > 3) ||
			own.side === "unspecified" ||
			(own.without.length > 0 && own.keys.length <= above.keys.length);
		if (!defaults) break;
		// "Other and unspecified malignant neoplasm of skin" holds all cancers of the skin but melanoma.
		if (/^(?:other(?! and unspecified malignant)|persons|encounter)/i.test(set.title(parent))) break;
		concept = parent;
	}
	return concept;
}

/** Rows a note could be coded with under a concept: billable, or headers whose children only add a 7th character. */
function leavesUnder(set: CodeSet, concept: number): number[] {
	const leaves: number[] = [];
	const end = set.end(concept);
	for (let row = concept; row < end; row++) {
		if (isEpisodeCode(set.code(row))) continue;
		if (set.billable(row) || set.end(row) === row + 1 || isEpisodeCode(set.code(row + 1))) leaves.push(row);
		if (leaves.length > MOST_LEAVES) break;
	}
	return leaves;
}

function supportOf(
	words: Pick<TitleWords, "either">,
	keys: readonly string[],
	known: ReadonlySet<string>,
	matched: ReadonlySet<string>,
	around: Surroundings,
	by: string[],
): number {
	let score = 0;
	let named = 0;
	let missing = 0;
	const has = (key: string): boolean => known.has(key) || around.support(key) >= 0.4;
	for (const key of keys) {
		if (known.has(key)) continue;
		const support = around.support(key, keys);
		if (support >= 0.4) {
			if (matched.has(key)) named += support;
			else score += support;
			by.push(key);
		} else if (!words.either.get(key)?.some((other) => has(other) && !known.has(other)))
			missing += UNSUPPORTED - support;
	}
	// Words of the mention itself speak for a row only when it asks for nothing more.
	return score - missing + (missing === 0 ? named : 0);
}

/** A family splits by side when the same title exists with the other side. */
function opposite(title: string): string {
	return title.replace(/\b(right|left)\b/gi, (word) => (word.toLowerCase() === "right" ? "left" : "right"));
}

interface Scored {
	score: number;
	by: string[];
}

function scoreOf(
	words: TitleWords,
	lateral: boolean,
	known: ReadonlySet<string>,
	matched: ReadonlySet<string>,
	around: Surroundings,
): Scored {
	let by: string[] = [];
	let score = supportOf(words, words.keys, known, matched, around, by);
	for (const keys of words.others) {
		const found: string[] = [];
		const other = supportOf(words, keys, known, matched, around, found);
		if (other > score && found.length > 0) {
			score = other;
			by = found;
		}
	}
	for (const key of words.without)
		if (!words.keys.includes(key) && !matched.has(key) && around.support(key) >= 0.7) score -= 1.5;
	for (const key of known) if (key.startsWith("!") && !words.keys.includes(key.slice(1))) score -= 1.5;
	if (words.without.some((key) => !words.keys.includes(key) && around.denies(key))) score += 1;
	if (words.oneSide && (around.side === "left" || around.side === "right")) score += around.sideSupport / 2;
	if (words.residual) score -= 0.7;
	if (words.twiceResidual) score -= 0.5;
	if (words.unspecified) score -= 0.1;
	if (words.without.length > 0) score -= 0.15;
	if (words.side !== null && lateral) {
		if (words.side === "unspecified") score -= around.side === null ? 0 : around.sideSupport;
		else if (words.side === around.side) score += around.sideSupport / 2;
		else score -= around.side === null ? 1.2 : 2.5;
	} else if (words.side === "right" || words.side === "left") {
		score += around.support(words.side) >= 0.9 ? 0.3 : -UNSUPPORTED;
	}
	return { score, by };
}

/** A name that one-sided and bilateral rows share ("incarcerated inguinal hernia") is bilateral only when the note says so. */
function bilateralUnsaid(
	titles: TitleReader,
	start: number,
	matched: ReadonlySet<string>,
	around: Surroundings,
): boolean {
	const { side, keys } = titles.of(start);
	// Another name ("BOM") may have both sides in it; the title's own words have not.
	const own = keys.some((key) => matched.has(key));
	return side === "bilateral" && own && around.side !== "bilateral" && around.support("bilateral") < 0.4;
}

/**
 * Chooses the row under the concept of `start` that the note's words support best. A child never wins over its
 * unspecified sibling without words of its own in the note. `matched` are the keys of the mention itself;
 * `inside`: `start` itself is the concept, nothing above it.
 */
export function refine(
	set: CodeSet,
	titles: TitleReader,
	start: number,
	matched: ReadonlySet<string>,
	heard: Surroundings,
	inside = false,
): Choice {
	const open = bilateralUnsaid(titles, start, matched, heard);
	const { side } = titles.of(start);
	// A name that has its side in it ("BOM") says the side itself.
	const around =
		heard.side === null && side !== null && side !== "unspecified" && !open
			? { ...heard, side, sideSupport: 1 }
			: heard;
	const concept = inside ? start : open ? set.parent(start) : conceptOf(set, titles, start);
	const own = titles.of(start).keys;
	const known = new Set(own);
	// What the mention has in common with another name of the same row says nothing about its relatives.
	for (const keys of titles.of(start).others) for (const key of keys) if (matched.has(key)) known.add(key);
	const left = titles.of(start).open;
	const named = (key: string): boolean => matched.has(key) || around.partOf(key, matched);
	for (const key of own) if (named(key) && !left.includes(key)) known.add(`!${key}`);
	const leaves = leavesUnder(set, concept);
	const end = set.end(start);
	const { residual, unspecified } = titles.of(start);
	const byTitle = new Map(leaves.map((row) => [set.title(row), row]));
	let best = start;
	let bestScore = Number.NEGATIVE_INFINITY;
	let second = Number.NEGATIVE_INFINITY;
	let by: string[] = [];
	for (const row of leaves) {
		const words = titles.of(row);
		const lateral =
			words.side === "bilateral" || words.side === "unspecified" || byTitle.has(opposite(set.title(row)));
		const result = scoreOf(words, lateral, known, matched, around);
		// What the mention named itself stays before its relatives, a residual that was named all the more.
		const given = row >= start && row < end;
		const other = words.residual && unspecified && !residual && !given;
		const score = result.score + (given ? (residual ? 1.05 : 0.35) : 0) - (other ? OTHER_KIND : 0);
		if (score > bestScore) {
			second = bestScore;
			bestScore = score;
			best = row;
			by = result.by;
		} else if (score > second) second = score;
	}
	const rows = around.side === "bilateral" ? bothSides(set, titles, best, byTitle) : [best];
	return { rows, margin: bestScore - second, by, sideMissing: titles.of(best).side === "unspecified" };
}

/** A bilateral condition without a bilateral code is coded for each side. */
function bothSides(
	set: CodeSet,
	titles: TitleReader,
	best: number,
	byTitle: ReadonlyMap<string, number>,
): number[] {
	if (titles.of(best).side !== "unspecified") return [best];
	const title = set.title(best);
	for (const { index, 0: word } of title.matchAll(/\bunspecified\b/g)) {
		const [right, left] = ["right", "left"].map((side) =>
			byTitle.get(title.slice(0, index) + side + title.slice(index + word.length)),
		);
		if (right !== undefined && left !== undefined) return [right, left];
	}
	return [best];
}
