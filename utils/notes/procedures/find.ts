import type { TextRange } from "../../text/note-text";
import type { NoteReader } from "../reader";
import type { Section } from "../sections";
import { isStop, termsOf } from "../terms/terms";
import type { NoteKind, Suggestion } from "../types";
import type { ProcedureIndex, ProcedureName } from "./index";
import { type Measures, measuresOf, standing } from "./measures";

/** How much a word counts for naming the procedure, by where it stands. */
const IN_NAME = 1;
const IN_BODY = 0.55;
const ELSEWHERE = 0.3;
/** A name's missing word costs this share of what it would have said. */
const MISSING = 0.55;
const MOST = 12;
/** Share of a name's words that must stand in the procedure's own title for it to be selected. */
const SURE = 0.8;
/** What a fitting limit ("1.1 to 2.0 cm", "under 12") adds, one against the note takes, a number for more of the same takes. */
const FITS = 1;
const AGAINST = 5;
const FURTHER = 0.8;

interface Heard {
	weight: number;
	/** First place of the word with that weight. */
	at: TextRange;
}

/** Words of the note with the best place they stand in. */
function hear(
	reader: NoteReader,
	text: string,
	sections: readonly Section[],
	kind: NoteKind,
): Map<string, Heard> {
	const heard = new Map<string, Heard>();
	const named = sections.some(({ role }) => role === "procedure");
	const listen = (start: number, end: number, weight: number): void => {
		for (const term of termsOf(text, start, end, reader.forms)) {
			if (isStop(term)) continue;
			const at = { start: term.start, end: term.end };
			const keys = [term.key, ...(reader.procedureWords.get(term.key) ?? []).map((key) => `~${key}`)];
			for (const key of keys) {
				const plain = key.startsWith("~") ? key.slice(1) : key;
				const value = key.startsWith("~") ? weight * 0.85 : weight;
				const known = heard.get(plain);
				if (known === undefined || known.weight < value) heard.set(plain, { weight: value, at });
			}
		}
	};
	for (const section of sections) {
		const { role, start, end } = section;
		if (role === "procedure") listen(start, end, IN_NAME);
		else if (
			role === "procedure-body" ||
			role === "findings" ||
			role === "postop-dx" ||
			role === "indication"
		) {
			listen(start, end, IN_BODY);
			if (!named && role === "procedure-body") listen(start, Math.min(end, start + 200), IN_NAME * 0.8);
		} else if (role === "plan" || role === "assessment" || role === "hospital-course")
			listen(start, end, kind === "procedure" ? ELSEWHERE : IN_BODY);
		else if (role === "unknown" && kind === "procedure") listen(start, end, IN_BODY);
		else if (!/^(?:family|pmh|psh|social|ros|allergies|education)$/.test(role)) listen(start, end, ELSEWHERE);
		if (/[A-Za-z]{6}/.test(section.name) && (role === "procedure-body" || role === "unknown"))
			listen(section.headingStart, section.headingStart + section.name.length, IN_NAME * 0.7);
	}
	return heard;
}

interface Scored {
	row: number;
	score: number;
	sure: number;
	keys: string[];
	series: string;
	/** How the row's limits stand to the note. */
	limits: "fits" | "against" | "open";
}

/** What the note says of one name: its words heard, less those missing. */
function scoreName(
	index: ProcedureIndex,
	{ row, words, series }: ProcedureName,
	heard: ReadonlyMap<string, Heard>,
): Scored {
	let said = 0;
	let missing = 0;
	let inName = 0;
	let total = 0;
	const keys: string[] = [];
	for (const choice of words) {
		let best = "";
		let value = 0;
		let least = Number.POSITIVE_INFINITY;
		for (const key of choice) {
			const rarity = index.rarity(key);
			least = Math.min(least, rarity);
			const worth = rarity * (heard.get(key)?.weight ?? 0);
			if (worth <= value) continue;
			value = worth;
			best = key;
		}
		const weight = heard.get(best)?.weight ?? 0;
		const rarity = best === "" ? least : index.rarity(best);
		said += value;
		total += rarity;
		if (best !== "") keys.push(best);
		if (weight < 0.25) missing += rarity;
		if (weight >= 0.8) inName += rarity;
	}
	return { row, score: said - MISSING * missing, sure: inName / total, keys, series, limits: "open" };
}

function score(index: ProcedureIndex, heard: ReadonlyMap<string, Heard>, measures: Measures): Scored[] {
	const touched = new Set<number>();
	for (const key of heard.keys()) for (const name of index.byKey.get(key) ?? []) touched.add(name);
	const byRow = new Map<number, Scored>();
	for (const n of touched) {
		const name = index.names[n];
		if (name === undefined) continue;
		const scored = scoreName(index, name, heard);
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
	// A study is read as done without contrast where the note does not speak of it.
	const plain = limits.some(({ axis, high }) => axis === "contrast" && high === 0);
	if (plain && scored.limits === "open" && !measures.has("contrast")) scored.score += FITS / 2;
}

/**
 * Procedures (CPT numbers, HCPCS codes) that the note's words name, best first. Looks where notes name what was
 * done; a number that the note itself writes down stands first. Empty when nothing is named clearly.
 */
export function findProcedures(
	reader: NoteReader,
	text: string,
	sections: readonly Section[],
	kind: NoteKind,
): Suggestion[] {
	const operative = kind === "procedure" || kind === "imaging" || kind === "pathology";
	const hasTitle = sections.some(({ role }) => role === "procedure" || role === "procedure-body");
	const heard = hear(reader, text, sections, kind);
	const measures = measuresOf(text, sections);
	const found: { index: ProcedureIndex; scored: Scored; written: TextRange | null }[] = [];
	for (const index of reader.procedures) {
		const cpt = index.set.release.system === "CPT";
		const least = operative || hasTitle ? (cpt ? 3.2 : 9) : cpt ? 6 : 10;
		for (const scored of score(index, heard, measures)) {
			const at = cpt ? text.search(new RegExp(`(?<![\\d.-])${index.set.code(scored.row)}(?![\\d-])`)) : -1;
			const written = at >= 0 ? { start: at, end: at + 5 } : null;
			if (written !== null)
				found.push({ index, scored: { ...scored, score: scored.score + 30, sure: 1 }, written });
			else if (scored.score >= least && (operative || hasTitle || scored.sure >= SURE || !cpt))
				found.push({ index, scored, written });
		}
	}
	found.sort(
		(a, b) =>
			b.scored.score - a.scored.score ||
			(a.index.set.code(a.scored.row) < b.index.set.code(b.scored.row) ? -1 : 1),
	);
	const top = found[0]?.scored.score ?? 0;
	return found.slice(0, MOST).map(({ index, scored, written }, place) => {
		const alone = found.every(
			(other) =>
				other.scored === scored || other.scored.series !== scored.series || other.scored.score < scored.score,
		);
		const chosen =
			place < 2 && scored.sure >= SURE && scored.score >= top * 0.8 && scored.limits !== "against" && alone;
		return suggest(index, scored, written, heard, chosen);
	});
}

function suggest(
	index: ProcedureIndex,
	scored: Scored,
	written: TextRange | null,
	heard: ReadonlyMap<string, Heard>,
	chosen: boolean,
): Suggestion {
	const { set } = index;
	const spans = scored.keys.flatMap((key) => {
		const at = heard.get(key)?.at;
		return at === undefined ? [] : [at];
	});
	if (written !== null) spans.unshift(written);
	const seen = new Set<number>();
	const selected = written !== null || chosen;
	return {
		system: set.release.system,
		code: set.code(scored.row),
		title: set.title(scored.row),
		billable: true,
		score: Math.round(Math.min(0.99, scored.score / 20) * 1000) / 1000,
		selected,
		companion: false,
		group: selected ? "report" : "also",
		status: "affirmed",
		spans: spans
			.filter(({ start }) => (seen.has(start) ? false : seen.add(start) !== undefined))
			.sort((a, b) => a.start - b.start)
			.map((range) => ({ ...range, status: "affirmed" as const })),
		reasons: [
			written !== null
				? { text: "the note writes this number" }
				: {
						text: `the procedure's words: ${scored.keys.filter((key) => heard.has(key)).join(", ")}`,
						source: "procedure name",
					},
		],
		moreSpecific: [],
	};
}
