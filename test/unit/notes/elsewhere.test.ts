import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

/** Codes of a note that are not denied and not contradicted by another section, in rising order. */
function selected(text: string, start: string): string[] {
	return readWhole(reader, { text }, { depth: "all" })
		.suggestions.filter((one) => one.selected && one.code.startsWith(start))
		.map(({ code }) => code)
		.sort();
}

describe("a kind that stands in another section", () => {
	it("is heard where a list of what lasts tells it, with the state of the conclusion", () => {
		const pmh =
			"Past Medical History:\nCKD stage 3a.\n\nAssessment:\n1. Chronic kidney disease. Creatinine stable.";
		expect(selected(pmh, "N18")).toEqual(["N18.31"]);
		const asthma = "Past Medical History:\nMild intermittent asthma.\n\nAssessment:\n1. Asthma exacerbation.";
		expect(selected(asthma, "J45")).toEqual(["J45.21"]);
		const failure =
			"Hospital Course:\nShe has known diastolic heart failure.\n\nDischarge Diagnosis:\n1. Acute on chronic heart failure.";
		expect(selected(failure, "I50")).toEqual(["I50.33"]);
	});

	it("is not taken where sections disagree or a year dates it", () => {
		const two =
			"History of Present Illness:\nCKD stage 3a.\n\nPast Medical History:\nCKD stage 4.\n\nAssessment:\n1. Chronic kidney disease.";
		expect(selected(two, "N18")).toEqual(["N18.9"]);
		const dated = "Past Medical History:\nCKD stage 3a in 2019.\n\nAssessment:\n1. Chronic kidney disease.";
		expect(selected(dated, "N18")).toContain("N18.9");
	});
});

describe("a side", () => {
	it("is none of a condition in another region", () => {
		const text = "Assessment:\n1. Osteoarthritis, right knee.\n2. Shoulder pain.";
		const codes = readWhole(reader, { text }, { depth: "all" }).suggestions.map(({ code }) => code);
		expect(codes.filter((code) => code.startsWith("M25.51"))).toEqual(["M25.519"]);
		expect(selected("Assessment:\nOsteoarthritis of the knee.\nRight ankle sprain.", "M17")).toEqual([
			"M17.9",
		]);
	});

	it("of a part that is well says nothing", () => {
		const text =
			"Physical Exam:\nRight hand: positive Phalen at the wrist. Left hand normal.\n\nAssessment:\n1. Carpal tunnel syndrome.";
		expect(selected(text, "G56")).toEqual(["G56.01"]);
	});
});

it("a word that says how one condition is says nothing of the next", () => {
	expect(selected("Assessment:\nMigraine.\nIntractable nausea.", "G43")).toEqual(["G43.909"]);
});
