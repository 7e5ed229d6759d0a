import { describe, expect, it } from "vitest";
import { compare, type EncounterKey, isOtherChart } from "../../../utils/background/encounter/encounter";
import * as sheets from "../../../utils/background/encounter/sheet";
import { closeEncounter, releaseHeld, watchChart, watchWords } from "../../../utils/background/state/charts";
import { region, tabWith } from "./parts";

const key: EncounterKey = { doc: "d1", address: "a1", banner: "b1" };
const row = {
	system: "ICD-10-CM",
	code: "I10",
	title: "Essential (primary) hypertension",
	from: "suggestion",
} as const;

describe("telling encounters apart", () => {
	it("keeps the encounter only while document, address and banner are the same", () => {
		expect(compare(key, { ...key }, false)).toEqual({ is: "same" });
		expect(compare(key, { ...key, doc: "d2" }, false)).toEqual({ is: "new", why: "navigated" });
		expect(compare(key, { ...key, address: "a2" }, false)).toEqual({ is: "new", why: "navigated" });
		expect(compare(key, { ...key, banner: "b2" }, true)).toEqual({ is: "new", why: "patient-changed" });
	});

	it("takes a vanished banner for a change, and a late one only while the sheet is empty", () => {
		expect(compare(key, { ...key, banner: null }, true)).toEqual({ is: "new", why: "patient-changed" });
		const unknown = { ...key, banner: null };
		expect(compare(unknown, key, true)).toEqual({ is: "refined", key });
		expect(compare(unknown, key, false)).toEqual({ is: "new", why: "patient-changed" });
	});

	it("goes by the words where no banner tells", () => {
		expect(isOtherChart({ ...key, banner: null }, 0.1)).toBe(true);
		expect(isOtherChart({ ...key, banner: null }, 0.8)).toBe(false);
		expect(isOtherChart({ ...key, banner: null }, null)).toBe(false);
		expect(isOtherChart(key, 0)).toBe(false);
	});
});

describe("a check that is answered", () => {
	it("is kept with its reason, answered anew, taken back and undone", () => {
		const check = { rule: "excludes1", codes: ["E11.9", "E10.9"] };
		const once = sheets.keep(sheets.emptySheet(), check, "unrelated");
		expect(once.kept).toEqual([{ ...check, reason: "unrelated" }]);
		const other = sheets.keep(once, { rule: "excludes1", codes: ["E10.9", "E11.9"] }, "local-rule");
		expect(other.kept.map((one) => one.reason)).toEqual(["local-rule"]);
		expect(sheets.keep(other, check, null).kept).toEqual([]);
		expect(sheets.undo(other)?.kept).toEqual([{ ...check, reason: "unrelated" }]);
	});
});

describe("a tab whose patient changes", () => {
	it("closes the sheet, offers its codes, and keeps nothing else", () => {
		const tab = tabWith({ top: "Hypertension." });
		watchChart(tab);
		const first = tab.session.encounter?.id;
		tab.session.sheet = sheets.addRow(tab.session.sheet, row);
		Object.assign(tab.session, { date: "2026-01-02", setting: "inpatient", muted: ["x"] });
		if (tab.top?.surroundings) tab.top.surroundings = { ...tab.top.surroundings, banner: "b2" };
		expect(watchChart(tab)).toBe(true);
		expect(tab.session.encounter?.id).not.toBe(first);
		expect(tab.session.sheet).toEqual(sheets.emptySheet());
		expect(tab.session.previous).toMatchObject({ why: "patient-changed", rows: [{ code: "I10" }] });
		expect(tab.session).toMatchObject({ date: null, setting: null, muted: [] });
		expect(tab.analysed).toBeNull();
	});

	it("does not use the old note until it changes or a person says so", () => {
		const tab = tabWith({ top: "Hypertension.", other: "Gout." });
		watchChart(tab);
		if (tab.top?.surroundings) tab.top.surroundings = { ...tab.top.surroundings, banner: "b2" };
		watchChart(tab);
		expect(tab.joined.text).toBe("");
		expect([...tab.heldTexts].sort()).toEqual(["Gout.", "Hypertension."]);
		releaseHeld(tab);
		tab.rejoin();
		expect(tab.joined.text).toBe("Hypertension.\n\nGout.");
	});

	it("closes by the words alone on a page without a banner", () => {
		const words = (start: number) => Array.from({ length: 20 }, (_, i) => `word${start + i}`).join(" ");
		const tab = tabWith({ top: words(0) });
		const frame = tab.top;
		if (frame?.surroundings) frame.surroundings.banner = null;
		watchChart(tab);
		watchWords(tab);
		const before = tab.session.encounter?.id;
		frame?.regions.set("r1", { ...region("r1", words(3), 2), held: false });
		tab.rejoin();
		expect(watchWords(tab)).toBe(false);
		frame?.regions.set("r1", { ...region("r1", words(100), 3), held: false });
		tab.rejoin();
		expect(watchWords(tab)).toBe(true);
		expect(tab.session.encounter?.id).not.toBe(before);
	});

	it("offers nothing after idle time or a locked screen", () => {
		const tab = tabWith({ top: "Hypertension." });
		watchChart(tab);
		tab.session.sheet = sheets.addRow(tab.session.sheet, row);
		closeEncounter(tab, "locked", false);
		expect(tab.session.previous).toMatchObject({ why: "locked", rows: [] });
		expect(tab.session.sheet.rows).toEqual([]);
	});
});

describe("the worksheet", () => {
	const other = { ...row, code: "E11.9", title: "Type 2 diabetes" };
	const two = () => sheets.addRow(sheets.addRow(sheets.emptySheet(), row), other);
	const codes = (sheet: sheets.Sheet | null) => sheet?.rows.map((each) => each.code);

	it("keeps a code once, in the order it came", () => {
		expect(codes(sheets.addRow(two(), row))).toEqual(["I10", "E11.9"]);
		expect(two().rows.map((each) => each.id)).toEqual(["w1", "w2"]);
	});

	it("accepts and rejects, and takes both back", () => {
		const accepted = sheets.accept(sheets.emptySheet(), "s1", row);
		expect(accepted.decisions).toEqual({ s1: "accepted" });
		const rejected = sheets.reject(accepted, "s1", row);
		expect(codes(rejected)).toEqual([]);
		expect(rejected.decisions).toEqual({ s1: "rejected" });
		expect(codes(sheets.undo(rejected))).toEqual(["I10"]);
		const back = sheets.undo(sheets.undo(rejected) as sheets.Sheet) as sheets.Sheet;
		expect(back.rows).toEqual([]);
		expect(back.decisions).toEqual({});
		expect(sheets.undo(back)).toBeNull();
	});

	it("orders, removes and replaces by id, and refuses ids it does not have", () => {
		expect(codes(sheets.orderRows(two(), ["w2", "w1"]))).toEqual(["E11.9", "I10"]);
		expect(codes(sheets.orderRows(two(), ["w2"]))).toEqual(["E11.9", "I10"]);
		expect(sheets.orderRows(two(), ["w9"])).toBeNull();
		expect(codes(sheets.removeRow(two(), "w1", []))).toEqual(["E11.9"]);
		expect(sheets.removeRow(two(), "w9", [])).toBeNull();
		const replaced = sheets.replaceRows(two(), [other, { ...row, code: "N18.32" }]);
		expect(replaced.rows.map((each) => [each.id, each.code])).toEqual([
			["w2", "E11.9"],
			["w3", "N18.32"],
		]);
	});

	it("keeps one row for a code that a replacement names twice", () => {
		const fresh = { ...row, code: "N18.32" };
		const replaced = sheets.replaceRows(two(), [other, fresh, other, fresh]);
		expect(replaced.rows.map((each) => each.code)).toEqual([other.code, "N18.32"]);
		expect(new Set(replaced.rows.map((each) => each.id)).size).toBe(2);
	});
});

describe("a page that is loaded again", () => {
	const reload = (tab: ReturnType<typeof tabWith>, doc: string, banner = "b1") => {
		const frame = tab.top;
		if (frame === null) throw new Error("no top");
		Object.assign(frame, { doc });
		frame.surroundings = { frames: [], banner, address: "/chart/1" };
		watchChart(tab);
	};

	it("still has the dismissals of the same chart, and none of another's", () => {
		const tab = tabWith({ top: "Hypertension." });
		watchChart(tab);
		tab.session.sheet = sheets.dismiss(tab.session.sheet, "f1");
		reload(tab, "another");
		expect(tab.session.sheet.dismissed).toEqual(["f1"]);
		reload(tab, "third", "b2");
		expect(tab.session.sheet.dismissed).toEqual([]);
	});
});
