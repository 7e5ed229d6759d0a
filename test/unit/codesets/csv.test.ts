import { describe, expect, it } from "vitest";
import { systemOf } from "../../../utils/codesets/code-text";
import { previewTable, readTable } from "../../../utils/codesets/import/csv";
import { ImportError } from "../../../utils/codesets/import/import-error";

describe("plain tables", () => {
	it("suggests columns by their headings", () => {
		expect(previewTable("Payer code;Description;Effective\nA00.0;Fever;2026-01-01\n").suggested).toEqual({
			code: 0,
			title: 1,
			from: 2,
			heading: true,
		});
		expect(previewTable("A00.0,Fever\nI10,Pressure\n").suggested).toBeNull();
	});

	it("reads rows by a mapping, in any separator and with days as people write them", () => {
		const text = 'name\tcode\tuntil\n"Fever, left"\ta00.0\t9/30/2026\n\nPressure\tI10\t20271231\n';
		expect(readTable("t.tsv", text, { code: 1, title: 0, to: 2, heading: true })).toEqual([
			{ code: "A00.0", title: "Fever, left", from: null, to: "2026-09-30", line: 2 },
			{ code: "I10", title: "Pressure", from: null, to: "2027-12-31", line: 4 },
		]);
	});

	it.each([",", ";", "\t", "|"])(
		"finds the separator %j of a short table with a line end at its end",
		(separator) => {
			const text = [
				["name", "our code"],
				["Fever", "A00.0"],
				["Break", "S520XXA"],
			]
				.map((row) => row.join(separator))
				.join("\n");
			const rows = readTable("t.csv", `${text}\n`, { code: 1, heading: true });
			expect(rows.map((row) => row.code)).toEqual(["A00.0", "S520XXA"]);
		},
	);

	it("names the row whose cell is no code", () => {
		const read = () => readTable("t.csv", "code\nA00.0\nnot a code\n", { code: 0, heading: true });
		expect(read).toThrow(ImportError);
		expect(read).toThrow('t.csv, line 3: "NOT A CODE" in column 1 is no code');
	});
});

describe("the system a code's shape speaks for", () => {
	it.each([
		["E11.9", "ICD-10-CM"],
		["I10", "ICD-10-CM"],
		["C7A.1", "ICD-10-CM"],
		["S52501A", "ICD-10-CM"],
		["A4206", "HCPCS"],
		["99213", "CPT"],
		["0001U", "CPT"],
		["0DTJ4ZZ", "ICD-10-PCS"],
		["hello", null],
	] as const)("%s: %s", (code, system) => {
		expect(systemOf(code)).toBe(system);
	});
});
