import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAtCodes, keepPunctuation } from "../../../components/detail/code-links";
import { flatten, focusable, keepPlace } from "../../../components/list/rows";
import { editionReminder } from "../../../components/panel/edition-reminder";
import { tabIdOfAddress } from "../../../components/platform/active-tab";
import { cutAtMarks } from "../../../components/text/marked-text";
import { calmHeading, count, dayInWords, hostOf, tail } from "../../../components/text/words";
import { dropped, moved, rowsWithChecks } from "../../../components/worksheet/rows-with-checks";
import { row } from "../../fixtures/panel/view";

const codesIn = (text: string) => cutAtCodes(text).flatMap((piece) => piece.code ?? []);

describe("codes in the text of a note", () => {
	it.each([
		["physeal fractures of lower end of radius (S59.2-)", ["S59.2"]],
		["traumatic amputation of forearm (S58.-)", ["S58"]],
		["diabetes with kidney disease (E08-E13 with .22)", ["E08", "E13"]],
		["Type 2 (E11.22), hypertension (I10)", ["E11.22", "I10"]],
		["7th character A is for active treatment of 12 weeks", []],
		["vitamin B12 deficiency", ["B12"]],
		["open wound of head (S01.-) S01.101A", ["S01", "S01.101A"]],
		["XS59.2 and C4A.0", ["C4A.0"]],
	])("%s", (text, codes) => {
		expect(codesIn(text)).toEqual(codes);
	});

	it("loses nothing of the text", () => {
		const parts = fc.array(
			fc.constantFrom("S59.2-", "(", ")", " ", "E08-E13", "A00", ".", ",", "é", "-", "x"),
		);
		fc.assert(
			fc.property(parts, (list) => {
				const text = list.join("");
				const pieces = cutAtCodes(text);
				expect(pieces.map((piece) => piece.text).join("")).toBe(text);
				const kept = keepPunctuation(pieces);
				expect(kept.map((piece) => piece.before + piece.text + piece.after).join("")).toBe(text);
			}),
		);
	});
});

describe("marked words", () => {
	it("keep the text whole, whatever the marks are", () => {
		const mark = fc.record({
			start: fc.integer({ min: -5, max: 40 }),
			end: fc.integer({ min: -5, max: 40 }),
		});
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (text, marks) => {
				const pieces = cutAtMarks(text, marks);
				expect(pieces.map((piece) => piece.text).join("")).toBe(text);
				for (const piece of pieces) expect(piece.text).not.toBe("");
			}),
		);
	});

	it("join where they overlap", () => {
		expect(
			cutAtMarks("chronic kidney disease", [
				{ start: 8, end: 14 },
				{ start: 0, end: 10 },
			]),
		).toEqual([
			{ text: "chronic ki", marked: true },
			{ text: "dney", marked: true },
			{ text: " disease", marked: false },
		]);
	});
});

describe("rows", () => {
	const section = (id: string, keys: string[], collapsed?: boolean) => ({
		id,
		title: id,
		rows: keys.map((key) => ({ key, item: key })),
		...(collapsed === undefined ? {} : { collapsed }),
	});

	it("leave out empty sections and the rows of closed ones", () => {
		const entries = flatten([section("a", ["1", "2"]), section("b", []), section("c", ["3"], true)]);
		expect(entries.map((entry) => entry.key)).toEqual(["section a", "1", "2", "section c"]);
		expect(focusable(entries)).toEqual(["1", "2", "section c"]);
	});

	it("hand the focus to whatever takes the place of a row that is gone", () => {
		expect(keepPlace(["a", "b", "c"], "b", 0)).toBe("b");
		expect(keepPlace(["a", "c"], "b", 1)).toBe("c");
		expect(keepPlace(["a"], "b", 1)).toBe("a");
		expect(keepPlace([], "b", 1)).toBeNull();
	});
});

describe("the worksheet", () => {
	it("moves and drops rows without losing or doubling one", () => {
		const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(
				ids,
				fc.nat(),
				fc.nat(),
				fc.constantFrom("before", "after", "on"),
				(list, a, b, position) => {
					const one = list[a % list.length]!;
					const other = list[b % list.length]!;
					expect([...moved(list, one, 1)].sort()).toEqual([...list].sort());
					expect(dropped(list, new Set([one]), other, position as "before").sort()).toEqual([...list].sort());
				},
			),
		);
	});

	it("drops before and after", () => {
		expect(dropped(["a", "b", "c"], new Set(["c"]), "a", "before")).toEqual(["c", "a", "b"]);
		expect(dropped(["a", "b", "c"], new Set(["a"]), "b", "after")).toEqual(["b", "a", "c"]);
		expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
	});

	it("puts a check under the first row it names and keeps the others", () => {
		const check = (codes: string[]) => ({
			rule: "r",
			codes,
			severity: "check" as const,
			text: codes.join(),
			source: "s",
		});
		const { rows, others } = rowsWithChecks(
			[row("99213", "Visit", { system: "CPT" }), row("I10", "Hypertension"), row("E11.9", "Diabetes")],
			[check(["E11.9", "I10"]), check(["Z00.00"])],
		);
		expect(rows.map((one) => one.checks.length)).toEqual([0, 1, 0]);
		expect(rows.map((one) => one.firstListed)).toEqual([false, true, false]);
		expect(others.map((one) => one.codes)).toEqual([["Z00.00"]]);
	});
});

describe("words", () => {
	it("of days, numbers and addresses", () => {
		expect(dayInWords("2026-11-02")).toBe("2 Nov 2026");
		expect(dayInWords("soon")).toBe("soon");
		expect(hostOf("https://docs.example:8443/*")).toBe("docs.example:8443");
		expect(hostOf("PDF")).toBe("PDF");
		expect(calmHeading("ASSESSMENT AND PLAN")).toBe("Assessment and plan");
		expect(calmHeading("HPI")).toBe("HPI");
		expect(tail("blood pressures run between 130 and", 14)).toBe("…130 and");
		expect(tail("short", 14)).toBe("short");
		expect(count(1, "note")).toBe("1 note");
		expect(count(1200, "code")).toBe("1,200 codes");
		expect(tabIdOfAddress("?tabId=12")).toBe(12);
		expect(tabIdOfAddress("?tabId=1172828703")).toBe(1172828703);
		expect(tabIdOfAddress("?tabId=x")).toBeNull();
		expect(tabIdOfAddress("")).toBeNull();
	});
});

describe("the reminder of a newer edition", () => {
	const release = (edition: string, validFrom: string, validTo: string | null) => ({
		id: edition,
		system: "ICD-10-CM" as const,
		edition,
		validFrom,
		validTo,
		sources: [],
		counts: { rows: 1, billable: 1 },
		starter: false,
		bytes: 1,
	});
	const fy2027 = release("FY2027", "2026-10-01", "2027-09-30");

	it.each([
		["2026-11-22", null],
		["2027-03-20", /may change on 2027-04-01/],
		["2027-04-02", null],
		["2027-09-15", /changes on 2027-10-01.*FY2027/],
		["2027-10-02", /FY2027 ended on 2027-09-30/],
	])("on %s", (today, expected) => {
		const reminder = editionReminder([fy2027], today);
		if (expected === null) expect(reminder).toBeNull();
		else expect(reminder).toMatch(expected);
	});

	it("is silent once the next edition is installed, and before anything is known", () => {
		const fy2028 = release("FY2028", "2027-10-01", null);
		expect(editionReminder([fy2027, fy2028], "2027-09-15")).toBeNull();
		expect(editionReminder([], "2027-09-15")).toBeNull();
	});
});
