import { hasTable, tableRows } from "../../lexicon/tables";
import type { Depth } from "../types";
import type { Features } from "./features";

/** What is predicted: selection at a depth, or the place on the list (core or stated as uncertain). */
export type Purpose = Depth | "order";

/** Weights of the selection features, one set per purpose. */
export interface SelectionModel {
	weights: ReadonlyMap<string, Readonly<Record<Purpose, number>>>;
	/** Probability from which a code is selected. */
	thresholds: Readonly<Record<Purpose, number>>;
}

const NAME = "rules/selection";

/** Reads data/rules/selection.tsv: feature, core, managed, all, order; the row "threshold" holds the cut-offs. */
export function selectionModel(): SelectionModel {
	const weights = new Map<string, Record<Purpose, number>>();
	let thresholds: Record<Purpose, number> = { core: 0.5, managed: 0.5, all: 0.5, order: 0 };
	if (!hasTable(NAME)) return { weights, thresholds };
	for (const { cells } of tableRows(NAME, ["feature", "core", "managed", "all", "order"])) {
		const row = {
			core: Number(cells.core),
			managed: Number(cells.managed),
			all: Number(cells.all),
			order: Number(cells.order),
		};
		if (cells.feature === "threshold") thresholds = row;
		else weights.set(cells.feature, row);
	}
	return { weights, thresholds };
}

/** Probability (0 to 1) that a coder reports the candidate. */
export function probability(model: SelectionModel, features: Features, purpose: Purpose): number {
	let sum = 0;
	for (const [name, value] of features) sum += (model.weights.get(name)?.[purpose] ?? 0) * value;
	return 1 / (1 + Math.exp(-sum));
}
