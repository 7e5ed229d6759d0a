import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

/** Codes of an assessment that are not denied, in rising order. */
function codesOf(words: string): string[] {
	return readWhole(reader, { text: `ASSESSMENT:\n${words}\n` }, { depth: "all" })
		.suggestions.filter(({ status }) => status !== "negated")
		.map(({ code }) => code)
		.sort();
}

describe("what a drug caused", () => {
	it.each([
		["Rash. Due to amoxicillin.", ["L27.0", "T36.0X5A"]],
		["Constipation.\nOpioid-induced.", ["K59.03", "T40.2X5A"]],
		["Nausea. A side effect of metformin.", ["R11.0", "T38.3X5A", "Z79.84"]],
		["Cough. It is from the lisinopril.", ["R05.8", "T46.4X5A", "Z79.899"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});

	it.each([
		["Cough, perhaps from lisinopril.", "T46.4X5A"],
		["Rash, not from the amoxicillin.", "T36.0X5A"],
		["Cough.\nHypertension, on lisinopril.", "T46.4X5A"],
		["Cough. Dizziness is better since the change from lisinopril.", "T46.4X5A"],
	])("%s (no cause)", (words, code) => {
		expect(codesOf(words)).not.toContain(code);
	});
});

describe("a poisoning", () => {
	it.each([
		["Acetaminophen overdose. She wanted to die.", "T39.1X2A"],
		["Acetaminophen overdose, taken by accident. He denies any wish to die.", "T39.1X1A"],
		["Overdose of acetaminophen, unintentional.", "T39.1X1A"],
	])("%s", (words, code) => {
		expect(codesOf(words).filter((one) => one.startsWith("T"))).toEqual([code]);
	});
});

describe("a drug not taken", () => {
	it("has the reason beside it, and none without one", () => {
		const codes = codesOf("Hypertension. He ran out of lisinopril and cannot afford it.");
		expect(codes).toEqual(expect.arrayContaining(["T46.4X6A", "Z91.120"]));
		expect(codesOf("Hypertension. Lisinopril was stopped for a cough.")).not.toContain("T46.4X6A");
	});
});
