import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { scoreGaps } from "../../../scripts/lib/findings/gaps";
import { scoreGolden } from "../../../scripts/lib/findings/golden";
import { noteLoad } from "../../../scripts/lib/findings/load";
import { loadTables } from "../../../scripts/lib/load-tables";
import { wordingFaults } from "../../../utils/documentation/wording";
import { createEngine, type Engine } from "../../../utils/engine/engine";
import { officialSet } from "../codesets/official";

/** Documentation findings over the full FY2026 set: the golden notes, the listed gaps, and how much a note gets. */
const shared = process.env.CHARTSIDE_SHARED ?? "";
const golden = readFileSync(join(import.meta.dirname, "../../golden/findings.jsonl"), "utf8");

let engine: Engine;
beforeAll(() => {
	loadTables();
	engine = createEngine([officialSet("icd10cm-2026")]);
});

describe("documentation findings, full FY2026", () => {
	it("are right and found on the golden notes", () => {
		const { precision, recall, notes } = scoreGolden(engine, golden, true);
		expect(notes).toBeGreaterThanOrEqual(120);
		expect(precision).toBeGreaterThanOrEqual(0.95);
		expect(recall).toBeGreaterThanOrEqual(0.85);
	});

	it("are few, and quote their note", () => {
		for (const { mean, p90 } of noteLoad(engine, shared, ["aci", "gp", "mixed"])) {
			expect(mean).toBeLessThanOrEqual(3);
			expect(p90).toBeLessThanOrEqual(6);
		}
	});

	it("find half of what a reader listed", () => {
		const { recall, marked } = scoreGaps(engine, shared, false);
		expect(recall).toBeGreaterThanOrEqual(0.5);
		expect(marked).toBeGreaterThan(0.45);
	});

	it("hold to the wording rules in every text", () => {
		const faults = golden
			.split("\n")
			.filter(Boolean)
			.flatMap((line) => {
				const { text, kind, setting } = JSON.parse(line);
				return engine.analyze({ text }, { kind, setting }).findings;
			})
			.flatMap(({ rule, query, quote, indicators }) =>
				wordingFaults(query, [quote, ...indicators.map((one) => one.quote)]).map(
					({ pattern }) => `${rule}: ${pattern}`,
				),
			);
		expect(faults).toEqual([]);
	});
});
