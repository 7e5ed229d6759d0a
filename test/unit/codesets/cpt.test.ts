import { describe, expect, it } from "vitest";
import { ImportError } from "../../../utils/codesets/import/import-error";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack } from "../../../utils/engine/compile";
import { file, zip } from "./files";

/** Invented numbers and texts in the layouts of the AMA's and the CMS's files; no descriptor is real. */
const NOTICE = "CPT(R) 2026 sample notice of rights\r\n all of it invented for a test\r\n\r\n";
const SHORT = `${NOTICE}00001 INVENTED SMALL THING\r\n00002 INVENTED BIG THING\r\n0099T NEW THING\r\n`;
const MEDIUM = `${NOTICE}00001 INVENTED SMALL THING, FIRST SORT\r\n00002 INVENTED BIG THING\r\n`;
const LONG = `${NOTICE}00001\tInvented small thing of the first sort,\r\n\twith a second line\r\n00002\tInvented big thing\r\n`;
const MODIFIERS = `${NOTICE}22 Invented Extra:\r\nmore than usual\r\n59 Invented Apart\r\n`;
const PPRRVU = `"Notice, with a comma"\r\n,,,,\r\nHCPCS,MOD,DESCRIPTION,STATUS CODE,RVU\r\n00001,,Small thing,A,1\r\n00001,26,Small thing,A,1\r\nA9901,,Bandage,A,1\r\n0099T,,"New ""thing""",C,0\r\n`;
const held = { cptLicence: true };

describe("CPT from the user's own files", () => {
	it("asks for the licence first", () => {
		for (const given of [file("SHORTU.txt", SHORT), file("PPRRVU26_JAN.csv", PPRRVU)]) {
			expect(() => compilePack([given])).toThrow(ImportError);
			expect(() => compilePack([given])).toThrow(/licence/);
		}
	});

	it("takes the longest text as title and keeps the others as names to search by", () => {
		const set = openCodeSet(
			compilePack(
				[
					zip("CPT.zip", {
						"a/SHORTU.txt": SHORT,
						"a/MEDU.txt": MEDIUM,
						"a/LONGULT.txt": LONG,
						"a/MODUL.txt": MODIFIERS,
					}),
				],
				held,
			),
		);
		expect(set.release).toMatchObject({ system: "CPT", edition: "2026", validTo: "2026-12-31" });
		const row = set.find("00001");
		expect(set.title(row)).toBe("Invented small thing of the first sort, with a second line");
		expect(set.notes(row).map((note) => note.text)).toEqual([
			"INVENTED SMALL THING, FIRST SORT",
			"INVENTED SMALL THING",
		]);
		expect(set.notes(set.find("00002"))).toEqual([]);
		expect(set.billable(set.find("0099T"))).toBe(true);
		expect(set.modifiers().map((m) => [m.code, m.title])).toEqual([
			["22", "Invented Extra: more than usual"],
			["59", "Invented Apart"],
		]);
	});

	it("reads PPRRVU: CPT codes once each, HCPCS codes left to their own file", () => {
		const set = openCodeSet(compilePack([file("PPRRVU26_JAN.csv", PPRRVU)], held));
		expect(Array.from({ length: set.size }, (_, row) => [set.code(row), set.title(row)])).toEqual([
			["00001", "Small thing"],
			["0099T", 'New "thing"'],
		]);
		expect(set.release.edition).toBe("2026-RVU");
	});

	it("joins PPRRVU with the AMA's files of its year", () => {
		const given = [file("CPT 2026/LONGULT.txt", LONG), file("PPRRVU26_JUL.csv", PPRRVU)];
		const set = openCodeSet(compilePack(given, held));
		expect(set.release.edition).toBe("2026");
		expect(set.title(set.find("00001"))).toBe("Invented small thing of the first sort, with a second line");
		expect(set.title(set.find("0099T"))).toBe('New "thing"');
	});

	it("refuses files without codes", () => {
		expect(() => compilePack([file("SHORTU26.txt", NOTICE)], held)).toThrow(/no CPT codes/);
		expect(() => compilePack([file("CPT 2026/MODUL.txt", MODIFIERS)], held)).toThrow(/modifiers alone/);
	});
});
