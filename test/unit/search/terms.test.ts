import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phraseKeys, termKey, terms } from "../../../utils/search/terms";

const keys = (text: string) => terms(text).map((term) => term.key);

describe("terms", () => {
	it.each([
		["Type II diabetes, w/o complications", ["type", "2", "diabetes", "!complication"]],
		["Migraine without aura, not intractable, with status", ["migraine", "!aura", "!intractable", "status"]],
		["without mention of obstruction or gangrene", ["!obstruction", "!gangrene"]],
		["reflux without esophagitis with bleeding", ["reflux", "!esophagitis", "bleeding"]],
		["not specified as recurrent", ["unspecified", "!recurrent"]],
		["Pneumonia, not elsewhere classified", ["pneumonia"]],
		["non-traumatic rupture", ["nontraumatic", "rupture"]],
		["Complication(s) of a graft", ["complication", "graft"]],
		["hepatitis A and a cough", ["hepatitis", "a", "cough"]],
		["CKD stage IIIa, 1st trimester", ["ckd", "stage", "3a", "first", "trimester"]],
		["disc at C5-6", ["disc", "c5", "c6"]],
	])("%s", (text, expected) => {
		expect(keys(text)).toEqual(expected);
	});
	it("marks bracketed words and what is only unspecified as optional", () => {
		const optional = (text: string) =>
			terms(text)
				.filter((t) => t.optional)
				.map((t) => t.surface);
		expect(optional("Essential (primary) hypertension")).toEqual(["primary"]);
		expect(optional("Labyrinthitis, unspecified ear")).toEqual(["ear"]);
		expect(optional("Pain in unspecified knee")).toEqual([]);
	});
	it("joins hyphenated words on request", () => {
		expect(terms("bath-tub", true).map((t) => t.surface)).toEqual(["bath", "bathtub", "tub"]);
	});
	it("never fails and keeps its offsets inside the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
				for (const term of terms(text, true)) {
					expect(term.start).toBeGreaterThanOrEqual(0);
					expect(term.end).toBeLessThanOrEqual(text.length);
					expect(term.surface.length).toBeGreaterThan(0);
				}
			}),
		);
		expect(termKey("constructor")).toBe("constructor");
		expect(termKey("__proto__")).toBe("__proto__");
	});
});

describe("phraseKeys", () => {
	it("gives what terms gives, for any phrase", () => {
		const word = fc.constantFrom(
			"acute",
			"without",
			"not",
			"non",
			"of",
			"a",
			"IIIa",
			"type",
			"2",
			"Crohn's",
			"s/p",
			"falls",
			"1st",
		);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 5 }), (list) => {
				const text = list.join(" ");
				expect(phraseKeys(text)).toEqual(terms(text).map((term) => term.key));
			}),
		);
	});
});
