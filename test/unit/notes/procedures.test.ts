import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { NoteReader } from "../../../utils/notes/reader";
import { procedureReader, proceduresIn } from "./procedure-reader";

/** Made-up numbers and names: what is tested is how a note's words find them. */
const PROCEDURES = [
	["10001", "Removal of gallbladder through the scope", "laparoscopic cholecystectomy"],
	["10002", "Removal of appendix through the scope", "laparoscopic appendectomy"],
	["10003", "Cataract removal with lens", "phacoemulsification with intraocular lens"],
	["10004", "Colonoscopy, diagnostic"],
	["10005", "Colonoscopy with snare removal of polyp", "snare polypectomy"],
	["10006", "Needle biopsy of liver", "percutaneous liver biopsy"],
	["10007", "Upper endoscopy, diagnostic", "EGD"],
	["10008", "Upper endoscopy with snare removal of polyp", "EGD with snare polypectomy"],
	["10009", "Epidural injection, lower back, without imaging"],
	["10010", "Epidural injection, lower back, with imaging"],
	["10011", "Left heart catheterization"],
	["10012", "Right heart catheterization"],
	["49000", "Exploration of the abdomen", "exploratory laparotomy"],
	["44120", "Removal of small bowel", "small bowel resection"],
	["10014", "Tetanus, diphtheria and pertussis vaccine, 7 or older", "Tdap"],
	["10015", "Large joint injection or aspiration", "corticosteroid injection of knee"],
	["10016", "Complete blood count with differential", "CBC with differential"],
	["10013", "Balloon opening of artery, not heart or brain", "transluminal balloon angioplasty"],
] as const;

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = procedureReader(PROCEDURES);
});

const procedures = (text: string) => proceduresIn(reader, text);

describe("procedures", () => {
	it.each([
		["OPERATIVE REPORT\nPROCEDURE PERFORMED: Laparoscopic cholecystectomy.\nFINDINGS: Stones.", "10001"],
		["PROCEDURE: Phacoemulsification of cataract with intraocular lens implantation, right eye.", "10003"],
		["PROCEDURE PERFORMED: Colonoscopy with snare polypectomy.\nANESTHESIA: sedation.", "10005"],
		["TITLE OF PROCEDURE: Percutaneous liver biopsy.\nANESTHESIA: local.", "10006"],
	])("%j names %s first", (text, code) => {
		expect(procedures(text)[0]?.code).toBe(code);
	});

	it("puts a number that the note writes first, and selects it", () => {
		const [first] = procedures(
			"PROCEDURE: Colonoscopy with snare polypectomy (CPT 10004).\nANESTHESIA: sedation.",
		);
		expect(first).toMatchObject({ code: "10004", selected: true });
	});

	it("points at the words", () => {
		const text = "PROCEDURE PERFORMED: Laparoscopic cholecystectomy.";
		const words = procedures(text)[0]?.spans.map(({ start, end }) => text.slice(start, end)) ?? [];
		expect(words).toContain("cholecystectomy");
	});

	it("are not made up for a visit without one", () => {
		expect(procedures("CHIEF COMPLAINT: Cough.\nASSESSMENT: Pneumonia.\nPLAN: Antibiotics.")).toEqual([]);
	});

	it("are read in one title at a time", () => {
		const found = procedures(
			"PROCEDURE PERFORMED:\n1. EGD.\n2. Colonoscopy with snare polypectomy.\nANESTHESIA: sedation.",
		);
		expect(found.filter(({ selected }) => selected).map(({ code }) => code)).toEqual(["10005", "10007"]);
	});

	it.each([
		["PROCEDURE: Lumbar epidural injection under fluoroscopy.", "10010"],
		["PROCEDURE: Epidural injection, lower back.", "10009"],
		["PROCEDURE: Right heart catheterization.\nFINDINGS: The left ventricle was not entered.", "10012"],
		["PROCEDURE: Left heart catheterization through the right femoral artery.", "10011"],
		["EXAM: CT liver biopsy, percutaneous, 2 views.\nFINDINGS: None.", "10006"],
	])("%j names %s first: what is left out, the side, the study", (text, code) => {
		expect(procedures(text)[0]?.code).toBe(code);
	});

	it("leave out what the name says it is not", () => {
		const [first] = procedures("PROCEDURE: Transluminal balloon angioplasty of the heart.");
		expect(first?.selected ?? false).toBe(false);
	});

	it("count a look as part of the operation", () => {
		const found = procedures("PROCEDURE: Exploratory laparotomy with small bowel resection.");
		expect(found.map(({ code }) => code).slice(0, 2)).toEqual(["44120", "49000"]);
		expect(found.filter(({ selected }) => selected).map(({ code }) => code)).toEqual(["44120"]);
	});

	it("are named by the first sentence of a long description, not by all of it", () => {
		const story = "The colonoscope was advanced and a polyp was removed with a snare. ".repeat(14);
		const found = procedures(`PROCEDURE: Percutaneous liver biopsy. ${story}`);
		expect(found.filter(({ selected }) => selected).map(({ code }) => code)).toEqual(["10006"]);
	});

	it("do not take any five digits for a number", () => {
		const text = "PROCEDURE PERFORMED: Laparoscopic cholecystectomy.\nREFERRED FROM: Springfield 44120.";
		expect(procedures(text).map(({ code }) => code)).not.toContain("44120");
	});

	it.each([
		["Corticosteroid injection of the right knee was performed today.", "10015"],
		["CBC with differential ordered.", "10016"],
	])("are listed, not selected, for a visit whose plan says %j", (sentence, code) => {
		const found = procedures(`CHIEF COMPLAINT: Knee pain.\nASSESSMENT: Arthritis.\nPLAN: ${sentence}`);
		expect(found.map((one) => one.code)).toContain(code);
		expect(found.filter(({ selected }) => selected)).toEqual([]);
	});

	it.each([
		"He had a laparoscopic cholecystectomy in 2019.",
		"Status post laparoscopic cholecystectomy.",
		"Refer for laparoscopic cholecystectomy.",
		"She declined a laparoscopic cholecystectomy.",
	])("are not listed for a visit that says %j", (sentence) => {
		expect(procedures(`CHIEF COMPLAINT: Pain.\nASSESSMENT: Gallstones.\nPLAN: ${sentence}`)).toEqual([]);
	});

	it.each([
		["digits", "1".repeat(200_000)],
		["points", `PROCEDURE: ${"1.".repeat(100_000)}`],
		["sentences", `PLAN: ${"knee; ".repeat(5_000)}`],
	])("are not sought without end in a flood of %s", (_, text) => {
		expect(procedures(text).length).toBeLessThan(13);
	});
});
