/**
 * `npm run eval:statements [-- --pack FILE] [--misses] [FILE...]`: how well single statements are read, as clinicians
 * word them in an assessment, a postoperative diagnosis or a list of past conditions. The statements and the codes that
 * a coder expects are ours (`test/golden/statements`), written before the engine first read them.
 */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readWhole } from "../utils/notes/analyze";
import { type NoteReader, openReader } from "../utils/notes/reader";
import { openMeasuredSet } from "./lib/eval/open-pack";
import { scorePreselected } from "./lib/eval/preselected";
import { goldenRows } from "./lib/golden-rows";
import { loadTables } from "./lib/load-tables";

interface Statement {
	line: number;
	place: string;
	words: string;
	/** The main code first. */
	codes: string[];
}

/** Statements of a table: place (a section heading), words (a written \\n is a line break), codes. Throws TableError. */
function statementsOf(path: string): Statement[] {
	return goldenRows(path, ["place", "words", "codes"]).map(({ cells, line }) => ({
		line,
		place: cells.place,
		words: cells.words.replaceAll("\\n", "\n"),
		codes: cells.codes.split(/\s+/),
	}));
}

interface Outcome {
	first: boolean;
	found: boolean;
	category: boolean;
	all: number;
	list: string[];
}

function outcomeOf(reader: NoteReader, { place, words, codes }: Statement): Outcome {
	const text = `${place}:\n${words}\n`;
	const list = readWhole(reader, { text }, { depth: "all", externalCauses: true })
		.suggestions.filter(({ system, status }) => system === "ICD-10-CM" && status !== "negated")
		.map(({ code }) => code);
	const main = codes[0] as string;
	return {
		first: list[0] === main,
		found: list.includes(main),
		category: list.some((code) => code.slice(0, 3) === main.slice(0, 3)),
		all: codes.filter((code) => list.includes(code)).length,
		list,
	};
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { pack: { type: "string" }, misses: { type: "boolean" } },
});
const shared = process.env.CHARTSIDE_SHARED;
if (shared === undefined && values.pack === undefined) {
	console.log("eval:statements skipped: no full code set (set CHARTSIDE_SHARED, or --pack FILE)");
	process.exit(0);
}
loadTables();
const reader = openReader(openMeasuredSet(shared ?? "", values.pack));
const folder = join(fileURLToPath(new URL("..", import.meta.url)), "test", "golden", "statements");
const files =
	positionals.length > 0
		? positionals
		: readdirSync(folder)
				.filter((name) => name.endsWith(".tsv"))
				.sort()
				.map((name) => join(folder, name));

/** Tables of external causes: selected codes of V00 to Y99, each as told beside an injury. */
const CAUSES = "causes.tsv";
const EXTERNAL = /^[V-Y]/;
/** Passages whose detail stands apart, with traps: scored by what is preselected. */
const SPREAD = "spread-2.tsv";
/** A leisure activity as such (Y99.8) may be reported or left out. */
const LEISURE = "Y99.8";

/** Selected external causes of a table against those a coder reports, for the rows of each half of it. */
function scoreCauses(path: string, misses: boolean): void {
	const rows = goldenRows(path, ["place", "words", "codes", "half"]);
	for (const half of ["open", "held"]) {
		let [right, chosen, wanted] = [0, 0, 0];
		for (const { cells, line } of rows.filter((row) => row.cells.half === half)) {
			const text = `${cells.place}:\n${cells.words}\n`;
			const want = cells.codes === "none" ? [] : cells.codes.split(/\s+/);
			const got = readWhole(reader, { text }, { externalCauses: true })
				.suggestions.filter(({ selected, code }) => selected && EXTERNAL.test(code) && code !== LEISURE)
				.map(({ code }) => code);
			const hits = got.filter((code) => want.includes(code)).length;
			right += hits;
			chosen += got.length;
			wanted += want.length;
			if (misses && half === "open" && (hits < want.length || hits < got.length))
				console.log(`  ${line}: ${cells.words} | wanted ${want.join(" ")} | got ${got.join(" ")}`);
		}
		console.log(
			`external causes, ${half}: ${wanted} codes, precision ${share(right, chosen)}, recall ${share(right, wanted)}`,
		);
	}
}

const share = (n: number, of: number): string => (n / Math.max(1, of)).toFixed(3);
console.log("statements                rows  main code found  first  its category  all codes");
for (const path of files) {
	if (basename(path) === CAUSES) {
		scoreCauses(path, values.misses === true);
		continue;
	}
	if (basename(path) === SPREAD) {
		scorePreselected(reader, path, values.misses === true);
		continue;
	}
	const rows = statementsOf(path);
	const outcomes = rows.map((row) => outcomeOf(reader, row));
	const count = (holds: (outcome: Outcome) => boolean): string =>
		share(outcomes.filter(holds).length, rows.length);
	const wanted = rows.reduce((sum, { codes }) => sum + codes.length, 0);
	const got = outcomes.reduce((sum, { all }) => sum + all, 0);
	console.log(
		`${basename(path).padEnd(25)} ${String(rows.length).padStart(4)}  ${count(({ found }) => found).padEnd(15)}  ${count(({ first }) => first)}  ` +
			`${count(({ category }) => category).padEnd(12)}  ${share(got, wanted)}`,
	);
	if (!values.misses) continue;
	rows.forEach((row, i) => {
		const { found, all, list } = outcomes[i] as Outcome;
		if (found && all === row.codes.length) return;
		console.log(
			`  ${row.line}: ${row.place}: ${row.words.replaceAll("\n", " / ")} | wanted ${row.codes.join(" ")} | got ${list.slice(0, 6).join(" ")}`,
		);
	});
}
