import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseForm } from "../../../utils/text/base-form";
import { editDistance } from "../../../utils/text/distance";
import { tokenise, words } from "../../../utils/text/tokens";

describe("tokenise", () => {
	it("keeps the shorthand of notes whole", () => {
		expect(words("s/p CABG, w/o N/V/D; w/ DM2 1.5 mg and/or # NOF")).toEqual([
			"s/p", "cabg", "w/o", "n/v/d", "w/", "dm2", "1.5", "mg", "and", "or", "#", "nof",
		]); // biome-ignore format: one line reads better
	});
	it("folds possessives, diacritics and hyphens", () => {
		expect(words("Crohn’s, Sjögren's; Ménière, non-small-cell o'clock")).toEqual([
			"crohn",
			"sjogren",
			"meniere",
			"non",
			"small",
			"cell",
			"oclock",
		]);
	});
	it("gives offsets that cut the text where the words stand, for any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
				let last = 0;
				for (const { start, end } of tokenise(text)) {
					expect(start).toBeGreaterThanOrEqual(last);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					last = end;
				}
			}),
		);
	});
});

describe("baseForm", () => {
	it.each([
		["fractures", "fracture"],
		["biopsies", "biopsy"],
		["diagnoses", "diagnosis"],
		["vertebrae", "vertebra"],
		["oedema", "edema"],
		["anaemia", "anemia"],
		["haemorrhoids", "hemorrhoid"],
		["diarrhoea", "diarrhea"],
		["tumours", "tumor"],
		["oesophagitis", "esophagitis"],
		["goitre", "goiter"],
		["pelvis", "pelvis"],
		["abscess", "abscess"],
		["abscesses", "abscess"],
		["diseases", "disease"],
		["toes", "toe"],
		["foetal", "fetal"],
		["coeliac", "celiac"],
		["diabetes", "diabetes"],
		["paraesthesia", "paresthesia"],
		["leucocytosis", "leukocytosis"],
		["aerosol", "aerosol"],
		["fibre", "fiber"],
		["noses", "nose"],
	])("%s -> %s", (word, base) => {
		expect(baseForm(word)).toBe(base);
	});
	it("never fails, also on words of the language itself", () => {
		expect(baseForm("constructor")).toBe("constructor");
		fc.assert(fc.property(fc.string(), (word) => typeof baseForm(word) === "string"));
	});
});

describe("editDistance", () => {
	it("counts a swap of neighbours as one", () => {
		expect(editDistance("diabtes", "diabetes", 2)).toBe(1);
		expect(editDistance("asthma", "ashtma", 2)).toBe(1);
		expect(editDistance("abc", "xyz", 2)).toBe(3);
	});
	it("is symmetric and cut off", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(4), (a, b, max) => {
				const d = editDistance(a, b, max);
				expect(editDistance(b, a, max) > max).toBe(d > max);
				if (d <= max) expect(editDistance(b, a, max)).toBe(d);
				expect(d === 0).toBe(a === b);
			}),
		);
	});
});
