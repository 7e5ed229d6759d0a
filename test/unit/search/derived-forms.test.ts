import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivedForms } from "../../../utils/search/derived-forms";

describe("derivedForms", () => {
	it.each([
		["epididymal", "epididymis"],
		["thrombotic", "thrombosis"],
		["thrombosis", "thrombotic"],
		["ischemic", "ischemia"],
		["obstructive", "obstruction"],
		["hemorrhage", "hemorrhagic"],
		["scapular", "scapula"],
		["accidental", "accident"],
	])("%s may be %s", (word, form) => {
		expect(derivedForms(word)).toContain(form);
	});
	it("leaves short words alone and never gives the word itself", () => {
		expect(derivedForms("renal")).toEqual([]);
		fc.assert(fc.property(fc.string(), (word) => !derivedForms(word).includes(word)));
	});
});
