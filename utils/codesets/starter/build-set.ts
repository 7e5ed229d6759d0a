import type { NoteKind } from "../types";
import type { Axis } from "./axes";
import { readAxes } from "./axes";
import { defaultEntries } from "./default-entries";
import { expandRow } from "./expand-row";
import { parseNotes } from "./notes-cell";
import { readTable } from "./read-table";
import { axesIn, capital, fill, inner, parseCode } from "./template";
import type {
	StarterChapter,
	StarterIndexEntry,
	StarterNote,
	StarterSet,
	StarterSeventh,
	TableFile,
	TableProblem,
} from "./types";
import { TableError } from "./types";

interface Held {
	code: string;
	title: string;
	generated: boolean;
	header: boolean;
	file: string;
	line: number;
}

/** The starter tables of ICD-10-CM: chapters, axes and one table a chapter ("09-circulatory.tsv"). */
export interface StarterTables {
	chapters: TableFile;
	axes: TableFile;
	tables: TableFile[];
}

/**
 * Expands the starter tables of ICD-10-CM into a code set and checks them on the way: unknown or impossible
 * axes, duplicates, a code outside its chapter, an unknown parent, a header that has codes below it.
 * Throws TableError with all problems, each with file and line.
 */
export function buildStarterSet(input: StarterTables): StarterSet {
	const problems: TableProblem[] = [];
	const axes = readAxes(input.axes, problems);
	const chapters = readChapters(input.chapters, problems);
	const held = new Map<string, Held>();
	const notes: StarterNote[] = [];
	const seventh: StarterSeventh[] = [];
	const index: StarterIndexEntry[] = [];
	const sink: Sink = { held, notes, seventh, index, problems, more: [] };
	for (const file of input.tables) readChapterTable(file, axes, chapters, sink);
	for (const { code, file, line } of sink.more) {
		if (!held.has(code)) problems.push({ file, line, message: `${code} gets words but is not held` });
	}
	const rows = [...held.values()].sort((a, b) => order(a.code, b.code));
	checkTree(rows, held, problems);
	if (problems.length > 0) throw new TableError(problems);
	const titles = new Map<string, string>();
	const parents = new Set(rows.map((r) => parentOf(r.code, held)));
	const out = rows.map((r) => ({
		code: r.code,
		title: titleOf(r, held, titles),
		billable: !r.header && !parents.has(r.code),
	}));
	return {
		format: "chartside-starter",
		version: 1,
		system: "ICD-10-CM",
		edition: "FY2027",
		validFrom: "2026-10-01",
		validTo: "2027-09-30",
		chapters,
		rows: out,
		notes,
		seventh,
		index: [...index, ...defaultEntries(out)],
	};
}

interface Sink {
	held: Map<string, Held>;
	notes: StarterNote[];
	seventh: StarterSeventh[];
	index: StarterIndexEntry[];
	problems: TableProblem[];
	/** Rows with "=" for a title: more words for a code that another row stands for. */
	more: { code: string; file: string; line: number }[];
}

/** Puts a row's words and notes on the level they belong to. */
function addWords(
	code: string,
	terms: string,
	notes: { kind: NoteKind; text: string }[],
	say: (words: string) => string,
	sink: Sink,
): void {
	for (const n of notes) sink.notes.push({ code, ...n });
	for (const raw of terms.split("|").map((t) => t.trim())) {
		if (raw === "") continue;
		const text = say(raw.replace(/^\+/, ""));
		if (raw.startsWith("+")) sink.notes.push({ code, kind: "inclusionTerm", text: capital(text) });
		sink.index.push({ parts: [text], code, isDefault: true });
	}
}

function readChapterTable(
	file: TableFile,
	axes: Map<string, Axis>,
	chapters: StarterChapter[],
	sink: Sink,
): void {
	const number = String(Number(/(\d\d)-[^/]*$/.exec(file.name)?.[1] ?? "0"));
	const chapter = chapters.find((c) => c.number === number);
	for (const { line, cells } of readTable(file, 2, 4, sink.problems)) {
		const bad = (message: string) => sink.problems.push({ file: file.name, line, message });
		const [template = "", title = "", terms = "", noteCell = ""] = cells;
		const parts = parseCode(template, axes);
		if (typeof parts === "string") {
			bad(parts);
			continue;
		}
		const own = parts.flatMap((p) => ("axis" in p ? [p.axis.name] : []));
		const strange = axesIn(title + terms).find((a) => !own.includes(a));
		if (strange) bad(`the title uses axis ${strange}, the code does not`);
		const silent = own.find((a) => !axesIn(title).includes(a));
		if (silent) bad(`the code uses axis ${silent}, the title does not`);
		const noted = parseNotes(noteCell);
		if (typeof noted === "string") {
			bad(noted);
			continue;
		}
		if (title === "=") {
			sink.more.push({ code: template, file: file.name, line });
			addWords(template, terms, noted.notes, (t) => t, sink);
			continue;
		}
		for (const e of expandRow(parts, title, axes)) {
			if (!/^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(e.code)) bad(`impossible code ${e.code}`);
			if (chapter && (e.code.slice(0, 3) < chapter.from || e.code.slice(0, 3) > chapter.to)) {
				bad(`${e.code} is outside chapter ${number} (${chapter.from}-${chapter.to})`);
			}
			const mine = { ...e, header: noted.header && !e.generated, file: file.name, line };
			const there = sink.held.get(e.code);
			if (!there || (there.generated && !e.generated)) sink.held.set(e.code, mine);
			else if (!there.generated && !e.generated) {
				bad(`${e.code} is already at ${there.file}:${there.line}`);
			} else if (there.generated && e.generated && there.title !== e.title) {
				bad(`level ${e.code} gets another title here than at ${there.file}:${there.line}: write it as a row`);
			}
			if (e.seventh) sink.seventh.push({ level: e.code, choices: e.seventh });
			if (!e.anchor) continue;
			addWords(e.code, terms, noted.notes, (t) => fill(t, e.resolved, axes), sink);
		}
	}
}

function readChapters(file: TableFile, problems: TableProblem[]): StarterChapter[] {
	return readTable(file, 4, 4, problems).map(({ cells }) => {
		const [number = "", from = "", to = "", title = ""] = cells;
		return { number, from, to, title };
	});
}

/** Tree order: plain string order, in which a parent stands right before its children. */
function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The nearest held code above; placeholder X is passed over. Empty for a category. */
function parentOf(code: string, held: Map<string, unknown>): string {
	let up = code.slice(0, -1);
	for (;;) {
		if (up.endsWith(".")) up = up.slice(0, -1);
		if (up.length < 3) return "";
		if (held.has(up)) return up;
		up = up.slice(0, -1);
	}
}

function checkTree(rows: Held[], held: Map<string, Held>, problems: TableProblem[]): void {
	for (const r of rows) {
		if (r.code.length <= 3) continue;
		const parent = parentOf(r.code, held);
		const bad = (message: string) => problems.push({ file: r.file, line: r.line, message });
		const between = r.code.slice(parent.length, -1).replace(".", "");
		if (parent === "" || !/^X*$/.test(between)) bad(`${r.code} has no parent: a level above it is missing`);
		else if (held.get(parent)?.header)
			bad(`${parent} is marked as header without codes, but ${r.code} is held`);
	}
}

/** The row's title with "~" replaced by its parent's. */
function titleOf(row: Held, held: Map<string, Held>, done: Map<string, string>): string {
	const known = done.get(row.code);
	if (known !== undefined) return known;
	let title = row.title;
	if (title.includes("~")) {
		const parent = held.get(parentOf(row.code, held));
		const above = parent ? titleOf(parent, held, done) : "";
		title = title.startsWith("~") ? above + title.slice(1) : title.replace("~", inner(above));
	}
	title = capital(title);
	done.set(row.code, title);
	return title;
}
