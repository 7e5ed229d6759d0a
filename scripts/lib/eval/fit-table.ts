import { writeFileSync } from "node:fs";
import type { Purpose } from "../../../utils/notes/select/model";
import { goldAt, outOfFold, type ReadGold, train } from "./folds";
import { CORE_SETS, VISIT_SETS } from "./gold";
import { add, count, f1, none, precision } from "./score";

const PURPOSES: readonly Purpose[] = ["core", "managed", "all", "order"];
/** Weights smaller than this change nothing that is shown. */
const LEAST = 0.015;

/** Precision asked of a selection, out of fold: a wrong preselected code costs a coder more than a missing one. */
const LEAST_PRECISION: Readonly<Record<Purpose, number>> = { core: 0.77, managed: 0.77, all: 0.73, order: 0 };

/** Cut-off with the best pooled F1 whose precision reaches LEAST_PRECISION on every set, out of fold. */
export function bestThreshold(
	notes: readonly ReadGold[],
	probabilities: readonly number[][],
	purpose: Purpose,
): number {
	const floor = LEAST_PRECISION[purpose];
	let best = 0.5;
	let bestFigure = -1;
	for (let t = 0.12; t < 0.8; t += 0.01) {
		const bySet = new Map<string, ReturnType<typeof none>>();
		notes.forEach(({ note, candidates }, i) => {
			if (!(purpose === "managed" ? VISIT_SETS : CORE_SETS).includes(note.set)) return;
			const gold = goldAt(note, purpose);
			const picked = candidates
				.filter((_, j) => ((probabilities[i] as number[])[j] as number) >= t)
				.map(({ code }) => code)
				.filter((code) => !note.acceptable.includes(code) || gold.includes(code));
			bySet.set(note.set, add(bySet.get(note.set) ?? none(), count(picked, gold)));
		});
		const sets = [...bySet.values()];
		const figure = sets.reduce((sum, c) => sum + f1(c), 0) / sets.length;
		const short = Math.max(0, ...sets.map((c) => floor - precision(c)));
		const value = figure - short;
		if (value > bestFigure) {
			bestFigure = value;
			best = t;
		}
	}
	return Math.round(best * 100) / 100;
}

/** Fits weights and cut-offs on all notes and writes data/rules/selection.tsv. */
export function writeSelection(file: string, notes: readonly ReadGold[], ridge: number): void {
	const weights = PURPOSES.map((purpose) => train(notes, purpose, ridge));
	const thresholds = PURPOSES.map((purpose) =>
		purpose === "order" ? 0 : bestThreshold(notes, outOfFold(notes, purpose, ridge), purpose),
	);
	const names = [...new Set(weights.flatMap((map) => [...map.keys()]))].sort();
	const lines = [
		"# Weights of the selection features, fitted by `npm run eval:notes -- --fit` over all coded sets together.",
		"# One column for each depth, and `order` for the place on the list. The row threshold holds the cut-offs.",
		["feature", ...PURPOSES].join("\t"),
		["threshold", ...thresholds].join("\t"),
	];
	for (const name of names) {
		const row = weights.map((map) => map.get(name) ?? 0);
		if (row.every((value) => Math.abs(value) < LEAST)) continue;
		lines.push([name, ...row.map((value) => value.toFixed(2))].join("\t"));
	}
	writeFileSync(file, `${lines.join("\n")}\n`);
}
