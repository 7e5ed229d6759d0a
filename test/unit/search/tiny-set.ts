import type { CodeNote, CodeSet, CodeSystem, IndexPath } from "../../../utils/codesets/types";

/** A row of a made-up set: dotted code, title, and what else is known of it. */
export interface TinyRow {
	code: string;
	title: string;
	header?: boolean;
	index?: string[];
	includes?: string[];
	chapter?: string;
}

/** A code set in memory for tests; parents are the nearest earlier rows whose code starts the same. */
export function tinySet(rows: readonly TinyRow[], system: CodeSystem = "ICD-10-CM"): CodeSet {
	const plain = (code: string) => code.replace(".", "").toUpperCase();
	const parent = rows.map((row, i) => {
		for (let at = i - 1; at >= 0; at--) if (plain(row.code).startsWith(plain(rows[at]!.code))) return at;
		return -1;
	});
	const end = rows.map((_, i) => {
		let at = i + 1;
		while (at < rows.length && plain(rows[at]!.code).startsWith(plain(rows[i]!.code))) at++;
		return at;
	});
	const path = (text: string): IndexPath => {
		const parts = text.split(" > ");
		return { parts, source: "index", isDefault: parts.length === 1 };
	};
	const note = (row: TinyRow, text: string): CodeNote => ({ kind: "inclusionTerm", text, level: row.code });
	return {
		release: {
			system,
			edition: "test",
			validFrom: "2026-10-01",
			validTo: null,
			sources: [],
			counts: { rows: rows.length, billable: rows.filter((row) => !row.header).length },
		},
		size: rows.length,
		code: (row) => rows[row]!.code,
		title: (row) => rows[row]!.title,
		billable: (row) => !rows[row]!.header,
		parent: (row) => parent[row]!,
		end: (row) => end[row]!,
		children: (row) => rows.flatMap((_, i) => (parent[i] === row ? [i] : [])),
		find: (code) => rows.findIndex((row) => plain(row.code) === plain(code)),
		prefix: (text) => {
			const start = rows.findIndex((row) => plain(row.code).startsWith(plain(text)));
			if (start < 0) return { start: 0, end: 0 };
			let stop = start;
			while (stop < rows.length && plain(rows[stop]!.code).startsWith(plain(text))) stop++;
			return { start, end: stop };
		},
		notes: (row) => (rows[row]!.includes ?? []).map((text) => note(rows[row]!, text)),
		inheritedNotes: () => [],
		seventhCharacters: () => [],
		indexPaths: (row) => (rows[row]!.index ?? []).map(path),
		validity: () => ({ from: null, to: null }),
		chapter: (row) => rows[row]!.chapter ?? "1",
		section: () => null,
	} satisfies Partial<CodeSet> as unknown as CodeSet;
}

/** Enough of a classification to try search on; titles are written for the tests. */
export const ROWS: TinyRow[] = [
	{ code: "E10", title: "Type 1 diabetes mellitus", header: true, chapter: "4" },
	{ code: "E10.9", title: "Type 1 diabetes mellitus without complications", chapter: "4" },
	{ code: "E11", title: "Type 2 diabetes mellitus", header: true, chapter: "4" },
	{ code: "E11.2", title: "Type 2 diabetes mellitus with kidney complications", header: true, chapter: "4" },
	{ code: "E11.22", title: "Type 2 diabetes mellitus with diabetic chronic kidney disease", chapter: "4" },
	{ code: "E11.9", title: "Type 2 diabetes mellitus without complications", chapter: "4", index: ["Diabetes, diabetic (mellitus)"] },
	{ code: "G43", title: "Migraine", header: true, chapter: "6" },
	{ code: "G43.0", title: "Migraine without aura", header: true, chapter: "6" },
	{ code: "G43.001", title: "Migraine without aura, not intractable, with status migrainosus", chapter: "6" },
	{ code: "G43.009", title: "Migraine without aura, not intractable, without status migrainosus", chapter: "6" },
	{ code: "G43.011", title: "Migraine without aura, intractable, with status migrainosus", chapter: "6" },
	{ code: "G43.109", title: "Migraine with aura, not intractable, without status migrainosus", chapter: "6" },
	{ code: "I10", title: "Essential (primary) hypertension", chapter: "9", index: ["Hypertension, hypertensive (essential)"], includes: ["high blood pressure"] },
	{ code: "I15.0", title: "Renovascular hypertension", chapter: "9" },
	{ code: "M25.561", title: "Pain in right knee", chapter: "13" },
	{ code: "M25.562", title: "Pain in left knee", chapter: "13" },
	{ code: "M25.569", title: "Pain in unspecified knee", chapter: "13" },
	{ code: "S52.53", title: "Colles' fracture", header: true, chapter: "19", index: ["Fracture, traumatic > Colles'"] },
	{ code: "S52.531", title: "Colles' fracture of right radius", header: true, chapter: "19" },
	{ code: "S52.531A", title: "Colles' fracture of right radius, initial encounter for closed fracture", chapter: "19" },
	{ code: "S52.531B", title: "Colles' fracture of right radius, initial encounter for open fracture type I or II", chapter: "19" },
	{ code: "S52.531D", title: "Colles' fracture of right radius, subsequent encounter for closed fracture with routine healing", chapter: "19" },
	{ code: "S52.531S", title: "Colles' fracture of right radius, sequela", chapter: "19" },
	{ code: "S52.532", title: "Colles' fracture of left radius", header: true, chapter: "19" },
	{ code: "S52.532A", title: "Colles' fracture of left radius, initial encounter for closed fracture", chapter: "19" },
	{ code: "S52.532S", title: "Colles' fracture of left radius, sequela", chapter: "19" },
]; // biome-ignore format: one row a line
