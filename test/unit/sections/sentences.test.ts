import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../../utils/notes/sections";

const LONGEST = 1200;

describe("a sentence without an end", () => {
	it.each([
		["commas", "pain, ".repeat(3000)],
		["blanks", "without a ".repeat(2000)],
		["neither", "x".repeat(20_000)],
	])("is cut where it can be: %s", (_, text) => {
		const sentences = splitSentences(text, 0, text.length);
		expect(sentences.every(({ start, end }) => end - start <= LONGEST)).toBe(true);
		const said = sentences.map(({ start, end }) => text.slice(start, end)).join("");
		expect(said.replace(/[\s,]/g, "")).toBe(text.replace(/[\s,]/g, ""));
	});

	it("keeps every sentence in order and every word in one of them", () => {
		const word = fc.stringMatching(/^[a-z]{1,12}$/);
		const text = fc
			.array(fc.tuple(word, fc.constantFrom(" ", ", ", "; ", ". ", "\n")), { maxLength: 600 })
			.map((pairs) => pairs.flat().join(""));
		fc.assert(
			fc.property(text, (note) => {
				const sentences = splitSentences(note, 0, note.length);
				let at = 0;
				for (const { start, end } of sentences) {
					expect(start).toBeGreaterThanOrEqual(at);
					expect(end - start).toBeLessThanOrEqual(LONGEST);
					at = end;
				}
				const letters = (one: string): string => one.replace(/[^a-z]/g, "");
				expect(letters(sentences.map(({ start, end }) => note.slice(start, end)).join(""))).toBe(
					letters(note),
				);
			}),
			{ numRuns: 60 },
		);
	});
});
