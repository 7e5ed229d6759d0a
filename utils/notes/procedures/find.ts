import type { TextRange } from "../../text/note-text";
import type { NoteReader } from "../reader";
import type { Section } from "../sections";
import { isStop, termsOf } from "../terms/terms";
import type { NoteKind, Suggestion } from "../types";
import type { ProcedureIndex } from "./index";

/** How much a word counts for naming the procedure, by where it stands. */
const IN_NAME = 1;
const IN_BODY = 0.55;
const ELSEWHERE = 0.3;
/** A name's missing word costs this share of what it would have said. */
const MISSING = 0.55;
const MOST = 12;
/** Share of a name's words that must stand in the procedure's own title for it to be selected. */
const SURE = 0.8;

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
}

function score(index: ProcedureIndex, heard: ReadonlyMap<string, Heard>): Scored[] {
	const touched = new Set<number>();
	for (const key of heard.keys()) for (const name of index.byKey.get(key) ?? []) touched.add(name);
	const byRow = new Map<number, Scored>();
	for (const n of touched) {
		const name = index.names[n];
		if (name === undefined) continue;
		let said = 0;
		let missing = 0;
		let inName = 0;
		for (const key of name.keys) {
			const rarity = index.rarity(key);
			const weight = heard.get(key)?.weight ?? 0;
			said += rarity * weight;
			if (weight < 0.25) missing += rarity;
			if (weight >= 0.8) inName += rarity;
		}
		const value = said - MISSING * missing;
		const known = byRow.get(name.row);
		if (known === undefined)
			byRow.set(name.row, { row: name.row, score: value, sure: inName / name.total, keys: name.keys });
		else if (value > known.score) {
			byRow.set(name.row, {
				row: name.row,
				score: value + 0.1 * Math.max(0, known.score),
				sure: inName / name.total,
				keys: name.keys,
			});
		}
	}
	return [...byRow.values()];
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
	const found: { index: ProcedureIndex; scored: Scored; written: TextRange | null }[] = [];
	for (const index of reader.procedures) {
		const cpt = index.set.release.system === "CPT";
		const least = operative || hasTitle ? (cpt ? 3.2 : 9) : cpt ? 6 : 10;
		for (const scored of score(index, heard)) {
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
	return found
		.slice(0, MOST)
		.map(({ index, scored, written }, place) => suggest(index, scored, written, heard, place, top));
}

function suggest(
	index: ProcedureIndex,
	scored: Scored,
	written: TextRange | null,
	heard: ReadonlyMap<string, Heard>,
	place: number,
	top: number,
): Suggestion {
	const { set } = index;
	const spans = scored.keys.flatMap((key) => {
		const at = heard.get(key)?.at;
		return at === undefined ? [] : [at];
	});
	if (written !== null) spans.unshift(written);
	const seen = new Set<number>();
	const selected = written !== null || (place < 2 && scored.sure >= SURE && scored.score >= top * 0.8);
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
