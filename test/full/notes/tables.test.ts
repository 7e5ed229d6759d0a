import { beforeAll, describe, expect, it } from "vitest";
import { openMeasuredSet } from "../../../scripts/lib/eval/open-pack";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { CodeSet } from "../../../utils/codesets/types";
import { tableRows } from "../../../utils/lexicon/tables";

let set: CodeSet;
beforeAll(() => {
	loadTables();
	set = openMeasuredSet(process.env.CHARTSIDE_SHARED);
});

/** A code that the official set does not have, or has as a header only. */
function fault(code: string): string | null {
	const row = set.find(code);
	if (row < 0) return `${code} is not in the set`;
	return set.billable(row) ? null : `${code} is a header`;
}

describe("codes named by the rules", () => {
	it.each([
		["rules/cues", ["code"]],
		["rules/history", ["personal", "family"]],
		["rules/long-term-drugs", ["code"]],
	] as const)("%s: all exist and are billable", (name, columns) => {
		const found = tableRows(name, [...columns] as string[]).flatMap(({ cells, line }) =>
			Object.values(cells)
				.filter((code) => code !== "")
				.flatMap((code) => {
					const cause = fault(code);
					return cause === null ? [] : [`data/${name}.tsv:${line}: ${cause}`];
				}),
		);
		expect(found).toEqual([]);
	});

	it("rules/combinations: what they give is billable", () => {
		const found = tableRows("rules/combinations", ["gives"]).flatMap(({ cells, line }) => {
			if (cells.gives === "-" || cells.gives.includes("$")) return [];
			const cause = fault(cells.gives);
			return cause === null ? [] : [`data/rules/combinations.tsv:${line}: ${cause}`];
		});
		expect(found).toEqual([]);
	});
});
