import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spellings } from "../../../utils/search/spelling";
import { Vocabulary } from "../../../utils/search/vocabulary";
import { editDistance } from "../../../utils/text/distance";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 1, maxLength: 9 });

describe("Vocabulary", () => {
	it("finds exactly the words within the distance, as a plain comparison of all words does", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { maxLength: 60 }),
				word,
				fc.integer({ min: 0, max: 3 }),
				(list, asked, max) => {
					const words = [...list].sort();
					const found = new Vocabulary(words)
						.near(asked, max, false)
						.map((n) => [words[n.place], n.distance]);
					const expected = words
						.map((candidate) => [candidate, editDistance(asked, candidate, max)] as const)
						.filter(([, distance]) => distance <= max);
					expect(found).toEqual(expected.map(([candidate, distance]) => [candidate, distance]));
				},
			),
			{ numRuns: 500 },
		);
	});
	it("finds the words that start within the distance", () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { maxLength: 60 }),
				word,
				fc.integer({ min: 0, max: 2 }),
				(list, asked, max) => {
					const words = [...list].sort();
					const least = (candidate: string) =>
						Math.min(
							...Array.from({ length: candidate.length + 1 }, (_, n) =>
								editDistance(asked, candidate.slice(0, n), max),
							),
						);
					const found = new Vocabulary(words).near(asked, max, true).map((n) => [words[n.place], n.distance]);
					const expected = words.map((c) => [c, least(c)] as const).filter(([, d]) => d <= max);
					expect(found).toEqual(expected.map(([c, d]) => [c, d]));
				},
			),
			{ numRuns: 300 },
		);
	});
	it("finds words and completions by binary search", () => {
		const vocabulary = new Vocabulary(["ankle", "arm", "art", "artery", "toe"]);
		expect(vocabulary.find("art")).toBe(2);
		expect(vocabulary.find("ar")).toBe(-1);
		expect(vocabulary.startingWith("ar")).toEqual({ from: 1, to: 4 });
	});
});

describe("spellings", () => {
	const words = ["asthma", "diabetes", "diabetic", "dialysis", "fracture", "fractured", "hernia"];
	const vocabulary = new Vocabulary(words);
	const best = (asked: string) => spellings(vocabulary, asked, false, () => 5)[0]?.word;
	it.each([
		["diabtes", "diabetes"],
		["diabetse", "diabetes"],
		["fractre", "fracture"],
		["ashtma", "asthma"],
		["hirnia", "hernia"],
	])("%s -> %s", (asked, expected) => {
		expect(best(asked)).toBe(expected);
	});
	it("leaves short words, codes and far words alone", () => {
		expect(best("dm")).toBeUndefined();
		expect(best("t2dm1")).toBeUndefined();
		expect(best("pneumonoultra")).toBeUndefined();
	});
});
