import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { borrow } from "../../../utils/codesets/editions/borrow";
import { codeStatus } from "../../../utils/codesets/editions/code-status";
import { changesToCsv, countChanges, diffEditions, touching } from "../../../utils/codesets/editions/diff";
import { lender, missingEdition, releaseOn } from "../../../utils/codesets/editions/in-force";
import { runSteps } from "../../../utils/codesets/import/progress";
import { readPack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import type { CodeSetDraft } from "../../../utils/codesets/set/draft";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { draftOf } from "../../../utils/codesets/set/read-draft";
import type { CodeSet, Release } from "../../../utils/codesets/types";
import { compileDraft, compilePack, needsRebuild, rebuildIndex } from "../../../utils/engine/compile";
import { file, INDEX, ORDER, orderFile, TABULAR } from "./files";

const older = (): CodeSet =>
	openCodeSet(
		compilePack([file("icd10cm_order_2026.txt", ORDER), file("t.xml", TABULAR), file("i.xml", INDEX)]),
	);
const NEWER = orderFile([
	["A00", 0, "Made-up fever"],
	["A000", 0, "Made-up fever of the left kind"],
	["A0001", 1, "Made-up fever of the far left kind"],
	["A0009", 1, "Made-up fever of the left kind, other"],
	["A009", 1, "Made-up fever, not otherwise told"],
	["C43", 0, "Invented growth"],
	["C430", 1, "Invented growth of lip"],
	["C44", 1, "Further invented growth"],
	["C4B", 1, "Other invented growth"],
	["S52", 0, "Break of the invented bone"],
	["S520", 0, "Break of its upper end"],
	["S520XXA", 1, "Break of its upper end, first time"],
]);
const newer = (from: CodeSet): CodeSet =>
	openCodeSet(compilePack([file("icd10cm_order_2027.txt", NEWER)], { lender: from }));

describe("borrowing from the edition before", () => {
	it("takes notes, last characters and index entries of unchanged titles, marked", () => {
		const from = older();
		const set = newer(from);
		expect(set.release.borrowedFrom).toBe("FY2026");
		expect(set.inheritedNotes(set.find("S52.0XXA"))[0]).toMatchObject({ level: "S52", borrowed: true });
		expect(set.seventhCharacters(set.find("S52.0XXA"))).toHaveLength(2);
		expect(set.notes(set.find("A00.0"))).toHaveLength(2);
		// A00.9 has another title now: its index entry is not taken over.
		expect(set.indexPaths(set.find("A00.9"))).toEqual([]);
		expect(set.indexPaths(set.find("A00.0"))[0]).toMatchObject({ borrowed: true });
		expect(set.levels().map((level) => level.id)).toContain("A00-A09");
	});

	it("leaves an edition alone that has its own", () => {
		const draft = draftOf(older());
		expect(borrow(draft, newer(older()))).toBe(draft);
	});

	it("picks the nearest earlier edition that has something of its own, never the starter", () => {
		const from = older().release;
		const after = newer(older()).release;
		const starter = { ...from, starter: true, validFrom: "2026-09-01" };
		expect(lender([after, from, starter], after)).toBe(from);
		expect(lender([after], after)).toBeNull();
	});
});

describe("what changed", () => {
	it("tells added, deleted, retitled and header codes apart and finds what replaced them", () => {
		const before = older();
		const changes = diffEditions(before, newer(before));
		expect(
			changes.map((c) => [c.kind, c.code, c.successors.map((s) => `${s.code} ${s.how}`).join()]),
		).toEqual([
			["now-header", "A00.0", "A00.01 split,A00.09 split"],
			["added", "A00.01", ""],
			["added", "A00.09", ""],
			["retitled", "A00.9", ""],
			["deleted", "C4A", "C4B renumbered"],
			["added", "C4B", ""],
			["deleted", "S52.0XXD", "S52.0 category"],
		]);
		expect(countChanges(changes)).toMatchObject({ added: 3, deletedInAll: 3, retitled: 1, headers: 0 });
		expect(touching(changes, ["c4a", "I10"]).map((c) => c.code)).toEqual(["C4A"]);
		const csv = changesToCsv(changes).split("\r\n");
		expect(csv).toHaveLength(8);
		expect(csv[1]).toBe(
			"now-header,A00.0,1,no,Made-up fever of the left kind,Made-up fever of the left kind,A00.01 A00.09",
		);
	});

	it("says how a code stands on a day", () => {
		const sets = [newer(older()), older()];
		expect(codeStatus("C4A", "2026-09-30", sets)).toEqual({ state: "valid", edition: "FY2026" });
		expect(codeStatus("C4A", "2026-10-01", sets)).toMatchObject({ state: "ended", lastDay: "2026-09-30" });
		expect(codeStatus("C4B", "2026-09-30", sets)).toMatchObject({ state: "not-yet", firstDay: "2026-10-01" });
		expect(codeStatus("A00", "2026-10-01", sets)).toEqual({ state: "header", edition: "FY2027" });
		expect(codeStatus("Z99", "2026-10-01", sets)).toEqual({ state: "unknown" });
		expect(codeStatus("A00", "2020-10-01", sets)).toEqual({ state: "no-edition" });
	});
});

describe("the starter beside imported editions", () => {
	it("never says that a code ended because the starter lacks it, and gives way to the official edition", () => {
		const from = older();
		const draft = { ...draftOf(newer(from)), starter: true };
		const starter = openCodeSet(runSteps(compileDraft(draft)));
		expect(codeStatus("C4A", "2026-10-01", [from, starter])).toEqual({ state: "unknown" });
		// What the starter has as a header is one.
		expect(codeStatus("A00.0", "2026-10-01", [from, starter])).toMatchObject({ state: "ended" });
		for (const sets of [
			[from, starter, newer(from)],
			[newer(from), starter, from],
		]) {
			expect(codeStatus("C4A", "2026-10-01", sets)).toMatchObject({ state: "ended", lastDay: "2026-09-30" });
		}
	});
});

describe("editions by date", () => {
	const release = (edition: string, validFrom: string, validTo: string | null, starter = false): Release => ({
		system: "ICD-10-CM",
		edition,
		validFrom,
		validTo,
		sources: [],
		counts: { rows: 1, billable: 1 },
		starter,
	});
	const all = [
		release("FY2026", "2025-10-01", "2026-09-30"),
		release("FY2026-04", "2026-04-01", "2026-09-30"),
		release("starter", "2026-10-01", "2027-09-30", true),
		release("FY2027", "2026-10-01", "2027-09-30"),
	];

	it("prefers the edition that began last, and the official one over the starter", () => {
		const on = (day: string) => releaseOn(all, "ICD-10-CM", day)?.edition ?? null;
		expect(["2025-09-30", "2025-10-01", "2026-04-01", "2026-10-01", "2027-10-01"].map(on)).toEqual([
			null,
			"FY2026",
			"FY2026-04",
			"FY2027",
			null,
		]);
		expect(releaseOn([...all].reverse(), "ICD-10-CM", "2026-12-01")?.edition).toBe("FY2027");
	});

	it("reminds in the thirty days before October 1 and April 1 only when nothing newer is there", () => {
		expect(missingEdition(all.slice(0, 2), "2026-09-15")).toBe("2026-10-01");
		expect(missingEdition(all, "2026-09-15")).toBeNull();
		expect(missingEdition(all.slice(0, 2), "2026-08-15")).toBeNull();
		expect(missingEdition(all.slice(0, 1), "2026-03-20")).toBe("2026-04-01");
	});
});

describe("a set comes back out of its pack", () => {
	it("as the draft that it was made from", () => {
		const set = older();
		const again = openCodeSet(runSteps(compileDraft(draftOf(set))));
		const all = (s: CodeSet) =>
			Array.from({ length: s.size }, (_, row) => [
				s.code(row),
				s.title(row),
				s.billable(row),
				s.parent(row),
				s.notes(row),
				s.inheritedNotes(row),
				s.seventhCharacters(row),
				s.indexPaths(row),
			]);
		expect(all(again)).toEqual(all(set));
		expect(again.levels()).toEqual(set.levels());
	});

	it("and its derived sections are built again when the rules changed", () => {
		const bytes = compilePack([file("icd10cm_order_2026.txt", ORDER)]);
		expect(needsRebuild(readPack(bytes))).toBe(false);
		const old = bytes.slice();
		new DataView(old.buffer).setUint32(20, 9_999, true);
		expect(() => readPack(old)).toThrow(/header is damaged/);
		expect([...rebuildIndex(readPack(bytes))]).toEqual([...bytes]);
	});

	it("for any codes: every code is found, prefixes are neighbours, parents are prefixes", () => {
		const code = fc.stringMatching(/^[A-E][0-9][0-9A]([0-2X]([0-2X]([0-9A])?)?)?$/);
		fc.assert(
			fc.property(fc.uniqueArray(code, { maxLength: 60 }), (codes) => {
				const draft: CodeSetDraft = {
					system: "ICD-10-CM",
					edition: "FY2026",
					validFrom: "2025-10-01",
					validTo: null,
					sources: [],
					rows: [...codes].sort().map((c) => ({ code: c, title: `title of ${c}`, billable: true })),
				};
				const sections = buildSet(draft);
				const set = openCodeSet(runSteps(compileDraft(draft)));
				expect(Object.keys(sections).every((name) => set.section(name) !== null)).toBe(true);
				for (const c of codes) {
					const row = set.find(c);
					expect(set.title(row)).toBe(`title of ${c}`);
					for (let n = 1; n <= c.length; n++) {
						const { start, end } = set.prefix(c.slice(0, n));
						const inside = codes.filter((other) => other.startsWith(c.slice(0, n)));
						const found = Array.from({ length: end - start }, (_, i) => set.code(start + i).replace(".", ""));
						expect(found.sort()).toEqual(inside.sort());
					}
					const parent = set.parent(row);
					if (parent >= 0) expect(c.startsWith(set.code(parent).replace(".", ""))).toBe(true);
				}
			}),
			{ numRuns: 40 },
		);
	});
});
