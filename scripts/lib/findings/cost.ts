import { findGaps } from "../../../utils/documentation/find";
import type { Engine } from "../../../utils/engine/engine";
import { evalNotes } from "./notes";

/** What findings add to the reading of a note of about 1,000 words, and what checks of 30 codes take. */
export function measureCost(engine: Engine, shared: string): void {
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
	const times: number[] = [];
	for (let round = 0; round < 2; round++) {
		for (const text of texts) {
			const { setting, kind, suggestions } = engine.analyze({ text });
			const started = performance.now();
			const steps = findGaps({ text, suggestions, set, setting, kind });
			while (!steps.next().done);
			if (round > 0) times.push(performance.now() - started);
		}
	}
	times.sort((a, b) => a - b);
	const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
	console.log(
		`cost: findings p50 ${(times[times.length >> 1] ?? 0).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms, ${texts.length} long notes`,
	);

	const billable: string[] = [];
	for (let row = 0; row < set.size; row += 37) if (set.billable(row)) billable.push(set.code(row));
	const checks: number[] = [];
	for (let at = 0; at + 30 < billable.length; at += 30) {
		const started = performance.now();
		engine.check({ codes: billable.slice(at, at + 30) });
		checks.push(performance.now() - started);
	}
	const warm = checks.slice(10).sort((a, b) => a - b);
	console.log(
		`cost: checks of 30 codes p50 ${(warm[warm.length >> 1] ?? 0).toFixed(2)} ms, p95 ${(warm[Math.floor(warm.length * 0.95)] ?? 0).toFixed(2)} ms, ${warm.length} lists of new codes`,
	);
}
