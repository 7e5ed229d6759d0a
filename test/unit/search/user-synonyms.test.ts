import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportSynonyms, importSynonyms } from "../../../utils/search/user-synonyms";

describe("user synonyms", () => {
	it("come back as they were exported", () => {
		const word = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,3}$/);
		const code = fc.stringMatching(/^[A-Z][0-9]{2}(\.[0-9A-Z]{1,4})?$/);
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.record({ phrase: word, code }), { selector: (s) => s.phrase }),
				(synonyms) => {
					expect(importSynonyms(exportSynonyms(synonyms))).toEqual({ synonyms, refused: [] });
				},
			),
		);
	});
	it("are read from a spreadsheet's list, a later line for the same phrase wins", () => {
		const text = "\ufeffPhrase,Code\r\nthe usual;i10\r\nknee, right, m25.561\r\nThe usual\tE11.9\r\n";
		expect(importSynonyms(text).synonyms).toEqual([
			{ phrase: "The usual", code: "E11.9" },
			{ phrase: "knee, right", code: "M25.561" },
		]);
	});
	it("name every line that was not taken", () => {
		const { synonyms, refused } = importSynonyms(
			`just words\n\tI10\nx\tnot a code\n${"y".repeat(101)}\tI10\n`,
		);
		expect(synonyms).toEqual([]);
		expect(refused.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
		expect(refused[0]?.reason).toBe("needs a phrase and a code");
	});
	it("never fail on any text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(importSynonyms(text).synonyms)),
		);
	});
});
