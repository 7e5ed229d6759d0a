import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { codeStatus } from "../../../utils/codesets/editions/code-status";
import { countChanges, diffEditions } from "../../../utils/codesets/editions/diff";
import type { CodeSet } from "../../../utils/codesets/types";
import { compilePack } from "../../../utils/engine/compile";
import { officialSet, officialText, officialZips } from "./official";

let fy26: CodeSet;
let fy27: CodeSet;
beforeAll(() => {
	fy26 = officialSet("icd10cm-2026");
	fy27 = officialSet("icd10cm-2027", fy26);
});

describe("ICD-10-CM FY2026 from the publisher's zips", () => {
	it("makes a pack of at most 12 MB, 4.5 MB gzipped, search index and note dictionary included", () => {
		loadTables();
		const pack = compilePack(officialZips("icd10cm-2026"));
		expect(pack.length / 1e6).toBeLessThanOrEqual(12);
		expect(gzipSync(pack).length / 1e6).toBeLessThanOrEqual(4.5);
	});

	it("has the publisher's counts", () => {
		expect(fy26.release).toMatchObject({
			edition: "FY2026",
			validFrom: "2025-10-01",
			validTo: "2026-09-30",
			counts: {
				rows: 98_186,
				billable: 74_719,
				tabularNodes: 46_881,
				seventhDefinitions: 508,
				indexEntries: 81_510,
				drugSubstances: 7_430,
				neoplasmRows: 1_940,
			},
		});
		expect(fy26.release.sources.map((source) => source.name)).toHaveLength(6);
	});

	it("finds every code of the order file, with and without dot, in any case, with title and flag", () => {
		const lines = officialText("icd10cm-2026", "icd10cm_order_2026.txt").split("\r\n").filter(Boolean);
		expect(lines).toHaveLength(98_186);
		const wrong: string[] = [];
		lines.forEach((line, i) => {
			const plain = line.slice(6, 13).trim();
			const dotted = plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
			const row = fy26.find(plain);
			const same =
				row >= 0 &&
				fy26.find(dotted) === row &&
				fy26.find(plain.toLowerCase()) === row &&
				fy26.code(row) === dotted &&
				fy26.title(row) === line.slice(77).trim() &&
				fy26.billable(row) === (line[14] === "1");
			if (!same) wrong.push(`line ${i + 1}: ${plain}`);
		});
		expect(wrong).toEqual([]);
	});

	it("keeps the hierarchy: parents are prefixes, descendants stand right behind", () => {
		for (let row = 0; row < fy26.size; row++) {
			const parent = fy26.parent(row);
			const code = fy26.code(row);
			if (parent >= 0) {
				expect(code.startsWith(fy26.code(parent))).toBe(true);
				expect(row > parent && row < fy26.end(parent)).toBe(true);
			} else expect(code).toHaveLength(3);
			if (fy26.chapter(row) === "") throw new Error(`${code} is in no chapter`);
		}
	});
});

describe("ICD-10-CM FY2027, which comes without tabular and index", () => {
	it("has the publisher's counts and borrows notes and index from FY2026", () => {
		expect(fy27.release.counts).toMatchObject({ rows: 98_403, billable: 74_879 });
		expect(fy27.release.borrowedFrom).toBe("FY2026");
		const row = fy27.find("S52.501A");
		expect(fy27.inheritedNotes(row)).toEqual(
			fy26.inheritedNotes(fy26.find("S52.501A")).map((note) => ({ ...note, borrowed: true })),
		);
		expect(fy27.seventhCharacters(row)).toHaveLength(16);
		expect(fy27.indexPaths(fy27.find("J18.9")).every((path) => path.borrowed)).toBe(true);
		// Retitled and new codes have nothing to borrow.
		expect(fy27.indexPaths(fy27.find("L02.232"))).toEqual([]);
		expect(fy27.notes(fy27.find("I42.01"))).toEqual([]);
	});

	it("differs from FY2026 by the addenda's codes, headers apart", () => {
		const changes = diffEditions(fy26, fy27);
		expect(countChanges(changes)).toMatchObject({
			added: 190,
			deletedInAll: 30,
			"now-header": 15,
			retitled: 4,
			"now-billable": 0,
		});
		const listed = officialText("icd10cm-2027", "icd10cm_codes_addenda_2027.txt").split(/\r?\n/);
		const named = (action: string) =>
			listed.filter((line) => line.startsWith(action)).map((line) => line.split(/\s+/)[1]!);
		const codes = (...kinds: string[]) =>
			changes.filter((c) => kinds.includes(c.kind) && !c.header).map((c) => c.code.replace(".", ""));
		expect(codes("added").sort()).toEqual(named("Add:").sort());
		expect(codes("deleted", "now-header").sort()).toEqual(named("Delete:").sort());
		const ended = changes.filter((c) => c.kind === "now-header" || (c.kind === "deleted" && !c.header));
		expect(ended.filter((c) => c.successors.length === 0)).toEqual([]);
	});

	it("says of an ended code when it ended and what replaced it", () => {
		expect(codeStatus("I42.0", "2026-11-22", [fy27, fy26])).toMatchObject({
			state: "ended",
			lastDay: "2026-09-30",
			successors: [{ code: "I42.00" }, { code: "I42.01" }, { code: "I42.09" }],
		});
		expect(codeStatus("I42.0", "2026-09-30", [fy27, fy26])).toEqual({ state: "valid", edition: "FY2026" });
		expect(codeStatus("T52.8X1A", "2026-11-22", [fy26, fy27])).toMatchObject({
			successors: [{ code: "T52.891A", how: "renumbered" }],
		});
	});
});

describe("the other systems and years", () => {
	it.each([
		["hcpcs-2026", { rows: 8_623, modifiers: 383, terminated: 1_205 }],
		["hcpcs-2019", { rows: 6_440, modifiers: 360, skippedLines: 8 }],
		["icd10pcs-2026", { billable: 79_115, rows: 80_029 }],
		["icd10cm-2021", { tabularNodes: 45_017, seventhDefinitions: 507 }],
		["icd10cm-2017", { tabularNodes: 43_910, seventhDefinitions: 505, derived: 1 }],
	])("%s has the publisher's counts", (folder, counts) => {
		expect(officialSet(folder).release.counts).toMatchObject(counts);
	});

	it("marks terminated HCPCS codes and pads the short record of 2019", () => {
		const set = officialSet("hcpcs-2019");
		const row = set.find("G8891");
		expect(set.title(row)).toMatch(
			/hypertension with standard treatment goals is not clinically appropriate\)$/,
		);
		expect(set.validity(row)).toEqual({ from: "2012-01-01", to: "2014-12-31" });
		expect(set.billable(row)).toBe(false);
		expect(codeStatus("G8891", "2019-05-01", [set])).toMatchObject({ state: "ended", lastDay: "2014-12-31" });
		expect(set.modifiers().find((m) => m.code === "RT")?.title).toMatch(/right side/i);
	});
});
