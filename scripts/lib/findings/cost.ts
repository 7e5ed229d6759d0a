import { findGaps } from "../../../utils/documentation/find";
import type { Engine } from "../../../utils/engine/engine";
import { evalNotes } from "./notes";

/** Runs of which the best counts: the others say how busy the machine is. */
const RUNS = 5;

const quantile = (sorted: readonly number[], share: number) =>
	(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);

function report(name: string, times: number[][]): void {
	const line = (values: number[]) => {
		const sorted = [...values].sort((a, b) => a - b);
		return `p50 ${quantile(sorted, 0.5)} p95 ${quantile(sorted, 0.95)}`;
	};
	const best = (times[0] ?? []).map((_, i) => Math.min(...times.map((run) => run[i] as number)));
	console.log(`cost: ${name}, ms: best of ${RUNS} ${line(best)}; first run ${line(times[0] ?? [])}`);
}

/** What findings add to the reading of a note of about 1,000 words; each note is read anew before. */
function findingsCost(engine: Engine, shared: string): void {
	const set = engine.sets.find((one) => one.release.system === "ICD-10-CM");
	if (!set) return;
	const texts = evalNotes(shared, "mixed")
		.map((note) => note.text)
		.filter((text) => text.length > 3000)
		.map((text) =>
			text
				.split(/(?<=\s)/)
				.slice(0, 1000)
				.join(""),
		);
	const times = Array.from({ length: RUNS }, () =>
		texts.map((text) => {
			const { setting, kind, suggestions, sections } = engine.analyze({ text });
			const started = performance.now();
			const steps = findGaps({ text, suggestions, set, setting, kind, ...(sections ? { sections } : {}) });
			while (!steps.next().done);
			return performance.now() - started;
		}),
	);
	report(`findings on ${texts.length} long notes`, times);
}

/** What checks of 30 codes take: codes that the set was never asked about, and the same lists again. */
async function checksCost(open: () => Promise<Engine>): Promise<void> {
	const fresh: number[][] = [];
	const again: number[][] = [];
	for (let run = 0; run < RUNS; run++) {
		const engine = await open();
		const set = engine.sets.find((one) => one.release.system === "ICD-10-CM");
		if (!set) return;
		const billable: string[] = [];
		for (let row = 0; row < set.size; row += 37) if (set.billable(row)) billable.push(set.code(row));
		const lists = Array.from({ length: Math.floor(billable.length / 30) }, (_, i) =>
			billable.slice(i * 30, i * 30 + 30),
		);
		for (const times of [fresh, again]) {
			times.push(
				lists.map((codes) => {
					const started = performance.now();
					engine.check({ codes });
					return performance.now() - started;
				}),
			);
		}
	}
	report("checks of 30 codes, all new", fresh);
	report("checks of 30 codes, asked before", again);
}

/** Prints both costs. `open` opens the packs anew, so that nothing is remembered of the codes. */
export async function measureCost(open: () => Promise<Engine>, shared: string): Promise<void> {
	findingsCost(await open(), shared);
	await checksCost(open);
}
