import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

describe("one condition told in two places of a note", () => {
	it.each([
		[
			"HPI: He has moderate persistent asthma.\n\nASSESSMENT:\n1. Asthma exacerbation.",
			["J45.41"],
			["J45.40", "J45.901"],
		],
		[
			"ASSESSMENT:\n1. Rheumatoid arthritis, seropositive: active in hands, wrists and feet",
			["M05.79"],
			["M05.739", "M05.749"],
		],
		[
			"HPI: The sore on his right forearm which I shaved came back as squamous cell carcinoma.\n\n" +
				"ASSESSMENT:\n1. Squamous cell carcinoma.",
			["C44.622"],
			["C44.92", "C44.529"],
		],
		[
			"HPI: Bipolar since 25 after a manic episode.\n\nASSESSMENT:\n1. Bipolar I disorder, depressed, moderate",
			["F31.32"],
			["F31.12"],
		],
		["ASSESSMENT:\n1. Pain due to her lung disease.", [], ["E74.09"]],
	])("%s", (text, wanted, unwanted) => {
		const codes = readWhole(reader, { text }, { depth: "all" }).suggestions.map(({ code }) => code);
		for (const code of wanted) expect(codes).toContain(code);
		for (const code of unwanted) expect(codes).not.toContain(code);
	});
});

it("a code that stands behind its cause takes no place of the cause", () => {
	const text = "ASSESSMENT:\n1. Alcoholic cirrhosis with ascites.\n2. Esophageal varices.";
	const codes = readWhole(reader, { text }, { depth: "all" }).suggestions.map(({ code }) => code);
	expect(codes.slice(0, 2)).toEqual(["K70.31", "I85.10"]);
});

it("an infection named for its vaccine, and a warning sign, choose no code", () => {
	const text =
		"ASSESSMENT:\n1. Pneumonia. RSV and pneumococcal vaccines next visit.\n2. Carotid stenosis. He knows the signs of a stroke.";
	const codes = readWhole(reader, { text }, { depth: "all" })
		.suggestions.filter(({ selected }) => selected)
		.map(({ code }) => code);
	expect(codes).toContain("J18.9");
	expect(codes.filter((code) => /^(?:J12|J13|I63)/.test(code))).toEqual([]);
});
