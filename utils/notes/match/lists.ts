import { sideOfTerm } from "../choose/side";
import { sourceOf } from "../dictionary/dictionary";
import { isStop, type Term } from "../terms/terms";
import type { Match } from "./match";

const JOINS = new Set(["and", "or", "with", "plus", "versus", "vs"]);

/** A word or sign that joins two things stands inside the match: "cervical and lumbar strain", "wrist/hand pain". */
function joins({ at }: Match, terms: readonly Term[]): boolean {
	const to = at[at.length - 1] as number;
	for (let i = (at[0] as number) + 1; i <= to; i++) {
		const term = terms[i] as Term;
		if ((term.gap > 0 && sideOfTerm(term) === null) || JOINS.has(term.word)) return true;
	}
	return false;
}

/** The winner takes words from between the match's own: in "wrist Colles fracture" there is no fractured wrist. */
function splits(winner: Match, { at }: Match): boolean {
	const [from, to] = [at[0] as number, at[at.length - 1] as number];
	return winner.at.some((place) => place > from && place < to && !at.includes(place));
}

/** All that the match has over the winner is a place: a "Lisfranc [fracture], left foot" is no other fracture of the foot. */
function addsPlace(winner: Match, { at }: Match, isPlace: (place: number) => boolean): boolean {
	return winner.at.length > 1 && at.every((place) => winner.at.includes(place) || isPlace(place));
}

/** The words belong to a longer match between two places: "dysphagia and [esophageal spasm]". */
function partOfAnother(
	words: readonly number[],
	after: number,
	matches: readonly Match[],
	before = Number.POSITIVE_INFINITY,
): boolean {
	return matches.some(
		({ at }) =>
			at.length > words.length &&
			(at[0] as number) > after &&
			(at[at.length - 1] as number) < before &&
			words.every((word) => at.includes(word)),
	);
}

/**
 * "Renal failure, anemia" are two conditions: a match over a comma falls where each side of it is a match of its
 * own, or where its words left another one standing before the comma.
 */
export function withoutLists(matches: readonly Match[], terms: readonly Term[], text: string): Match[] {
	const whole = new Set(matches.map(({ at }) => at.join()));
	return matches.filter(({ at, dictionary, entry }) => {
		const phrase = sourceOf(dictionary, entry) === "phrase";
		for (let k = 1; k < at.length; k++) {
			const [from, to] = [at[k - 1] as number, at[k] as number];
			const between = terms.slice(from + 1, to);
			const [left, right] = [at.slice(0, k), at.slice(k)];
			const and = between.findIndex(({ word }) => word === "and");
			if (and >= 0 && whole.has(left.join())) {
				if (partOfAnother(right, from + 1 + and, matches)) return false;
				if (!phrase && whole.has(right.join()) && between.length === 1) return false;
			}
			if (!text.slice(terms[from]?.end, terms[to]?.start).includes(",")) continue;
			if (between.some((term) => !isStop(term) && sideOfTerm(term) === null)) return false;
			if (phrase) continue;
			const inLeft = whole.has(left.join()) || partOfAnother(left, -1, matches, to);
			if (inLeft && (whole.has(right.join()) || partOfAnother(right, from, matches))) return false;
		}
		return true;
	});
}

/**
 * Whether a match may stand beside heavier ones that share words with it: `category` is the classification's
 * category of a match, `isPart` tells a part of the body, `always` stand in any case.
 */
export function besides(
	terms: readonly Term[],
	category: (match: Match) => string,
	isPart: (term: Term) => boolean,
	always: readonly Match[],
): (winners: readonly Match[], match: Match) => boolean {
	const isPlace = (place: number): boolean => {
		const term = terms[place] as Term;
		return sideOfTerm(term) !== null || isPart(term);
	};
	return (winners, match) =>
		always.includes(match) ||
		joins(match, terms) ||
		winners.every(
			(winner) =>
				category(winner) === category(match) || !(splits(winner, match) || addsPlace(winner, match, isPlace)),
		);
}
