import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWhole } from "../../../utils/notes/analyze";
import { adultIndexCode } from "../../../utils/notes/choose/fact-codes";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import type { AnalyzeOptions, Suggestion } from "../../../utils/notes/types";
import { smallSet } from "./small-set";

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = openReader(smallSet());
});

const read = (text: string, options?: AnalyzeOptions): Suggestion[] =>
	readWhole(reader, { text }, options).suggestions;
const codes = (text: string, options?: AnalyzeOptions): string[] =>
	read(text, options).map(({ code }) => code);
const find = (text: string, code: string): Suggestion => {
	const found = read(text).find((suggestion) => suggestion.code === code);
	if (found === undefined) throw new Error(`${code} is not among ${codes(text).join(", ")}`);
	return found;
};

describe("the code that the words name", () => {
	it.each([
		["ASSESSMENT:\n1. Left ureteral stone.", "N20.1"],
		["ASSESSMENT:\n1. Stones in the left kidney.", "N20.0"],
		["ASSESSMENT:\n1. Cataract, right eye.", "H26.9"],
		["ASSESSMENT: Essential hypertension, at goal.", "I10"],
		["IMPRESSION: Fracture of the distal left radius.", "S52.502A"],
		["Imp: pneumonia", "J18.9"],
		["ASSESSMENT: Hyperlipidaemia.", "E78.5"],
		["ASSESSMENT: Conjunctivitis, bilateral.", "H10.9"],
	])("%j is %s", (text, code) => {
		expect(codes(text)).toContain(code);
	});

	it("takes the side from the phrase, and none when there is none", () => {
		expect(codes("ASSESSMENT: Left knee pain.")).toContain("M25.562");
		expect(codes("ASSESSMENT: Knee pain.")).toContain("M25.569");
		expect(codes("ASSESSMENT: Knee pain.")).not.toContain("M25.561");
	});

	it("takes a man for a man and not for an abbreviation", () => {
		expect(codes("HPI: 55 y/o man with a cough. Men in the family are well.")).not.toContain("E31.20");
		expect(codes("ASSESSMENT: Multiple endocrine neoplasia.")).toContain("E31.20");
	});

	it("guesses no side where the index names the group of both", () => {
		expect(codes("ASSESSMENT: Shoulder pain.")).toContain("M25.519");
		expect(codes("ASSESSMENT: Left shoulder pain.")).toContain("M25.512");
		const both = codes("ASSESSMENT: Bilateral shoulder pain.");
		expect(both).toContain("M25.511");
		expect(both).toContain("M25.512");
	});

	it("codes both sides where there is no bilateral code", () => {
		const found = codes("ASSESSMENT: Bilateral knee pain.");
		expect(found).toContain("M25.561");
		expect(found).toContain("M25.562");
	});

	it("takes a stage only from the note", () => {
		expect(codes("ASSESSMENT: Chronic kidney disease, stage IIIb.")).toContain("N18.32");
		expect(codes("ASSESSMENT: Chronic kidney disease stage 3a.")).toContain("N18.31");
		expect(codes("ASSESSMENT: Chronic kidney disease.")).toContain("N18.9");
	});

	it("prefers the part that the note says to the whole that it lies in", () => {
		const found = codes("ASSESSMENT: Contusion of the breast.");
		expect(found).toContain("S20.0");
		expect(found).not.toContain("S30.1");
	});

	it("does not take an unnamed kind for an other one because its place is told", () => {
		expect(codes("ASSESSMENT: Osteomyelitis of the left foot.")).toEqual(["M86.9"]);
	});

	it("hears a denial that a title asks for, and one that belongs to a name", () => {
		expect(codes("ASSESSMENT: Concussion without loss of consciousness.")).toContain("S06.00");
		expect(codes("ASSESSMENT: Concussion.")).toContain("S06.09");
		expect(find("ASSESSMENT: Non-Hodgkin lymphoma.", "C85.90").status).toBe("affirmed");
	});

	it("takes an adult's body mass index from its number, beside a diagnosis of weight", () => {
		expect(adultIndexCode(18.5)).toBe("Z68.1");
		expect(adultIndexCode(33.4)).toBe("Z68.33");
		expect(adultIndexCode(42)).toBe("Z68.41");
		expect(adultIndexCode(71)).toBe("Z68.45");
	});

	it("never lets a denied word choose", () => {
		const found = codes("ASSESSMENT: Heart failure. No acute systolic dysfunction.");
		expect(found).toContain("I50.9");
		expect(found).not.toContain("I50.21");
	});

	it("reads a slip of one letter in a long word", () => {
		expect(codes("ASSESSMENT: Hypertnsion.")).toContain("I10");
	});

	it("codes a later visit of an injury as subsequent", () => {
		expect(
			codes("FRACTURE CLINIC FOLLOW UP\nASSESSMENT: Fracture of the distal right radius, healing."),
		).toContain("S52.501D");
	});
});

describe("rules over several findings", () => {
	it("reads hypertension with heart failure and kidney disease as one", () => {
		const found = codes(
			"ASSESSMENT:\n1. Hypertension.\n2. Heart failure.\n3. Chronic kidney disease stage 4.",
		);
		expect(found).toContain("I13.0");
		expect(found).toContain("I50.9");
		expect(found).toContain("N18.4");
		expect(found).not.toContain("I10");
	});

	it("links diabetes with chronic kidney disease", () => {
		const found = codes("ASSESSMENT:\n1. Type 2 diabetes.\n2. Chronic kidney disease stage 4.");
		expect(found).toContain("E11.22");
		expect(found).not.toContain("E11.9");
	});

	it("gives the vague mention to the specific code", () => {
		const text = "HPI: Known heart failure.\nASSESSMENT: Systolic heart failure.";
		expect(codes(text)).not.toContain("I50.9");
		expect(find(text, "I50.20").spans.length).toBeGreaterThan(1);
	});

	it("turns a relative's and a past cancer into history codes", () => {
		expect(codes("FAMILY HISTORY: Mother had breast cancer.")).toContain("Z80.3");
		expect(codes("PAST MEDICAL HISTORY: History of breast cancer, treated 1998.")).toContain("Z85.3");
	});
});

describe("a suggestion", () => {
	it("shows every supporting span with its status and section", () => {
		const text = "HPI: She denies cough.\nASSESSMENT: Pneumonia. Pneumonia is improving.";
		const pneumonia = find(text, "J18.9");
		expect(pneumonia.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
			"Pneumonia",
			"Pneumonia",
		]);
		expect(pneumonia.spans[0]?.section).toBe("ASSESSMENT");
		const cough = read(text).find(({ code }) => code === "R05.9");
		expect(cough?.selected ?? false).toBe(false);
		for (const span of cough?.spans ?? []) expect(span.status).toBe("negated");
	});

	it("names the section that the words of its reason stand in, and leads with these words", () => {
		const text =
			"CHIEF COMPLAINT: Follow-up of diabetes.\nASSESSMENT:\n1. Chronic kidney disease stage 3b due to type 2 diabetes.";
		const linked = find(text, "E11.22");
		expect(linked.reasons[0]?.text).toMatch(/^“Chronic kidney disease stage 3b” in ASSESSMENT$/i);
		const leading = linked.spans.filter((span) => span.leading);
		expect(leading.map(({ start, end }) => text.slice(start, end))).toEqual([
			"Chronic kidney disease stage 3b",
		]);
		expect(linked.spans[0]?.leading).toBeUndefined();
	});

	it("says why it is there and what would be more specific", () => {
		const pain = find("ASSESSMENT: Knee pain.", "M25.569");
		expect(pain.reasons[0]?.source).toContain("index: Pain › knee");
		expect(pain.moreSpecific.map(({ code, needs }) => `${code} ${needs}`)).toEqual([
			"M25.561 right",
			"M25.562 left",
		]);
	});

	it("is not selected when uncertain in the outpatient setting", () => {
		const text = "ASSESSMENT: Probable pneumonia.";
		const { suggestions } = readWhole(reader, { text }, { setting: "outpatient" });
		expect(suggestions.find(({ code }) => code === "J18.9")).toMatchObject({
			selected: false,
			group: "not-current",
			status: "uncertain",
		});
	});

	it("comes in the same order and words every time", () => {
		const text = "ASSESSMENT:\n1. Hypertension.\n2. Type 2 diabetes.\n3. Chest pain.";
		expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
	});
});

describe("kind and setting", () => {
	it.each([
		["DISCHARGE SUMMARY\nHospital course: uneventful.", "discharge", "inpatient"],
		[
			"OPERATIVE REPORT\nPREOPERATIVE DIAGNOSIS: Cataract.\nPOSTOPERATIVE DIAGNOSIS: Same.",
			"procedure",
			"outpatient",
		],
		["ED PROVIDER NOTE\nChest pain since midnight.", "ed", "outpatient"],
		["CHIEF COMPLAINT: cough\nASSESSMENT: cough", "office", "outpatient"],
	])("guesses %j", (text, kind, setting) => {
		expect(readWhole(reader, { text })).toMatchObject({
			kind,
			setting,
			kindGuessed: true,
			settingGuessed: true,
		});
	});

	it("does not guess what is given", () => {
		const reading = readWhole(
			reader,
			{ text: "ASSESSMENT: cough" },
			{ kind: "consult", setting: "inpatient" },
		);
		expect(reading).toMatchObject({
			kind: "consult",
			setting: "inpatient",
			kindGuessed: false,
			settingGuessed: false,
		});
	});
});
