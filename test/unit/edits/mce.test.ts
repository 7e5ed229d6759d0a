import { beforeAll, describe, expect, it } from "vitest";
import type { CodeSet } from "../../../utils/codesets/types";
import { checkCodes } from "../../../utils/edits/check";
import { parseMceLists } from "../../../utils/edits/mce/parse";
import { smallSet } from "./small-set";

let set: CodeSet;
beforeAll(() => {
	set = smallSet();
});

const TEXT = [
	"1. Age conflict",
	"A. Newborn diagnoses",
	"\tZ3800\tSingle liveborn infant",
	"D. Adult diagnoses",
	"\tI10\tHypertension, for this test",
	"Unacceptable principal diagnosis",
	"\tE66.9\tObesity, for this test",
	"Sex conflict",
	"\tnot a code at all\tpassed over with its list",
	"Manifestation code as principal diagnosis",
	"\tI43\tCardiomyopathy",
].join("\r\n");

describe("lists of the Medicare Code Editor", () => {
	it("reads the definitions text", () => {
		const lists = parseMceLists("mce.txt", `\uFEFF${TEXT}`);
		expect([...lists.principal]).toEqual(["E669"]);
		expect([...lists.manifestation]).toEqual(["I43"]);
		expect([...lists.ages.newborn]).toEqual(["Z3800"]);
		expect([...lists.ages.adult]).toEqual(["I10"]);
	});

	it("reads one array per list from JSON", () => {
		const json = JSON.stringify({ codes: { age_adult: [{ code: "I10" }], unacceptable_pdx: ["E669"] } });
		const lists = parseMceLists("mce.json", json);
		expect([[...lists.ages.adult], [...lists.principal]]).toEqual([["I10"], ["E669"]]);
	});

	it("names file, line and cause", () => {
		expect(() => parseMceLists("mce.txt", "Adult diagnoses\n\tI10\tx\n\tten\ty")).toThrow(
			"mce.txt:3: “ten” is not a code",
		);
		expect(() => parseMceLists("mce.json", '{"codes":{"adult":[{}]}}')).toThrow(
			"mce.json: adult[0] is not a code",
		);
		expect(() => parseMceLists("other.txt", "Dear reader")).toThrow(
			"other.txt: no list of the Medicare Code Editor in it",
		);
	});

	it("stands in for our own tables in the checks", () => {
		const lists = parseMceLists("mce.txt", TEXT);
		const rules = (codes: string[], ageYears?: number) =>
			checkCodes({ codes, setting: "inpatient", ...(ageYears ? { ageYears } : {}) }, [set], lists).map(
				(one) => one.rule,
			);
		expect(rules(["E66.9"])).toEqual(["unacceptable-principal"]);
		expect(rules(["Z86.73"])).toEqual([]);
		expect(rules(["I10"], 7)).toEqual(["age-conflict"]);
	});
});
