import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import { causeTable } from "../../../utils/notes/causes/table";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

/** Selected external causes of a history, in rising order. */
function causesOf(words: string, externalCauses = true): string[] {
	return readWhole(reader, { text: `HPI:\n${words}\n` }, { externalCauses })
		.suggestions.filter(({ code, selected }) => selected && /^[V-Y]/.test(code))
		.map(({ code }) => code)
		.sort();
}

describe("external causes beside an injury", () => {
	it.each([
		["She slipped on a wet floor and fell. Left ankle sprain.", ["W01.0XXA"]],
		["He fell. Left ankle sprain.", ["W19.XXXA"]],
		["A dog bit her right hand. Laceration of the right hand.", ["W54.0XXA"]],
	])("%s", (words, codes) => {
		expect(causesOf(words)).toEqual(codes);
	});

	it.each([
		["the risk of a fall", "He is at risk for falls. Left ankle sprain."],
		["a fall of long ago", "He fell as a child. Left ankle sprain."],
		["a relative's fall", "Her mother fell last week. Left ankle sprain."],
		["a denied fall", "She denies a fall. Left ankle sprain."],
		["no injury", "He slipped on a wet floor and fell. He has hypertension."],
		["what makes it worse", "Left ankle sprain, aggravated by walking and by lifting boxes."],
		["stable, no stabbing", "Left ankle sprain, stable, no knife used."],
	])("none for %s", (_, words) => {
		expect(causesOf(words)).toEqual([]);
	});

	it("selects none unless asked", () => {
		expect(causesOf("She slipped on a wet floor and fell. Left ankle sprain.", false)).toEqual([]);
	});

	it("holds words in their order, few between, with and without what a row demands", () => {
		const { rules } = causeTable();
		const holds = (code: string, words: string): boolean =>
			rules.some(
				(rule) =>
					rule.code === code &&
					rule.words.test(words) &&
					rule.beside?.test(words) !== false &&
					rule.not?.test(words) !== true,
			);
		expect(holds("W11", "he fell off a ladder")).toBe(true);
		expect(holds("W11", "he fell. a ladder; nothing")).toBe(true);
		expect(holds("W11", "he fell; a ladder stood there")).toBe(false);
		expect(holds("Y93.01", "he was hiking")).toBe(true);
		expect(holds("Y93.01", "difficulty walking")).toBe(false);
		expect(holds("V86.65", "he was a passenger on an atv")).toBe(true);
		expect(holds("V86.65", "he drove an atv")).toBe(false);
	});
});
