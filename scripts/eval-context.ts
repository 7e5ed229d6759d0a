import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ContextVerbOutput, contextVerb } from "../utils/notes/context";
import { loadTables } from "./lib/load-tables";

/**
 * `npm run eval:context [-- --misses]`: precision, recall and F1 of the context engine on the development
 * half of the NegEx test kit, with bootstrap intervals over sentences.
 */
interface Row {
	sentence: string;
	gold: { negated: boolean; historical: boolean; hypothetical: boolean; other: boolean };
	answer: ContextVerbOutput;
	condition: string;
}

const shared = process.env.CHARTSIDE_SHARED;
if (shared === undefined) {
	console.log("eval:context skipped: CHARTSIDE_SHARED is not set");
	process.exit(0);
}
loadTables();
const rows: Row[] = [];
let skipped = 0;
const file = readFileSync(join(shared, "eval/context/negex-dev.tsv"), "utf8");
for (const line of file.trim().split("\n").slice(1)) {
	const [id, condition, raw, negation, temporality, experiencer] = line.split("\t") as string[];
	const sentence = (raw as string).toLowerCase();
	const term = (condition as string).toLowerCase();
	if (!sentence.includes(term)) {
		skipped++;
		continue;
	}
	const start = targetStart(raw as string, condition as string);
	rows.push({
		sentence: raw as string,
		condition: condition as string,
		gold: {
			negated: negation === "Negated",
			historical: temporality === "Historical",
			hypothetical: temporality === "Not particular",
			other: experiencer !== "Patient",
		},
		answer: contextVerb({
			id: id as string,
			sentence: unshout(raw as string, start, term.length),
			term,
			start,
		}),
	});
}

/** The target stands in capitals: the occurrence in capitals as whole words, the last one of several. */
function targetStart(text: string, condition: string): number {
	const upper = condition.toUpperCase();
	let best = -1;
	for (let at = text.indexOf(upper); at >= 0; at = text.indexOf(upper, at + 1)) {
		const around = `${text[at - 1] ?? " "}${text[at + upper.length] ?? " "}`;
		if (!/[A-Za-z'’]/.test(around) || best < 0) best = at;
	}
	return best >= 0 ? best : text.toLowerCase().indexOf(condition.toLowerCase());
}

/** Lower-cases the target, unless the whole sentence is in capitals. */
function unshout(text: string, start: number, length: number): string {
	const rest = text.slice(0, start) + text.slice(start + length);
	if (!/[a-z]/.test(rest)) return text;
	return text.slice(0, start) + text.slice(start, start + length).toLowerCase() + text.slice(start + length);
}

function said(row: Row, what: keyof Row["gold"]): boolean {
	if (what === "negated") return row.answer.negated;
	if (what === "other") return row.answer.experiencer === "other";
	return row.answer.temporality === what;
}

function score(sample: readonly Row[], what: keyof Row["gold"]): [number, number, number] {
	let tp = 0;
	let fp = 0;
	let fn = 0;
	for (const row of sample) {
		const answer = said(row, what);
		if (answer && row.gold[what]) tp++;
		else if (answer) fp++;
		else if (row.gold[what]) fn++;
	}
	return [tp / (tp + fp), tp / (tp + fn), (2 * tp) / (2 * tp + fp + fn)];
}

/** 95 % interval of F1 over 500 resamples, from a fixed seed. */
function interval(what: keyof Row["gold"]): string {
	let seed = 20261122;
	const random = () => {
		seed = (seed * 1664525 + 1013904223) >>> 0;
		return seed / 2 ** 32;
	};
	const values = Array.from({ length: 500 }, () => {
		const sample = rows.map(() => rows[Math.floor(random() * rows.length)] as Row);
		return score(sample, what)[2];
	}).sort((a, b) => a - b);
	return `${(values[12] as number).toFixed(3)}-${(values[487] as number).toFixed(3)}`;
}

console.log(`negex-dev: ${rows.length} rows, ${skipped} skipped (term not in its sentence)`);
for (const what of ["negated", "historical", "hypothetical", "other"] as const) {
	const [p, r, f1] = score(rows, what);
	console.log(
		`${what.padEnd(13)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${f1.toFixed(3)}  (95 %: ${interval(what)})`,
	);
}
if (process.argv.includes("--misses")) {
	for (const what of ["negated", "historical", "hypothetical"] as const) {
		for (const row of rows) {
			const answer = said(row, what);
			if (answer !== row.gold[what])
				console.log(
					`${what} ${answer ? "false" : "missed"}\t${row.condition}\t${row.sentence.slice(0, 300)}`,
				);
		}
	}
}
