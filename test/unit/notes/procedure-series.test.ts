import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { NoteReader } from "../../../utils/notes/reader";
import { procedureReader, proceduresIn } from "./procedure-reader";

/** Made-up numbers: rows that differ only in a size, an age, a count, contrast or a side. */
const SERIES = [
	["20001", "Excision of benign skin lesion of trunk or limbs, 0.5 cm or less"],
	["20002", "Excision of benign skin lesion of trunk or limbs, 0.6 to 1.0 cm"],
	["20003", "Excision of benign skin lesion of trunk or limbs, 1.1 to 2.0 cm"],
	["20004", "Excision of benign skin lesion of trunk or limbs, over 4.0 cm"],
	["20011", "Excision of benign skin lesion of scalp, neck, hands or feet, 1.1 to 2.0 cm"],
	["20021", "Skin substitute graft on trunk or limbs, 100 sq cm or less"],
	["20022", "Skin substitute graft on trunk or limbs, over 100 sq cm"],
	["20031", "Vaginal hysterectomy, 250 g or less"],
	["20032", "Vaginal hysterectomy, over 250 g"],
	["20101", "Removal of tonsils and adenoids, under 12", "tonsillectomy and adenoidectomy"],
	["20102", "Removal of tonsils and adenoids, 12 or older", "tonsillectomy and adenoidectomy"],
	["20111", "Repair of inguinal hernia, under 6 months"],
	["20112", "Repair of inguinal hernia, 6 months to 4 years"],
	["20113", "Repair of inguinal hernia, age 5 or older"],
	["20201", "X-ray of ankle, 2 views"],
	["20202", "X-ray of ankle, 3 or more views"],
	["20211", "Trigger point injection, 1 or 2 muscles"],
	["20212", "Trigger point injection, 3 or more muscles"],
	["20301", "CT of abdomen and pelvis without contrast"],
	["20302", "CT of abdomen and pelvis with contrast"],
	["20303", "CT of abdomen and pelvis without and with contrast"],
	["20401", "Duplex ultrasound of leg veins, one side"],
	["20402", "Duplex ultrasound of leg veins, both sides"],
	["20501", "Colonoscopy, diagnostic"],
	["20502", "Appendectomy through the scope", "laparoscopic appendectomy"],
	["20503", "Cystoscopy with biopsy"],
] as const;

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = procedureReader(SERIES);
});

const read = (text: string) => proceduresIn(reader, text);

describe("series of procedures", () => {
	it.each([
		[
			"size in the title",
			"PROCEDURE: Excision of benign skin lesion of the trunk, 1.5 cm.\nANESTHESIA: local.",
			"20003",
		],
		[
			"size in the body",
			"PROCEDURE: Excision of benign skin lesion, trunk.\nDESCRIPTION OF PROCEDURE: The lesion measured 0.8 x 0.6 cm with margins.",
			"20002",
		],
		[
			"millimetres",
			"PROCEDURE: Excision of benign skin lesion, trunk.\nDESCRIPTION OF PROCEDURE: The lesion measured 4 mm.",
			"20001",
		],
		[
			"an incision is no size of a lesion",
			"PROCEDURE: Excision of benign skin lesion, trunk.\nDESCRIPTION OF PROCEDURE: A 6 cm incision was made. The lesion measured 1.2 cm.",
			"20003",
		],
		[
			"another region of the same size",
			"PROCEDURE: Excision of benign skin lesion of the scalp, 1.5 cm.\nANESTHESIA: local.",
			"20011",
		],
		[
			"an area as the product of its sides",
			"PROCEDURE: Skin substitute graft, trunk.\nDESCRIPTION OF PROCEDURE: The graft measured 12 x 10 cm.",
			"20022",
		],
		["a weight", "PROCEDURE: Vaginal hysterectomy.\nFINDINGS: The uterus weighed 310 grams.", "20032"],
		[
			"an age in years",
			"PROCEDURE: Tonsillectomy and adenoidectomy.\nINDICATIONS: A 7-year-old girl with sore throats.",
			"20101",
		],
		[
			"an older age",
			"PROCEDURE: Tonsillectomy and adenoidectomy.\nINDICATIONS: The patient is a 24 year old man.",
			"20102",
		],
		[
			"an age in months",
			"PROCEDURE: Repair of inguinal hernia.\nINDICATIONS: An 8-month-old boy with a hernia.",
			"20112",
		],
		[
			"an age in weeks",
			"PROCEDURE: Repair of inguinal hernia.\nINDICATIONS: A 9-week-old boy with a hernia.",
			"20111",
		],
		["a number of views", "EXAM: X-ray of the right ankle, three views.\nFINDINGS: No fracture.", "20202"],
		["views by name", "EXAM: X-ray of the right ankle, AP and lateral.\nFINDINGS: No fracture.", "20201"],
		["a number of muscles", "PROCEDURE: Trigger point injections, four muscles.\n", "20212"],
		["no contrast", "EXAM: CT of the abdomen and pelvis without contrast.\nFINDINGS: Normal.", "20301"],
		["contrast", "EXAM: CT of the abdomen and pelvis with IV contrast.\nFINDINGS: Normal.", "20302"],
		[
			"contrast in the technique",
			"EXAM: CT abdomen and pelvis.\nTECHNIQUE: Axial images after administration of 100 mL of Omnipaque.\nFINDINGS: Normal.",
			"20302",
		],
		[
			"both passes",
			"EXAM: CT of the abdomen and pelvis with and without contrast.\nFINDINGS: Normal.",
			"20303",
		],
		["both sides", "EXAM: Bilateral leg vein duplex ultrasound.\nFINDINGS: No clot.", "20402"],
		["one side", "EXAM: Left leg vein duplex ultrasound.\nFINDINGS: No clot.", "20401"],
	])("%s", (_, text, code) => {
		expect(read(text)[0]?.code).toBe(code);
	});

	it("selects one row of a series at most, and never one that the note contradicts", () => {
		const text =
			"PROCEDURE: Tonsillectomy and adenoidectomy.\nINDICATIONS: A 7-year-old girl with sore throats.";
		expect(
			read(text)
				.filter(({ selected }) => selected)
				.map(({ code }) => code),
		).toEqual(["20101"]);
	});

	it("selects none where the note does not say which", () => {
		const text = "PROCEDURE: Tonsillectomy and adenoidectomy.\nINDICATIONS: Sore throats.";
		expect(read(text).filter(({ selected }) => selected)).toEqual([]);
	});
});
