import { readAxes } from "./axes";
import { readChapterTable, type Sink } from "./chapter-table";
import { defaultEntries } from "./default-entries";
import { readTable } from "./read-table";
import { checkTree, type Held, order, parentOf, titleOf } from "./tree";
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

function readChapters(file: TableFile, problems: TableProblem[]): StarterChapter[] {
	return readTable(file, 4, 4, problems).map(({ cells }) => {
		const [number = "", from = "", to = "", title = ""] = cells;
		return { number, from, to, title };
	});
}
