import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { type GoldNote, hits } from "./gold";

const rows = (path: string): Record<string, unknown>[] =>
	existsSync(path)
		? readFileSync(path, "utf8")
				.split("\n")
				.filter((line) => line !== "")
				.map((line) => JSON.parse(line) as Record<string, unknown>)
		: [];

const pct = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);

/** Annotated mentions: found (a span overlaps), its exact code in the list, its first three characters. Returns the mentions' words. */
export function printMedcoder(reader: NoteReader, shared: string, notes: readonly GoldNote[]): string[] {
	const mentions = rows(join(shared, "eval", "notes", "medcoder-dev.jsonl"));
	const byId = new Map(notes.filter(({ set }) => set === "aci").map((note) => [note.id, note]));
	let found = 0;
	let exact = 0;
	let category = 0;
	let coded = 0;
	for (const row of mentions) {
		const note = byId.get(String(row.id));
		if (note === undefined) continue;
		const { suggestions } = readWhole(reader, { text: note.text });
		const start = row.start as number;
		const end = row.end as number;
		if (suggestions.some(({ spans }) => spans.some((span) => span.start < end && span.end > start))) found++;
		const code = row.code2026 as string | null;
		if (code === null) continue;
		coded++;
		if (suggestions.some((s) => hits(s.code, code))) exact++;
		if (suggestions.some((s) => s.code.slice(0, 3) === code.slice(0, 3))) category++;
	}
	console.log(
		`medcoder         found ${pct(found, mentions.length)}  exact code in the list ${pct(exact, coded)}  3 characters ${pct(category, coded)}  (${mentions.length} mentions)`,
	);
	return mentions.map((row) => String(row.mention));
}

/** Case reports: recall of the first three characters among the first twenty suggestions. */
export function printCodiesp(reader: NoteReader, shared: string): void {
	let hit = 0;
	let all = 0;
	const cases = rows(join(shared, "eval", "notes", "codiesp-dev.jsonl"));
	for (const row of cases) {
		const gold = new Set((row.codes as string[]).map((code) => code.slice(0, 3)));
		const { suggestions } = readWhole(reader, { text: String(row.text) }, { depth: "all" });
		const first = new Set(suggestions.slice(0, 20).map(({ code }) => code.slice(0, 3)));
		all += gold.size;
		for (const code of gold) if (first.has(code)) hit++;
	}
	console.log(
		`codiesp          3-character recall in the first 20: ${pct(hit, all)}  (${cases.length} cases)`,
	);
}

/** CPT numbers in the first five procedure suggestions; a number that the table lacks counts as missed. */
export function printProcedures(reader: NoteReader, notes: readonly GoldNote[]): void {
	let hit = 0;
	let all = 0;
	let known = 0;
	let selected = 0;
	let right = 0;
	const cpt = reader.procedures.find(({ set }) => set.release.system === "CPT")?.set;
	for (const note of notes) {
		if (note.set !== "mixed" || note.cpt.length === 0) continue;
		const procedures = readWhole(reader, { text: note.text }).suggestions.filter(
			({ system }) => system !== "ICD-10-CM",
		);
		const five = procedures.slice(0, 5).map(({ code }) => code);
		for (const number of note.cpt) {
			all++;
			if (cpt !== undefined && cpt.find(number) >= 0) known++;
			if (five.includes(number)) hit++;
		}
		for (const { code, selected: chosen } of procedures) {
			if (!chosen) continue;
			selected++;
			if (note.cpt.includes(code)) right++;
		}
	}
	console.log(
		`mixed CPT        in the first five ${pct(hit, all)} of ${all} (${known} in the table)  selected right ${pct(right, selected)} of ${selected}`,
	);
}

/**
 * Illnesses named in sections of family and social history: how many are told as a relative's and how many as the
 * patient's own. `list` prints the latter for a reader to judge.
 */
export function printRelatives(reader: NoteReader, shared: string, list: boolean): void {
	const heading = "FAMILY AND SOCIAL HISTORY:\n";
	let family = 0;
	const own: string[] = [];
	for (const row of rows(join(shared, "eval", "notes", "mts-dialog-dev.jsonl"))) {
		if (row.section_header !== "FAM/SOCHX") continue;
		const text = `${heading}${String(row.section_text)}`;
		for (const { code, spans } of readWhole(reader, { text }, { depth: "all" }).suggestions) {
			if (!/^[A-U]/.test(code) || /^F1/.test(code)) continue;
			family += spans.filter(({ status }) => status === "family").length;
			for (const { start, end, status } of spans)
				if (status === "affirmed") own.push(`  ${code}: ${text.slice(Math.max(0, start - 80), end + 25)}`);
		}
	}
	console.log(
		`mts-dialog       illnesses in family and social history: ${family} a relative's, ${own.length} the patient's`,
	);
	if (list) for (const one of own) console.log(one.replaceAll("\n", " "));
}
