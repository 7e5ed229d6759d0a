import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { CodeSet } from "../../../utils/codesets/types";
import { checkCodes } from "../../../utils/edits/check";
import { parseMceLists } from "../../../utils/edits/mce/parse";
import { AGE_GROUPS, type AgeGroup, type MceLists } from "../../../utils/edits/mce/types";
import { officialSet } from "../codesets/official";

/** Our own tables of order and age against the lists of the Medicare Code Editor, and the checks with the lists loaded. */
let set: CodeSet;
let lists: MceLists;

beforeAll(() => {
	loadTables();
	set = officialSet("icd10cm-2026");
	const path = join(process.env.CHARTSIDE_SHARED ?? "", "codesets/extras/mce_edits.json");
	lists = parseMceLists("mce_edits.json", readFileSync(path, "utf8"));
});

const inSet = (codes: Iterable<string>) => [...codes].filter((code) => set.find(code) >= 0);
const rules = (code: string, ageYears: number | undefined, mce: MceLists | null) =>
	checkCodes(
		{ codes: [code], setting: "inpatient", ...(ageYears === undefined ? {} : { ageYears }) },
		[set],
		mce,
	).map(({ rule }) => rule);
const ORDER =
	/^(?:unacceptable-principal|never-first|external-cause-first|manifestation-order|adverse-effect-order|sequela-order)$/;

describe("the lists of the Medicare Code Editor", () => {
	it("are read whole", () => {
		expect(lists.principal.size).toBeGreaterThan(2600);
		expect(lists.manifestation.size).toBeGreaterThan(400);
		expect(Object.values(lists.ages).map((codes) => codes.size)).toEqual([42, 125, 2543, 856]);
	});

	it("decide when they are loaded: every code of theirs is found", () => {
		const unseen = [...inSet(lists.principal), ...inSet(lists.manifestation)].filter(
			(code) => !rules(code, undefined, lists).some((rule) => ORDER.test(rule)),
		);
		expect(unseen).toEqual([]);
	});

	it("agree with our own list of manifestations", () => {
		const unseen = inSet(lists.manifestation).filter(
			(code) => !rules(code, undefined, null).some((rule) => ORDER.test(rule)),
		);
		expect(unseen.length).toBeLessThanOrEqual(4);
	});

	it("agree with our own ages for most of their codes", () => {
		for (const group of Object.keys(AGE_GROUPS) as AgeGroup[]) {
			const { min, max } = AGE_GROUPS[group];
			const wrongAge = max < 100 ? max + 1 : min - 1;
			const codes = inSet(lists.ages[group]);
			const found = (mce: MceLists | null) =>
				codes.filter((code) => rules(code, wrongAge, mce).includes("age-conflict"));
			expect(found(lists).length).toBe(codes.length);
			if (group !== "pediatric") expect(found(null).length / codes.length).toBeGreaterThan(0.8);
		}
	});
});
