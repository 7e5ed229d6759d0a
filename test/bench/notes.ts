/**
 * `npm run bench:notes [-- --pack FILE]`: milliseconds of reading a note, per 1,000 words, and of reading it again
 * after an edit in one paragraph, of the evaluation notes (CHARTSIDE_SHARED); and what 200,000 characters of the worst
 * repetitions known take.
 */
import { parseArgs } from "node:util";
import { goldNotes } from "../../scripts/lib/eval/gold";
import { openMeasuredSet } from "../../scripts/lib/eval/open-pack";
import { loadTables } from "../../scripts/lib/load-tables";
import { type ReadingState, readingSteps } from "../../utils/notes/analyze";
import { type NoteReader, openReader } from "../../utils/notes/reader";

const { values } = parseArgs({ options: { pack: { type: "string" } } });
const shared = process.env.CHARTSIDE_SHARED;

loadTables();
let started = performance.now();
const set = openMeasuredSet(shared, values.pack);
console.log(`open the code set      ${(performance.now() - started).toFixed(0)} ms`);
started = performance.now();
const reader = openReader(set);
console.log(`open the note reader   ${(performance.now() - started).toFixed(0)} ms`);

const texts =
	shared === undefined
		? []
		: (["mixed", "aci"] as const).flatMap((name) => goldNotes(shared, name).map(({ text }) => text));
if (texts.length === 0) {
	console.log("bench:notes skipped: no notes (set CHARTSIDE_SHARED)");
	process.exit(0);
}

interface Run {
	ms: number;
	longest: number;
	state: ReadingState;
}

function read(from: NoteReader, text: string, previous?: ReadingState): Run {
	const begun = performance.now();
	const steps = readingSteps(from, { text }, {}, previous);
	let longest = 0;
	for (;;) {
		const slice = performance.now();
		const step = steps.next();
		longest = Math.max(longest, performance.now() - slice);
		if (step.done) return { ms: performance.now() - begun, longest, state: step.value.state };
	}
}

const percentile = (sorted: readonly number[], p: number): number =>
	sorted[Math.floor((sorted.length - 1) * p)] ?? 0;
const report = (name: string, numbers: number[]): void => {
	numbers.sort((a, b) => a - b);
	console.log(
		`${name}  p50 ${percentile(numbers, 0.5).toFixed(1)}  p95 ${percentile(numbers, 0.95).toFixed(1)} ms`,
	);
};

for (const text of texts.slice(0, 40)) read(reader, text);
const cpu = process.cpuUsage();
let wordsRead = 0;
for (const text of texts) {
	wordsRead += text.split(/\s+/).length;
	read(reader, text);
}
const used = process.cpuUsage(cpu);
console.log(
	`processor time          ${((used.user + used.system) / wordsRead).toFixed(1)} ms per 1,000 words (mean, free of other load)`,
);
const perThousand: number[] = [];
const edits: number[] = [];
const slices: number[] = [];
for (const text of texts) {
	const words = text.split(/\s+/).length;
	const { ms, longest, state } = read(reader, text);
	perThousand.push((ms / words) * 1000);
	slices.push(longest);
	const at = text.indexOf("\n", text.length / 2);
	const edited =
		at < 0 ? `${text} New cough today.` : `${text.slice(0, at)} New cough today.${text.slice(at)}`;
	edits.push(read(reader, edited, state).ms);
}
report("per 1,000 words       ", perThousand);
report("one-paragraph edit    ", edits);
report("longest slice         ", slices);
/** Texts without an end of a sentence, in which everything stands near everything, and of one sentence again and again. */
const REPEATED = [
	"without a ",
	"x ray knee; ",
	"pain, ",
	"knee pain and ",
	"right inguinal hernia, ",
	"Knee pain.\n",
	"overdose of aspirin. ",
];
for (const part of REPEATED) {
	const text = part.repeat(Math.ceil(200_000 / part.length));
	console.log(
		`200,000 characters of ${JSON.stringify(part).padEnd(28)} ${read(reader, text).ms.toFixed(0)} ms`,
	);
}
