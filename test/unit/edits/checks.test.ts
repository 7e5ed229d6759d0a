import { beforeAll, describe, expect, it } from "vitest";
import type { CodeSet } from "../../../utils/codesets/types";
import { checkCodes } from "../../../utils/edits/check";
import type { CheckInput } from "../../../utils/edits/types";
import { smallSet } from "./small-set";

let set: CodeSet;
beforeAll(() => {
	set = smallSet();
});

const check = (codes: string[], more: Partial<CheckInput> = {}) => checkCodes({ codes, ...more }, [set]);
/** "rule: codes", so that a case reads as one line. */
const said = (codes: string[], more: Partial<CheckInput> = {}) =>
	check(codes, more).map((finding) => `${finding.rule}: ${finding.codes.join(" ")}`);

describe("single codes", () => {
	const cases: [string, string[], string[]][] = [
		["a full code", ["E11.9"], []],
		["any way of writing it", ["e119"], []],
		["a header", ["E11"], ["not-full-length: E11"]],
		["a code that never was", ["E11.77"], ["not-found: E11.77"]],
		["no 7th character", ["S52.501"], ["seventh-character: S52.501"]],
		["a 7th character of another family", ["S52.501Q"], ["seventh-character: S52.501Q"]],
		["a 7th character without its placeholder", ["S60.0A"], ["seventh-character: S60.0A"]],
		["a code twice", ["I10", "I10"], ["duplicate: I10"]],
	];
	it.each(cases)("%s", (_, codes, expected) => expect(said(codes)).toEqual(expected));

	it("pads with X where the last character is certain", () => {
		expect(check(["I10", "S60.0A"])[0]?.fix?.codes).toEqual(["I10", "S60.0XXA"]);
	});

	it("names what a header needs", () => {
		expect(check(["E11"])[0]?.text).toBe("E11 is a header. It needs more characters: E11.2, E11.9 …");
	});
});

describe("pairs", () => {
	const cases: [string, string[], string[]][] = [
		["Excludes1 on the category", ["J18.9", "J69.0"], ["excludes1: J18.9 J69.0"]],
		["Excludes1 from either side", ["J69.0", "J18.9"], ["excludes1: J18.9 J69.0"]],
		["Excludes1 on the chapter", ["J69.0", "R07.9"], ["excludes1: J69.0 R07.9"]],
		["Excludes2 stays silent", ["K85.9", "E85.4", "R07.9"], []],
		["code also, as information", ["K85.9"], ["code-also: K85.9"]],
		["right and left where one code says both", ["H25.11", "H25.12"], ["laterality-conflict: H25.11 H25.12"]],
		["an open side beside a side", ["H25.11", "H25.10"], ["unspecified-side: H25.10 H25.11"]],
		["a combination", ["I10", "I50.9"], ["combination-code: I10 I50.9"]],
		["one injury in two episodes", ["S52.501A", "S52.501D"], ["episode-mix: S52.501A S52.501D"]],
		["use additional without its partner", ["E11.22"], ["use-additional: E11.22"]],
		["use additional with it", ["E11.22", "N18.30"], []],
		["a body mass index alone", ["I10", "Z68.35"], ["bmi-without-diagnosis: Z68.35"]],
		["a body mass index with its diagnosis", ["E66.9", "Z68.35"], []],
	];
	it.each(cases)("%s", (_, codes, expected) => expect(said(codes)).toEqual(expected));

	it("quotes the note and the level it sits on", () => {
		const [finding] = check(["J69.0", "R07.9"]);
		expect(finding).toMatchObject({ severity: "check", source: "I.A.12.a; Excludes1 note at 10" });
		expect(finding?.text).toContain("“chest pain (R07.9)”");
	});
});

describe("order", () => {
	const cases: [string, string[], string[]][] = [
		["manifestation first", ["I43", "E85.4"], ["manifestation-order: I43 E85.4"]],
		["manifestation after its cause", ["E85.4", "I43"], []],
		["manifestation without any cause", ["R07.9", "I43"], ["manifestation-cause: I43"]],
		["manifestation with a disease the note leaves open", ["J18.9", "I43"], []],
		["code first partner behind", ["J18.9", "N18.30", "E11.22"], ["code-first: N18.30 E11.22"]],
		["external cause first", ["W19.XXXA", "S60.0XXA"], ["external-cause-first: W19.XXXA"]],
		["organism first", ["B95.62", "J18.9"], ["never-first: B95.62"]],
		["first-listed only further down", ["I10", "Z00.00"], ["first-listed-only: Z00.00"]],
		["sequela before what remains", ["S52.501S", "M21.6"], ["sequela-order: S52.501S"]],
		["chronic before acute", ["N70.11", "N70.01"], ["acute-chronic-order: N70.01 N70.11"]],
		["drug effect before the condition", ["T36.0X5A", "R07.9"], ["adverse-effect-order: T36.0X5A R07.9"]],
	];
	it.each(cases)("%s", (_, codes, expected) => expect(said(codes)).toEqual(expected));
});

describe("circumstances", () => {
	it("holds inpatient stays alone to principal diagnoses", () => {
		const codes = ["Z86.73", "I10"];
		expect(said(codes)).toEqual([]);
		expect(said(codes, { setting: "inpatient" })).toEqual(["unacceptable-principal: Z86.73"]);
		expect(check(codes, { setting: "inpatient" })[0]?.fix?.codes).toEqual(["I10", "Z86.73"]);
	});

	it("asks about age only where it is known", () => {
		expect(said(["Z38.00"])).toEqual([]);
		expect(said(["Z38.00"], { ageYears: 0 })).toEqual([]);
		expect(said(["Z38.00"], { ageYears: 12 })).toEqual(["age-conflict: Z38.00"]);
	});

	it("says nothing of codes that no loaded set knows, and nothing of an empty list", () => {
		expect(said(["99213", "J1100"])).toEqual([]);
		expect(said([])).toEqual([]);
		expect(checkCodes({ codes: ["E11.9", ""] }, [])).toEqual([]);
	});
});
