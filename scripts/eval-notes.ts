/**
 * `npm run eval:notes [-- --pack FILE] [--fit] [--misses] [--ablate] [--take-out]`: how well notes are read, on the evaluation data under
 * CHARTSIDE_SHARED. Two tables: out of fold (weights fitted without the note) and as shipped.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readWhole } from "../utils/notes/analyze";
import { readNote } from "../utils/notes/read-note";
import { type NoteReader, openReader } from "../utils/notes/reader";
import type { Purpose } from "../utils/notes/select/model";
import { keysOf } from "../utils/notes/terms/terms";
import type { Depth, Suggestion } from "../utils/notes/types";
import { printAblation, printTakenOut } from "./lib/eval/ablation";
import { bestThreshold, writeSelection } from "./lib/eval/fit-table";
import { goldAt, outOfFold, type ReadGold } from "./lib/eval/folds";
import {
	type GoldNote,
	type GoldSet,
	goldenNotes,
	goldNotes,
	OWN_FOLDERS,
	type OwnSet,
	VISIT_SETS,
} from "./lib/eval/gold";
import { scoreGolden } from "./lib/eval/golden";
import { openMeasuredSet } from "./lib/eval/open-pack";
import { printCodiesp, printMedcoder, printProcedures, printRelatives } from "./lib/eval/other-sets";
import { procedureSets } from "./lib/eval/procedure-sets";
import {
	add,
	type Counts,
	count,
	countCategories,
	f1,
	interval,
	none,
	precision,
	recall,
} from "./lib/eval/score";
import { selectedOf } from "./lib/eval/selected";
import { loadTables } from "./lib/load-tables";

const RIDGE = 6;
const SETS: readonly GoldSet[] = [
	"aci",
	"visits",
	"mixed",
	"gp",
	"practice",
	"golden",
	"transcriptions",
	"hospital",
];
const OWN_SETS = Object.keys(OWN_FOLDERS) as OwnSet[];
const GOLDEN = join(fileURLToPath(new URL("..", import.meta.url)), "test", "golden");
/** Whether a set is scored at a depth: what was managed is known of visits only, all codes not of aci. */
const scoredAt = (depth: Depth, set: GoldSet): boolean =>
	depth === "managed" ? VISIT_SETS.includes(set) : set !== "aci" && (depth === "all" || set !== "visits");
const pct = (value: number): string => value.toFixed(3);

const { values } = parseArgs({
	options: {
		pack: { type: "string" },
		fit: { type: "boolean" },
		misses: { type: "boolean" },
		ablate: { type: "boolean" },
		"take-out": { type: "boolean" },
	},
});
const shared = process.env.CHARTSIDE_SHARED;
const notes =
	shared === undefined
		? []
		: [
				...(["aci", "mixed", "gp"] as const).flatMap((set) => goldNotes(shared, set)),
				...OWN_SETS.flatMap((set) => goldenNotes(GOLDEN, set)),
			];
if (notes.length === 0) {
	console.log("eval:notes skipped: no evaluation data (set CHARTSIDE_SHARED)");
	process.exit(0);
}

loadTables();
const reader = openReader(openMeasuredSet(shared, values.pack));
const read: ReadGold[] = notes.map((note) => readForFit(reader, note));

function readForFit(from: NoteReader, note: GoldNote): ReadGold {
	const steps = readNote(from, { text: note.text }, {});
	for (;;) {
		const step = steps.next();
		if (!step.done) continue;
		const { candidates, features } = step.value;
		return {
			note,
			candidates: candidates.map((candidate, i) => ({
				code: from.set.code(candidate.row),
				features: features[i] ?? new Map(),
			})),
		};
	}
}

if (values.fit) {
	writeSelection(
		join(fileURLToPath(new URL("..", import.meta.url)), "data", "rules", "selection.tsv"),
		read,
		RIDGE,
	);
	loadTables();
}

/** Prints precision, recall, F1 with interval, 3-character F1. */
function line(label: string, perNote: readonly Counts[], categories: Counts, extra: string): void {
	const total = perNote.reduce(add, none());
	const [low, high] = interval(perNote, f1);
	console.log(
		`${label.padEnd(16)} P ${pct(precision(total))}  R ${pct(recall(total))}  F1 ${pct(f1(total))} [${pct(low)}-${pct(high)}]  ` +
			`3-char F1 ${pct(f1(categories))}  ${extra}`,
	);
}

function table(
	title: string,
	depth: Depth,
	set: GoldSet,
	picked: (i: number) => { selected: string[]; order: string[] },
): void {
	const perNote: Counts[] = [];
	let categories = none();
	let ten = none();
	let first = 0;
	let withFirst = 0;
	let five = 0;
	let suggested = 0;
	let size = 0;
	notes.forEach((note, i) => {
		if (note.set !== set) return;
		const { selected: all, order } = picked(i);
		const selected = all.filter(
			(code) => !note.acceptable.includes(code) || goldAt(note, depth).includes(code),
		);
		const gold = goldAt(note, depth);
		perNote.push(count(selected, gold));
		categories = add(categories, countCategories(selected, gold));
		ten = add(ten, count(order.slice(0, 10), goldAt(note, depth === "all" ? "core" : depth)));
		suggested += selected.length;
		size++;
		if (order[0] !== undefined) {
			withFirst++;
			if (note.core.includes(order[0])) first++;
		}
		if (order.slice(0, 5).some((code) => note.core.includes(code) || note.uncertain.includes(code))) five++;
	});
	line(
		`${set} ${depth}`,
		perNote,
		categories,
		`R@10 ${pct(recall(ten))}  P@1 ${pct(first / Math.max(1, withFirst))}  core/uncertain in 5: ${pct(five / size)}  ${(suggested / size).toFixed(1)} a note${title}`,
	);
}

console.log(`\nOut of fold (5 folds of notes over all sets; ridge ${RIDGE})`);
const order = outOfFold(read, "order", RIDGE);
for (const depth of ["core", "managed", "all"] as const) {
	const p = outOfFold(read, depth, RIDGE);
	const cut = bestThreshold(read, p, depth as Purpose);
	for (const set of SETS) {
		if (!scoredAt(depth, set)) continue;
		table(`  cut ${cut}`, depth, set, (i) => {
			const { candidates } = read[i] as ReadGold;
			const by = (scores: readonly number[]): string[] =>
				candidates
					.map(({ code }, j) => ({ code, s: scores[j] ?? 0 }))
					.sort((a, b) => b.s - a.s)
					.map(({ code }) => code);
			return {
				selected: selectedOf(reader.set, candidates, p[i] as number[], depth, cut),
				order: by(order[i] as number[]),
			};
		});
	}
}

const shipped = openReader(reader.set);
console.log("\nAs shipped (weights of data/rules/selection.tsv, fitted on these notes)");
const started = performance.now();
for (const depth of ["core", "managed", "all"] as const) {
	for (const set of SETS) {
		if (!scoredAt(depth, set)) continue;
		table("", depth, set, (i) => {
			const { suggestions } = readWhole(shipped, { text: (notes[i] as GoldNote).text }, { depth });
			return {
				selected: suggestions.filter((s) => s.selected).map((s) => s.code),
				order: suggestions.map((s) => s.code),
			};
		});
	}
}
const words = notes.reduce(
	(sum, note) => sum + note.text.split(/\s+/).length * (note.set === "aci" ? 1 : 2),
	0,
);
console.log(`${(((performance.now() - started) / words) * 1000).toFixed(1)} ms per 1,000 words\n`);

const golden = scoreGolden(shipped, join(GOLDEN, "notes"));
if (golden.notes > 0) {
	const share = ({ right, of }: { right: number; of: number }): string =>
		`${right} of ${of} (${pct(right / Math.max(1, of))})`;
	console.log(`Golden notes (${golden.notes}; expectations of an independent reader)`);
	console.log(
		`core             P ${pct(precision(golden.core))}  R ${pct(recall(golden.core))}  F1 ${pct(f1(golden.core))}  R@10 ${pct(golden.ten)}`,
	);
	console.log(
		`all              P ${pct(precision(golden.all))}  R ${pct(recall(golden.all))}  F1 ${pct(f1(golden.all))}`,
	);
	console.log(
		`kind ${golden.kind} of ${golden.notes}, setting ${golden.setting} of ${golden.notes}; statuses ${share(golden.statuses)}; evidence ${share(golden.evidence)}\n`,
	);
	if (values.misses) for (const miss of golden.missed) console.log(`  ${miss}`);
}

const mentions = printMedcoder(shipped, shared as string, notes);
printCodiesp(shipped, shared as string);
printRelatives(shipped, shared as string, values.misses === true);
printProcedures(openReader(reader.set, procedureSets()), notes);
const coded = notes.filter(({ set }) => !(set in OWN_FOLDERS));
if (values.ablate) printAblation(shipped, coded);
if (values["take-out"]) {
	const quotes = [...coded.flatMap(({ evidence }) => Object.values(evidence)), ...mentions];
	printTakenOut(shipped, coded, quotes, (text) => keysOf(text, shipped.forms));
}

if (values.misses) {
	const classes = new Map<string, number>();
	notes.forEach((note, i) => {
		const { candidates } = read[i] as ReadGold;
		const { suggestions } = readWhole(shipped, { text: note.text }, { depth: "core" });
		const chosen = new Set(suggestions.filter((s: Suggestion) => s.selected).map((s) => s.code));
		for (const code of note.core) {
			if (chosen.has(code)) continue;
			const name = candidates.some((c) => c.code === code)
				? "found, not selected"
				: candidates.some((c) => c.code.slice(0, 3) === code.slice(0, 3))
					? "right category, other code"
					: "not found";
			classes.set(`${note.set}: ${name}`, (classes.get(`${note.set}: ${name}`) ?? 0) + 1);
		}
	});
	for (const [name, n] of [...classes].sort()) console.log(`${String(n).padStart(4)}  ${name}`);
}
