/**
 * `npm run eval:procedures [-- --pack FILE] [--misses]`: how well procedure and imaging titles lead to CPT numbers. The
 * statements and the numbers that a coder reports are ours (`test/golden/procedure-statements*.tsv`), written before the
 * engine first read them; with CHARTSIDE_SHARED the figure of the coded transcriptions follows.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readWhole } from "../utils/notes/analyze";
import { type NoteReader, openReader } from "../utils/notes/reader";
import { goldNotes } from "./lib/eval/gold";
import { openMeasuredSet } from "./lib/eval/open-pack";
import { printProcedures } from "./lib/eval/other-sets";
import { procedureSets } from "./lib/eval/procedure-sets";
import { goldenRows } from "./lib/golden-rows";
import { loadTables } from "./lib/load-tables";

const GOLDEN = join(fileURLToPath(new URL("..", import.meta.url)), "test", "golden");
const TABLES = ["procedure-statements.tsv", "procedure-statements-2.tsv"];

interface ProcedureStatement {
	line: number;
	heading: string;
	words: string;
	body: string;
	/** The main number first. */
	numbers: string[];
}

/** Statements of the table at `path`. Throws TableError. */
function statementsOf(path: string): ProcedureStatement[] {
	return goldenRows(path, ["heading", "words", "body", "numbers"]).map(({ cells, line }) => ({
		line,
		heading: cells.heading,
		words: cells.words,
		body: cells.body,
		numbers: cells.numbers.split(/\s+/),
	}));
}

/** Procedure suggestions for a statement, best first, and which of them are selected. */
function read(
	reader: NoteReader,
	{ heading, words, body }: ProcedureStatement,
): { list: string[]; selected: string[] } {
	const text = `${heading}: ${words}\n${body === "" ? "" : `\nDESCRIPTION OF PROCEDURE: ${body}\n`}`;
	const found = readWhole(reader, { text }).suggestions.filter(({ system }) => system !== "ICD-10-CM");
	return {
		list: found.map(({ code }) => code),
		selected: found.filter((one) => one.selected).map(({ code }) => code),
	};
}

const { values } = parseArgs({ options: { pack: { type: "string" }, misses: { type: "boolean" } } });
const shared = process.env.CHARTSIDE_SHARED;
if (shared === undefined && values.pack === undefined) {
	console.log("eval:procedures skipped: no full code set (set CHARTSIDE_SHARED, or --pack FILE)");
	process.exit(0);
}
loadTables();
const reader = openReader(openMeasuredSet(shared, values.pack), procedureSets());
const share = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);
const cpt = reader.procedures.find(({ set }) => set.release.system === "CPT")?.set;

for (const name of TABLES) {
	const rows = statementsOf(join(GOLDEN, name)).map((row) => ({ ...row, ...read(reader, row) }));
	const all = rows.flatMap(({ numbers, list }) => numbers.map((code) => ({ code, list })));
	const held = all.filter(({ code }) => cpt !== undefined && cpt.find(code) >= 0).length;
	const five = all.filter(({ code, list }) => list.slice(0, 5).includes(code)).length;
	const first = rows.filter(({ numbers, list }) => list[0] === numbers[0]).length;
	const right = rows.flatMap(({ numbers, selected }) => selected.map((code) => numbers.includes(code)));
	console.log(
		`${name.padEnd(26)} in the first five ${share(five, all.length)} of ${all.length} (${held} in the table)  ` +
			`main one first ${share(first, rows.length)} of ${rows.length}  ` +
			`selected right ${share(right.filter(Boolean).length, right.length)} of ${right.length}`,
	);
	if (!values.misses) continue;
	for (const { line, words, numbers, list } of rows)
		if (list[0] !== numbers[0] || numbers.some((code) => !list.slice(0, 5).includes(code)))
			console.log(`  ${line}: ${words} | wanted ${numbers.join(" ")} | got ${list.slice(0, 5).join(" ")}`);
}
if (shared !== undefined) printProcedures(reader, goldNotes(shared, "mixed"));
