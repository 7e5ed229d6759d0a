import type { TextRange } from "../../text/note-text";
import type { NoteFacts } from "../choose/note-facts";
import type { NoteReader } from "../reader";
import type { Section } from "../sections";
import type { NoteKind, Suggestion } from "../types";
import { type HeardWords, hear } from "./hear";
import type { ProcedureIndex } from "./index";
import { measuresOf } from "./measures";
import { type Scored, scoreRows, writtenRow } from "./score";
import { namesProcedure } from "./titles";

const MOST = 12;
/** Share of a name's words that must stand in the procedure's own title for it to be selected. */
const SURE = 0.8;
/** A procedure of another title is selected when it says this share of the best. */
const BESIDE = 0.5;
/** Share of its score that a HCPCS code keeps in a procedure note. */
const SUPPLY = 0.6;
/** In a visit: least score of a procedure whose whole name one sentence has, and of a supply or drug. */
const LEAST_WHOLE = 3.2;
const LEAST_SUPPLY = 10;
/** What a number that the note writes adds. */
const WRITTEN_SCORE = 30;
const JUST_BEHIND = 0.01;

const CALLED = /\b(?:CPT|codes?)\b[^.\n]*$/i;
const WRITTEN = /(?<![\d.-])\d{4}[\dFTU](?![\d-])/g;

interface Found {
	index: ProcedureIndex;
	scored: Scored;
	/** Where the note writes the number itself. */
	written: TextRange | null;
	/** Part of another operation in the list. */
	part: boolean;
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
	facts: Pick<NoteFacts, "age" | "weeks">,
): Suggestion[] {
	const operative = kind === "procedure" || kind === "imaging" || kind === "pathology";
	const hasTitle = sections.some(
		(section) => section.role === "procedure-body" || namesProcedure(text, section),
	);
	const heard = hear(reader, text, sections, kind);
	const measures = measuresOf(text, sections, facts);
	const numbers = writtenNumbers(text);
	const found: Found[] = [];
	for (const index of reader.procedures) {
		const cpt = index.set.release.system === "CPT";
		const surgical = operative || hasTitle;
		const least = surgical ? (cpt ? 3.2 : 9) : LEAST_WHOLE;
		const rows = new Map(scoreRows(index, heard, measures, least).map((scored) => [scored.row, scored]));
		for (const [number, written] of cpt ? numbers : []) {
			const row = index.set.find(number);
			const called = CALLED.test(text.slice(Math.max(0, written.start - 30), written.start));
			// Five digits may be anything else, where neither a word of the procedure nor "CPT" stands.
			if (row < 0 || !(rows.has(row) || called)) continue;
			const scored = rows.get(row) ?? writtenRow(row);
			rows.delete(row);
			found.push({ index, scored: { ...scored, score: scored.score + WRITTEN_SCORE }, written, part: false });
		}
		for (const scored of rows.values()) {
			// Supplies and drugs come behind what was done with them.
			if (kind === "procedure" && !cpt) scored.score *= SUPPLY;
			if (scored.score >= least && (surgical || scored.whole || (!cpt && scored.score >= LEAST_SUPPLY)))
				found.push({ index, scored, written: null, part: false });
		}
	}
	for (const basic of found) include(reader, basic, found);
	found.sort(
		(a, b) =>
			b.scored.score - a.scored.score ||
			(a.index.set.code(a.scored.row) < b.index.set.code(b.scored.row) ? -1 : 1),
	);
	const chosen = selected(found);
	return found.slice(0, MOST).map((one) => suggest(one, heard, chosen.has(one)));
}

/** Numbers of five digits that the note writes, each with its first place. */
function writtenNumbers(text: string): Map<string, TextRange> {
	const numbers = new Map<string, TextRange>();
	for (const { 0: number, index } of text.matchAll(WRITTEN))
		if (!numbers.has(number)) numbers.set(number, { start: index, end: index + number.length });
	return numbers;
}

/** Puts a look or an exploration behind the operation that it is part of. */
function include(reader: NoteReader, basic: Found, found: readonly Found[]): void {
	const code = basic.index.set.code(basic.scored.row);
	if (basic.written !== null) return;
	for (const { from, to } of reader.included.get(code) ?? []) {
		for (const { index, scored } of found) {
			const other = index.set.code(scored.row);
			if (other < from || other > to || scored.sure < SURE || scored.score < basic.scored.score * BESIDE)
				continue;
			basic.part = true;
			basic.scored.score = Math.min(basic.scored.score, scored.score - JUST_BEHIND);
		}
	}
}

/** The best row of each title, where the title has its whole name and no row says the same as well. */
function selected(found: readonly Found[]): ReadonlySet<Found> {
	const chosen = new Set(found.filter(({ written }) => written !== null));
	const seen = new Set<number>();
	const top = found.find(({ written }) => written === null)?.scored.score ?? 0;
	for (const one of found.slice(0, MOST)) {
		const { scored, written, part } = one;
		if (written !== null || part || seen.has(scored.title)) continue;
		seen.add(scored.title);
		const alone = found.every(
			(other) =>
				other === one ||
				other.scored.series !== scored.series ||
				other.scored.limits === "against" ||
				(scored.limits === "fits" && other.scored.score < scored.score),
		);
		if (scored.sure >= SURE && scored.score >= top * BESIDE && scored.limits !== "against" && alone)
			chosen.add(one);
	}
	return chosen;
}

function suggest({ index, scored, written }: Found, { words }: HeardWords, selected: boolean): Suggestion {
	const { set } = index;
	const spans = scored.keys.flatMap((key) => {
		const at = words.get(key)?.at;
		return at === undefined ? [] : [at];
	});
	if (written !== null) spans.unshift(written);
	const seen = new Set<number>();
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
						text: `the procedure's words: ${scored.keys.map((key) => key.replace(":", " ")).join(", ")}`,
						source: "procedure name",
					},
		],
		moreSpecific: [],
	};
}
