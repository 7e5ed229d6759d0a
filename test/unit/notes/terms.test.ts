import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { indexKeys } from "../../../utils/notes/dictionary/index-keys";
import { titleKeys } from "../../../utils/notes/dictionary/titles";
import { spellingOf } from "../../../utils/notes/match/spelling";
import { keysOf, termsOf } from "../../../utils/notes/terms/terms";
import { type WordForms, wordForms } from "../../../utils/notes/terms/word-forms";

let forms: WordForms;
beforeAll(() => {
	loadTables();
	forms = wordForms();
});

describe("terms", () => {
	it.each([
		["renal calculi", "kidney stones"],
		["perforated", "perforation"],
		["oesophageal stricture", "stricture of the esophagus"],
		["stage IIIa", "stage 3a"],
		["lower end of the radius", "distal radius"],
		["hypertensive", "hypertension"],
	])("%j and %j have the same keys", (a, b) => {
		expect([...keysOf(a, forms)].sort()).toEqual([...keysOf(b, forms)].sort());
	});

	it.each([
		["acute", "chronic"],
		["hypertension", "hypotension"],
		["stage 3a", "stage 3b"],
		["right", "left"],
		["gastritis", "gastric"],
	])("%j and %j do not", (a, b) => {
		expect(keysOf(a, forms)).not.toEqual(keysOf(b, forms));
	});

	it("point at the words they came from", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
				let last = 0;
				for (const { start, end } of termsOf(text, 0, text.length, forms)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					last = end;
				}
				expect(last).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	it("read an initial as a side, and the second half of a spine level", () => {
		expect(termsOf("L knee", 0, 6, forms)[0]?.key).toBe("left");
		expect(termsOf("L4-5 disc", 0, 9, forms).map(({ key }) => key)).toEqual(["l4", "l5", "disc"]);
	});
});

describe("what a title and an index path are looked for by", () => {
	const sorted = (sets: string[][]): string[] => sets.map((keys) => [...keys].sort().join(" "));

	it("leaves residuals and what is unspecified out", () => {
		expect(titleKeys("Other disorders of lung", forms)).toEqual([]);
		expect(sorted(titleKeys("Cataract, unspecified", forms))).toEqual(["cataract"]);
		expect(titleKeys("Strain of unspecified muscle", forms)).toEqual([]);
		expect(sorted(titleKeys("Puncture wound without foreign body of scalp", forms))).toEqual(
			sorted(titleKeys("Puncture wound of scalp", forms)),
		);
	});

	it("takes a bracketed name as a name of its own", () => {
		expect(sorted(titleKeys("Radial styloid tenosynovitis [de Quervain]", forms))).toContain("de quervain");
	});

	it("reads both sides of an or in an index path", () => {
		expect(sorted(indexKeys(["Katayama disease or fever"], forms))).toEqual([
			"diseas katayama",
			"fever katayama",
		]);
		expect(indexKeys(["Disease", "specified NEC"], forms)).toEqual([]);
	});
});

describe("spelling", () => {
	const spelling = spellingOf(
		new Map([
			["pneumonia", 0],
			["patent", 1],
			["diarrhea", 2],
			["hypertension", 3],
		]),
	);

	it("corrects one slip towards a medical word only", () => {
		expect(spelling("pneumnia")).toBe("pneumonia");
		expect(spelling("hypertnsion")).toBe("hypertension");
		expect(spelling("patient")).toBeNull();
		expect(spelling("penumonai")).toBeNull();
	});
});
