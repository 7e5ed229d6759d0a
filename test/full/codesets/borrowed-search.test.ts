import { expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readQueries, score } from "../../../scripts/lib/search-scores";
import { openSearch } from "../../../utils/search/search";
import { officialSet } from "./official";

/** Queries of each development set: enough for half a point. Spelling does not depend on the edition. */
const MOST = 200;
const SETS = ["gems", "doid", "phrases"] as const;

it("FY2027 with borrowed notes and index is searched as well as FY2026, within one point", () => {
	loadTables();
	const before = officialSet("icd10cm-2026");
	const after = openSearch(officialSet("icd10cm-2027", before));
	const own = openSearch(before);
	const queries = readQueries(process.env.CHARTSIDE_SHARED ?? "");
	for (const name of SETS) {
		const asked = (queries[name] ?? []).slice(0, MOST);
		expect(asked.length).toBeGreaterThan(50);
		const [left, right] = [score(own, asked), score(after, asked)];
		for (const at of ["at1", "at5", "at10"] as const) {
			expect(Math.abs(right[at] - left[at]), `${name} ${at}`).toBeLessThanOrEqual(0.01);
		}
	}
});
