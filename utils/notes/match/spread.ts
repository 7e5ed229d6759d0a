import type { CodeSet } from "../../codesets/types";
import { type Dictionary, findEntry } from "../dictionary/dictionary";
import { canonical } from "../dictionary/entry";
import { isStop, type Term } from "../terms/terms";
import type { Match } from "./match";

const SPREAD = "metastasis";
/** Words between "metastatic" and "to": "metastatic breast cancer to". */
const REACH = 6;
/** Words that lead from the spread to its place. */
const LEADS = new Set(["to", "involving", "in", "within", "into"]);
/** Words behind which something else is told: "metastatic disease in a patient with breast cancer". */
const ELSE = new Set(["with", "patient", "who", "which", "from", "for", "by", "due", "as"]);
/** "In three of twelve", "in 2/14". */
const COUNT = /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|all)$/;
const NODE = "node";
/** What a list of places may hold besides them. */
const FILLER = new Set(
	(
		"right left bilateral both multiple several regional local distant widespread including involving as well also " +
		"multifocal diffuse extensive possibly her his"
	).split(" "),
);
const LONGEST = 4;
/** Heavier than any name of a primary at the same place. */
const WEIGHT = 12;

/**
 * Places a sentence names as the goal of a spread ("metastatic to liver, lung and bone"), one match each for its
 * secondary neoplasm. Marks their terms, so that they say nothing about the primary.
 */
export function spreadIn(terms: readonly Term[], dictionaries: readonly Dictionary[]): Match[] {
	const matches: Match[] = [];
	terms.forEach((term, m) => {
		if (term.key !== SPREAD) return;
		const after = toAfter(terms, m);
		if (after < 0) return;
		let at = after;
		for (let first = true; at < terms.length; ) {
			const next = terms[at] as Term;
			if (!first && next.gap === 3) break;
			const found = placeAt(terms, at, dictionaries);
			if (found === null) {
				if (ELSE.has(next.word) || !(isStop(next) || FILLER.has(next.key) || COUNT.test(next.word))) break;
				at++;
				continue;
			}
			const places = terms.slice(at, found.end).map((_, i) => at + i);
			for (let i = after; i < found.end; i++) (terms[i] as Term).spread = true;
			matches.push({ ...found.match, at: first ? [m, ...places] : places });
			first = false;
			at = found.end;
		}
	});
	return matches;
}

/** Index of the first term after the "to" that belongs to the spread, or -1. */
function toAfter(terms: readonly Term[], m: number): number {
	for (let i = m + 1; i <= m + REACH && i < terms.length; i++) {
		const term = terms[i] as Term;
		if (term.gap === 3) return -1;
		if (LEADS.has(term.word)) return i + 1;
		if (term.gap === 1 && namesNode(terms, i)) return i;
	}
	return -1;
}

/** A lymph node is named within the next words: "metastatic adenocarcinoma, left obturator lymph node". */
function namesNode(terms: readonly Term[], from: number): boolean {
	const end = terms.findIndex(({ gap }, i) => i > from && gap > 0);
	return terms
		.slice(from, end < 0 ? from + LONGEST : Math.min(end, from + LONGEST))
		.some(({ key }) => key === NODE);
}

function placeAt(
	terms: readonly Term[],
	at: number,
	dictionaries: readonly Dictionary[],
): { match: Omit<Match, "at">; end: number } | null {
	for (let end = Math.min(terms.length, at + LONGEST); end > at; end--) {
		const part = terms.slice(at, end);
		if (part.some(({ gap, word }, i) => i > 0 && (gap > 0 || word === "and"))) continue;
		const said = part.filter((term) => !isStop(term) && !FILLER.has(term.key));
		if (said.length === 0 || isStop(part[0] as Term) || isStop(part[part.length - 1] as Term)) continue;
		for (const dictionary of dictionaries) {
			const entry = findEntry(dictionary, canonical([SPREAD, ...said.map(({ key }) => key)]));
			if (entry < 0) continue;
			const row = dictionary.rows[entry] as number;
			if (said.some(({ key }) => key === "unknown")) return null;
			return { match: { dictionary, entry, row, cost: 0, weight: WEIGHT }, end };
		}
	}
	return null;
}

/** A primary neoplasm of a named place. */
const PRIMARY = /^C(?:[0-6]|7[0-6])/;
const SECONDARY = /^C7[789]/;

/** "Cancer of the lung with metastases to the nodes": the place before "with" is where the spread comes from. */
function leavesFrom(terms: readonly Term[], { at }: Match): boolean {
	const spread = at.find((place) => terms[place]?.key === SPREAD);
	if (spread === undefined || at.length < 2 || at.some((place) => place > spread)) return false;
	const place = at[at.length - 2] as number;
	return terms.slice(place + 1, spread).some(({ word }) => word === "with");
}

/**
 * Puts right what a sentence's matches say of a spread. "Metastatic renal cell carcinoma" tells of no spread to the
 * kidney; a spread to a place that is not told has a code of its own, beside the primary.
 */
export function settleSpread(
	terms: readonly Term[],
	chosen: readonly Match[],
	set: CodeSet,
	dictionary: Dictionary,
): Match[] {
	const at = terms.findIndex(({ key }) => key === SPREAD);
	if (at < 0) return [...chosen];
	chosen = chosen.filter((match) => !SECONDARY.test(set.code(match.row)) || !leavesFrom(terms, match));
	const primaries = chosen.filter(({ row }) => PRIMARY.test(set.code(row)));
	if (primaries.length === 0) return [...chosen];
	const own = (match: Match): boolean =>
		SECONDARY.test(set.code(match.row)) &&
		match.at.length > 1 &&
		primaries.some((primary) => match.at.every((place) => place === at || primary.at.includes(place)));
	const kept = chosen.filter((match) => !own(match));
	const row = set.find("C79.9");
	if (row < 0 || kept.some((match) => /^(?:C7[789B]|C80)/.test(set.code(match.row)))) return kept;
	if (!primaries.some((match) => match.at.some((place) => Math.abs(place - at) <= 3))) return kept;
	const entry = Math.max(0, findEntry(dictionary, [SPREAD]));
	return [...kept, { dictionary, entry, row, at: [at], cost: 0, weight: 3 }];
}
