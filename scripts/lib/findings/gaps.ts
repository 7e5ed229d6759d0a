import type { Engine } from "../../../utils/engine/engine";
import { evalNotes } from "./notes";

/** Topics the engine is held to. */
const HELD = ["laterality", "site", "type", "acuity", "stage", "severity", "encounter"];

/** Shares of the listed gaps that are found. */
export interface GapScore {
	/** The finding, or one of the places it names, overlaps the evidence. */
	recall: number;
	/** The marked words themselves overlap it. */
	marked: number;
}

/** Recall of the gaps that a reader listed, under the cap, with the same topic. Returns it over both sets. */
export function scoreGaps(engine: Engine, shared: string, misses: boolean): GapScore {
	let found = 0;
	let marked = 0;
	let listed = 0;
	for (const set of ["mixed", "gp"] as const) {
		const per = new Map<string, { met: number; own: number; near: number; all: number }>();
		for (const note of evalNotes(shared, set)) {
			const { findings } = engine.analyze({ text: note.text }, note.setting ? { setting: note.setting } : {});
			for (const gap of note.gaps) {
				const row = per.get(gap.topic) ?? { met: 0, own: 0, near: 0, all: 0 };
				per.set(gap.topic, row);
				const at = note.text.indexOf(gap.evidence);
				if (at < 0) continue;
				row.all++;
				const there = findings.filter((one) =>
					[one, ...one.indicators].some(({ start, end }) => start < at + gap.evidence.length && at < end),
				);
				if (there.some((one) => one.topic === gap.topic)) {
					row.met++;
					const end = at + gap.evidence.length;
					if (there.some((one) => one.topic === gap.topic && one.start < end && at < one.end)) row.own++;
				} else if (there.length > 0) row.near++;
				if (misses && HELD.includes(gap.topic) && !there.some((one) => one.topic === gap.topic))
					console.log(
						`${set} ${note.id} ${gap.topic}: “${gap.evidence}” ${gap.question} [${there.map((one) => one.rule).join(", ")}]`,
					);
			}
		}
		const sum = (topics: string[], key: "met" | "own" | "near" | "all") =>
			topics.reduce((total, topic) => total + (per.get(topic)?.[key] ?? 0), 0);
		for (const [topic, { met, near, all }] of [...per].sort())
			console.log(`  ${set} ${topic}: ${met} of ${all} (another topic at the same words: ${near})`);
		const [met, near, all] = [sum(HELD, "met"), sum(HELD, "near"), sum(HELD, "all")];
		found += met;
		marked += sum(HELD, "own");
		listed += all;
		console.log(
			`gaps ${set}: recall ${(met / all).toFixed(3)} (${met} of ${all}; by the marked words alone ${(sum(HELD, "own") / all).toFixed(3)}; with any topic ${((met + near) / all).toFixed(3)})`,
		);
	}
	const score = { recall: found / listed, marked: marked / listed };
	console.log(
		`gaps: recall ${score.recall.toFixed(3)} (${found} of ${listed}; by the marked words alone ${score.marked.toFixed(3)}, ${marked})`,
	);
	return score;
}
