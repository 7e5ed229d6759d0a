import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWhole } from "../../../utils/notes/analyze";
import { neoplasmKeys } from "../../../utils/notes/dictionary/neoplasm-keys";
import { titleKeys } from "../../../utils/notes/dictionary/titles";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import { type WordForms, wordForms } from "../../../utils/notes/terms/word-forms";
import { smallSet } from "./small-set";

const FRACTURE = "Unspecified fracture of shaft of right tibia";
const ROWS: readonly (readonly [string, string, ...string[]])[] = [
	["C34", "Malignant neoplasm of bronchus and lung"],
	["C34.90", "Malignant neoplasm of unspecified part of unspecified bronchus or lung", "Cancer > lung"],
	["C61", "Malignant neoplasm of prostate", "Cancer > prostate", "Cancer > metastasis > prostate"],
	["C78", "Secondary malignant neoplasm of respiratory and digestive organs"],
	["C78.01", "Secondary malignant neoplasm of right lung", "Metastasis > right > lung"],
	["C78.7", "Secondary malignant neoplasm of liver and intrahepatic bile duct", "Metastasis > liver"],
	["C79", "Secondary malignant neoplasm of other and unspecified sites"],
	["C79.51", "Secondary malignant neoplasm of bone", "Metastasis > bone"],
	["C79.9", "Secondary malignant neoplasm of unspecified site", "Metastasis"],
	["H25", "Age-related cataract"],
	["H25.11", "Age-related nuclear cataract, right eye", "Cataract > nuclear"],
	["H33", "Retinal detachments and breaks"],
	["H33.0", "Retinal detachment with retinal break", "Detachment > retina > rhegmatogenous"],
	["H33.00", "Unspecified retinal detachment with retinal break"],
	["H33.001", "Unspecified retinal detachment with retinal break, right eye"],
	["H33.002", "Unspecified retinal detachment with retinal break, left eye"],
	["H33.009", "Unspecified retinal detachment with retinal break, unspecified eye"],
	["H33.01", "Retinal detachment with single break"],
	["H33.011", "Retinal detachment with single break, right eye"],
	["H33.012", "Retinal detachment with single break, left eye"],
	["H33.019", "Retinal detachment with single break, unspecified eye"],
	["J45", "Asthma"],
	["J45.90", "Unspecified asthma"],
	["J45.901", "Unspecified asthma with (acute) exacerbation", "Asthma > exacerbation"],
	["J45.909", "Unspecified asthma, uncomplicated", "Asthma"],
	["H26", "Other cataract"],
	["H26.9", "Unspecified cataract", "Cataract"],
	["M43", "Other deforming dorsopathies"],
	["M43.2", "Fusion of spine"],
	["M43.26", "Fusion of spine, lumbar region", "Fusion > lumbar"],
	["S82", "Fracture of lower leg, including ankle"],
	["S82.201", FRACTURE, "Fracture > tibia > shaft"],
	["S82.201A", `${FRACTURE}, initial encounter for closed fracture`],
	["S82.201B", `${FRACTURE}, initial encounter for open fracture type I or II`],
	["S82.201K", `${FRACTURE}, subsequent encounter for closed fracture with nonunion`],
	["S82.201S", `${FRACTURE}, sequela`],
];

let reader: NoteReader;
let forms: WordForms;
beforeAll(() => {
	loadTables();
	forms = wordForms();
	reader = openReader(smallSet(ROWS));
});

const codes = (text: string): string[] =>
	readWhole(reader, { text }, { depth: "all" })
		.suggestions.filter(({ status }) => status === "affirmed")
		.map(({ code }) => code)
		.sort();

describe("a cancer that has spread", () => {
	it('names its places after "to", each of them', () => {
		expect(codes("ASSESSMENT: Metastatic prostate cancer to liver and bone.")).toEqual([
			"C61",
			"C78.7",
			"C79.51",
		]);
		expect(codes("ASSESSMENT: Prostate cancer metastatic to the bone.")).toEqual(["C61", "C79.51"]);
	});

	it("has a code of its own when no place is told", () => {
		expect(codes("ASSESSMENT: Metastatic prostate cancer.")).toEqual(["C61", "C79.9"]);
		expect(codes("ASSESSMENT: Prostate cancer. No metastatic disease.")).toEqual(["C61"]);
	});

	it("gives its side to the place, not to the primary", () => {
		expect(codes("ASSESSMENT: Lung cancer, metastatic to the right lung.")).toContain("C78.01");
	});

	it("is the primary where the place is one that cancers start in", () => {
		const parts = (site: string, column: string): string[][] =>
			neoplasmKeys(["Neoplasm", site, column], forms);
		const said = (keys: string[][]): string[] => keys.map((set) => set.join(" "));
		expect(said(parts("colon", "Malignant Primary"))).toContain("colon metastasis cancer");
		expect(said(parts("colon", "Malignant Secondary"))).toEqual(["colon metastasis"]);
		expect(said(parts("liver", "Malignant Secondary"))).toContain("liver metastasis cancer");
	});
});

describe("names that are no names", () => {
	it("a bracket inside a title stands for the word before it", () => {
		const said = titleKeys("Fourth [trochlear] nerve palsy", forms);
		expect(said.map((keys) => keys.length)).toEqual([3, 3]);
		expect(said.map((keys) => keys.includes("trochlear"))).toEqual([false, true]);
	});

	it("a bracket of a history stays a history", () => {
		const said = titleKeys("Personal history of in-situ neoplasm of cervix [CIN III]", forms);
		expect(said.map((keys) => keys.join(" "))).not.toContain("cin iii");
	});

	it("an operation is no condition", () => {
		expect(codes("PROCEDURE: Lumbar fusion.")).not.toContain("M43.26");
		expect(codes("ASSESSMENT: Congenital lumbar fusion.")).toContain("M43.26");
	});
});

describe("how a fracture stands", () => {
	it.each([
		["ASSESSMENT: Nonunion, right tibia shaft fracture.", "S82.201K"],
		["ASSESSMENT: Right tibia shaft fracture, open grade I.", "S82.201B"],
		["ASSESSMENT: Open reduction of right tibia shaft fracture.", "S82.201A"],
		["ASSESSMENT: Right tibia shaft fracture.", "S82.201A"],
	])("%j is %s", (text, code) => {
		expect(codes(text)).toContain(code);
	});
});

it("a kind of cataract told elsewhere takes the cataract without kind over", () => {
	const found = codes("EXAM: Nuclear cataract, right eye.\n\nASSESSMENT: Cataract.");
	expect(found).toContain("H25.11");
	expect(found).not.toContain("H26.9");
});

it("a side that stands last in the titles is not guessed", () => {
	expect(codes("ASSESSMENT: Rhegmatogenous retinal detachment.")).toEqual(["H33.009"]);
	expect(codes("ASSESSMENT: Rhegmatogenous retinal detachment, left eye.")).toEqual(["H33.002"]);
});

it("an attack of long ago does not make the present condition more specific", () => {
	const found = codes("HPI: Last asthma exacerbation was 3 years ago.\n\nASSESSMENT: Asthma.");
	expect(found).toContain("J45.909");
	expect(found).not.toContain("J45.901");
});

it("a preoperative diagnosis gives way to the postoperative ones", () => {
	const selected = (text: string): string[] =>
		readWhole(reader, { text }, { depth: "all", kind: "procedure" })
			.suggestions.filter((suggestion) => suggestion.selected)
			.map(({ code }) => code);
	const text = "PREOPERATIVE DIAGNOSIS: Asthma.\n\nPOSTOPERATIVE DIAGNOSIS: Prostate cancer.\n";
	expect(selected(text)).toContain("C61");
	expect(selected(text)).not.toContain("J45.909");
	expect(selected(text.replace("Prostate cancer", "Same"))).toContain("J45.909");
});

it("a line of pathology is one with the place that heads it", () => {
	expect(codes("FINAL DIAGNOSIS:\nProstate: adenocarcinoma.")).toContain("C61");
	expect(codes("PLAN:\nProstate: adenocarcinoma of the lung.")).not.toContain("C61");
});
