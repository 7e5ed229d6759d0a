import { describe, expect, it } from "vitest";
import { layOut } from "../../../utils/notes/dictionary/dictionary";
import { matchesIn, sentenceOf } from "../../../utils/notes/match/match";
import { termsOf } from "../../../utils/notes/terms/terms";
import { wordForms } from "../../../utils/notes/terms/word-forms";

describe("matchesIn", () => {
	it("weighs the part that the sentence says above a rare whole that it lies in", () => {
		const ids = new Map<string, number>();
		const rarities: Record<string, number> = { breast: 1, cancer: 1, trunk: 5 };
		const dictionary = layOut(
			[
				{ keys: ["breast", "cancer"], row: 1, source: "index" },
				{ keys: ["cancer", "trunk"], row: 2, source: "index" },
			],
			ids,
			new Map(Object.keys(rarities).map((key) => [key, 1])),
		);
		const text = "breast cancer";
		const terms = termsOf(text, 0, text.length, wordForms(""));
		const names = [...ids.keys()];
		const matches = matchesIn(
			sentenceOf(terms, ids, new Map([["breast", ["trunk"]]])),
			dictionary,
			(id) => rarities[names[id] as string] as number,
		);
		const [first] = matches.sort((a, b) => b.weight - a.weight);
		expect(first?.row).toBe(1);
	});
});
