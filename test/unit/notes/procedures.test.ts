import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWhole } from "../../../utils/notes/analyze";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import type { Suggestion } from "../../../utils/notes/types";
import { smallSet } from "./small-set";

/** Made-up numbers and names: what is tested is how a note's words find them. */
const PROCEDURES = [
	["10001", "Removal of gallbladder through the scope", "laparoscopic cholecystectomy"],
	["10002", "Removal of appendix through the scope", "laparoscopic appendectomy"],
	["10003", "Cataract removal with lens", "phacoemulsification with intraocular lens"],
	["10004", "Colonoscopy, diagnostic"],
	["10005", "Colonoscopy with snare removal of polyp", "snare polypectomy"],
	["10006", "Needle biopsy of liver", "percutaneous liver biopsy"],
] as const;

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = openReader(smallSet(), [smallSet(PROCEDURES, "CPT")]);
});

const procedures = (text: string): Suggestion[] =>
	readWhole(reader, { text }).suggestions.filter(({ system }) => system === "CPT");

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
});
