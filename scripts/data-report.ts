import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StarterSet } from "../utils/codesets/starter/types";
import { TableError } from "../utils/codesets/starter/types";
import { readStarterFlat, readStarterIcd } from "./read-tables";

/**
 * `npm run data:report`: what the starter holds, by chapter. Where CHARTSIDE_SHARED is set also the share of
 * gold code occurrences of the development notes that the starter holds (a measure, never a source).
 */
interface GoldNote {
	codes: string[];
	codes2026?: string[];
	core?: string[];
	cpt?: string[];
}

const NOTES = ["aci-dev", "mixed-dev", "gp-dev", "codiesp-dev"];

function share(held: number, all: number): string {
	return all === 0 ? "-" : `${((100 * held) / all).toFixed(1)} % (${held} of ${all})`;
}

function reportChapters(set: StarterSet): void {
	console.log("chapter  categories  rows  billable");
	for (const c of set.chapters) {
		const rows = set.rows.filter((r) => r.code.slice(0, 3) >= c.from && r.code.slice(0, 3) <= c.to);
		const categories = rows.filter((r) => r.code.length === 3).length;
		const billable = rows.filter((r) => r.billable).length;
		console.log(
			`${c.number.padStart(7)}  ${String(categories).padStart(10)}  ${String(rows.length).padStart(4)}  ${String(billable).padStart(8)}`,
		);
	}
	const billable = set.rows.filter((r) => r.billable).length;
	console.log(
		`all: ${set.rows.length} rows, ${billable} billable, ${set.notes.length} notes, ${set.index.length} index entries`,
	);
}

function goldNotes(folder: string, name: string): GoldNote[] {
	const file = join(folder, "eval", "notes", `${name}.jsonl`);
	if (!existsSync(file)) return [];
	return readFileSync(file, "utf8")
		.split("\n")
		.filter((l) => l !== "")
		.map((l) => JSON.parse(l) as GoldNote);
}

/** Occurrences of gold codes that are billable rows of the starter; CodiEsp is counted over today's billable codes. */
function reportCoverage(folder: string, set: StarterSet, cpt: Set<string>, current: Set<string>): void {
	const billable = new Set(set.rows.flatMap((r) => (r.billable ? [r.code] : [])));
	for (const name of NOTES) {
		const notes = goldNotes(folder, name);
		const codes = notes.flatMap((n) => n.codes2026 ?? n.codes).filter((c) => current.has(c));
		const core = notes.flatMap((n) => n.core ?? []).filter((c) => current.has(c));
		const numbers = notes.flatMap((n) => n.cpt ?? []);
		const held = (list: string[], have: Set<string>) =>
			share(list.filter((c) => have.has(c)).length, list.length);
		console.log(
			`${name}: codes ${held(codes, billable)}` +
				(core.length > 0 ? `, core ${held(core, billable)}` : "") +
				(numbers.length > 0 ? `, CPT numbers ${held(numbers, cpt)}` : ""),
		);
	}
}

try {
	const set = readStarterIcd();
	const hcpcs = readStarterFlat("HCPCS");
	const cpt = readStarterFlat("CPT");
	reportChapters(set);
	console.log(
		`HCPCS Level II: ${hcpcs.rows.length} codes; CPT: ${cpt.rows.length} numbers under our own names`,
	);
	const folder = process.env.CHARTSIDE_SHARED;
	if (folder && existsSync(folder)) {
		const { officialIcd } = await import("../test/full/starter/official");
		const current = new Set([...officialIcd()].flatMap(([code, row]) => (row.billable ? [code] : [])));
		reportCoverage(folder, set, new Set(cpt.rows.map((r) => r.code)), current);
	} else console.log("Coverage of the development notes: not measured, CHARTSIDE_SHARED is not set");
} catch (error) {
	if (!(error instanceof TableError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
