import { describe, expect, it } from "vitest";
import { ImportError } from "../../../utils/codesets/import/import-error";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { compilePack } from "../../../utils/engine/compile";
import { DRUGS, file, INDEX, ORDER, orderFile, TABULAR, zip } from "./files";

const whole = () =>
	openCodeSet(
		compilePack([
			zip("codes.zip", {
				"x/icd10cm_order_2026.txt": ORDER,
				"x/icd10cm_order_addenda_2026.txt": "Add:  A009",
			}),
			zip("table.zip", {
				"in/ner.zip": zip("", { "icd10cm_tabular_2026.xml": TABULAR }).bytes,
				"i.xml": INDEX,
				"d.xml": DRUGS,
			}),
		]),
	);

describe("an ICD-10-CM edition from dropped zips", () => {
	it("has titles, flags, tree order and both ways of writing a code", () => {
		const set = whole();
		expect(set.size).toBe(11);
		const row = set.find("s520xxa");
		expect([set.code(row), set.title(row), set.billable(row)]).toEqual([
			"S52.0XXA",
			"Break of its upper end, first time",
			true,
		]);
		expect(set.code(set.parent(row))).toBe("S52.0");
		expect(set.children(set.find("S52.0")).map(set.code)).toEqual(["S52.0XXA", "S52.0XXD"]);
		expect(set.prefix("C4")).toEqual({ start: 3, end: 7 });
		expect(set.prefix("c4a")).toEqual({ start: 5, end: 6 });
		expect(set.find("S52.0XXS")).toBe(-1);
		expect(set.find("")).toBe(-1);
		expect(set.release).toMatchObject({ system: "ICD-10-CM", edition: "FY2026", validFrom: "2025-10-01" });
		expect(set.release.sources.map((s) => s.name)).toContain("table.zip/in/ner.zip/icd10cm_tabular_2026.xml");
	});

	it("gives notes with their level, inherited ones nearest first, and the last characters", () => {
		const set = whole();
		expect(set.notes(set.find("A00.0"))).toEqual([
			{ kind: "inclusionTerm", text: "Left fever", level: "A00.0" },
			{ kind: "inclusionTerm", text: "Sinister fever", level: "A00.0" },
		]);
		expect(set.inheritedNotes(set.find("A00.0"))).toEqual([
			{ kind: "codeFirst", text: "the cause, if known (C43.-)", level: "A00" },
			{ kind: "includes", text: "all sorts of fever & chills", level: "A00-A09" },
			{ kind: "excludes2", text: "things that are elsewhere (S52.-)", level: "1" },
		]);
		expect(set.seventhCharacters(set.find("S52.0XXD"))).toEqual([
			{ char: "A", text: "first time", level: "S52" },
			{ char: "D", text: "later", level: "S52" },
		]);
		expect(set.seventhCharacters(set.find("A00.0"))).toEqual([]);
		expect(set.levels().map((level) => level.id)).toEqual(["1", "2", "19", "A00-A09", "S50-S59"]);
		expect(set.chapter(set.find("C4A"))).toBe("2");
	});

	it("gives index paths: defaults, manifestations, followed references and table columns", () => {
		const set = whole();
		expect(set.indexPaths(set.find("A00.9"))).toEqual([
			{ parts: ["Fever (hot) (made-up) NEC"], source: "index", isDefault: true },
		]);
		expect(set.indexPaths(set.find("A00.0"))).toEqual([
			{ parts: ["Fever (hot) (made-up) NEC", "left"], source: "index", isDefault: false },
			{
				parts: ["Heat"],
				source: "index",
				isDefault: true,
				see: ["Fever (hot) (made-up) NEC", "left"],
			},
			{ parts: ["Potion", "green", "By accident"], source: "drug", isDefault: false },
		]);
		expect(set.indexPaths(set.find("C43.0"))[0]).toMatchObject({ manifestation: true });
		expect(set.indexPaths(set.find("C43"))[0]).toMatchObject({ parts: ["Chill"] });
		expect(set.release.counts).toMatchObject({ indexEntries: 5, drugSubstances: 2, linksWithoutCode: 2 });
	});

	it("derives codes from the tabular where the order file is missing, and says so", () => {
		const set = openCodeSet(compilePack([file("icd10cm_tabular_2026.xml", TABULAR)]));
		expect(set.billable(set.find("S52.0XXA"))).toBe(true);
		expect(set.billable(set.find("S52.0"))).toBe(false);
		expect(set.title(set.find("S52.0XXD"))).toBe("Break of its upper end, later");
		expect(set.release.counts.derived).toBe(1);
	});

	it("reads names and encodings of either publisher", () => {
		const accented = orderFile([["A00", 1, "M\u00e9ni\u00e8re"]]);
		const cp1252 = Uint8Array.from(accented, (c) => c.charCodeAt(0));
		for (const [name, bytes] of [
			["icd10cm-order-2026.txt", cp1252],
			["icd10cm_order_2026.txt", new TextEncoder().encode(`\ufeff${accented.replaceAll("\r\n", "\n")}`)],
			["icd10cm-order-April-2026.txt", cp1252],
			["icd10cm-order-Jan-2026.txt", cp1252],
		] as const) {
			const set = openCodeSet(compilePack([file(name, bytes)]));
			expect(set.title(0)).toBe("M\u00e9ni\u00e8re");
			expect(set.release.validTo).toBe("2026-09-30");
		}
		const april = openCodeSet(compilePack([file("icd10cm-order-April-2026.txt", cp1252)]));
		expect([april.release.edition, april.release.validFrom]).toEqual(["FY2026-04", "2026-04-01"]);
	});
});

const refusal = (...files: Parameters<typeof compilePack>[0]): ImportError => {
	try {
		compilePack(files);
	} catch (error) {
		if (error instanceof ImportError) return error;
		throw error;
	}
	throw new Error("accepted");
};

describe("refusals name file, line and cause", () => {
	it.each([
		["a broken line", file("icd10cm_order_2026.txt", `${ORDER}not a line of it\r\n`), "bad-line", 12],
		["a code twice", file("icd10cm_order_2026.txt", ORDER + ORDER.split("\r\n")[1]), "duplicate", 12],
		["no year", file("order.txt", ORDER), "unknown-edition", null],
		["broken XML", file("icd10cm_tabular_2026.xml", TABULAR.replace("</diag>", "</dig>")), "bad-xml", 17],
		["an index alone", file("i.xml", INDEX), "empty", null],
		["a picture", file("icd10cm.png", Uint8Array.of(0x89, 0x50, 0, 0, 1, 2, 3)), "unknown-file", null],
		["an empty file", file("icd10cm_order_2026.txt", ""), "unknown-file", null],
	] as const)("%s", (_what, given, code, line) => {
		const error = refusal(given);
		expect([error.code, error.line]).toEqual([code, line]);
		expect(error.message).toContain(given.name);
	});

	it("two editions at once, and two different files of one kind", () => {
		const other = orderFile([["A00", 1, "Something else"]]);
		expect(refusal(file("icd10cm_order_2026.txt", ORDER), file("icd10cm_order_2027.txt", ORDER)).code).toBe(
			"mixed",
		);
		expect(refusal(file("icd10cm_order_2026.txt", ORDER), file("icd10cm-order-2026.txt", other)).code).toBe(
			"mixed",
		);
		const twice = [file("icd10cm_order_2026.txt", ORDER), file("copy/icd10cm_order_2026.txt", ORDER)];
		expect(openCodeSet(compilePack(twice)).size).toBe(11);
	});
});
