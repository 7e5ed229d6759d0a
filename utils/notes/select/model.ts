import { tableRows } from "../../lexicon/tables";
import type { Depth } from "../types";
import type { Features } from "./features";

/** Weights of the selection features, one set per depth. */
export interface SelectionModel {
	weights: Map<string, Record<Depth, number>>;
	/** Probability from which a code is selected. */
	thresholds: Record<Depth, number>;
}

const EMPTY: SelectionModel = { weights: new Map(), thresholds: { core: 0.5, managed: 0.5, all: 0.5 } };

/** Reads data/rules/selection.tsv: feature, core, managed, all; the row "threshold" holds the cut-offs. */
export function selectionModel(name = "rules/selection"): SelectionModel {
	const model: SelectionModel = { weights: new Map(), thresholds: { ...EMPTY.thresholds } };
	for (const { cells } of tableRows(name, ["feature", "core", "managed", "all"])) {
		const row = { core: Number(cells.core), managed: Number(cells.managed), all: Number(cells.all) };
		if (cells.feature === "threshold") model.thresholds = row;
		else model.weights.set(cells.feature, row);
	}
	return model;
}

/** Probability (0 to 1) that a coder reports the candidate at this depth. */
export function probability(model: SelectionModel, features: Features, depth: Depth): number {
	let sum = 0;
	for (const [name, value] of features) sum += (model.weights.get(name)?.[depth] ?? 0) * value;
	return 1 / (1 + Math.exp(-sum));
}
