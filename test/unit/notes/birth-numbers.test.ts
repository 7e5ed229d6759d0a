import { describe, expect, it } from "vitest";
import { birthNumbersOf, birthWeeksCode, birthWeightCode } from "../../../utils/notes/choose/birth-numbers";

describe("numbers of a newborn", () => {
	it.each([
		["Preterm infant. 31 weeks, birth weight 1,420 g.", 1420, 31],
		["Born at 26 weeks with a weight of 880 grams.", 880, 26],
		["Gestation 34 4/7 weeks. Birth weight 2.15 kg.", 2150, 34],
		["Term newborn, 39 weeks, birth weight 3,400 g.", null, null],
		["Seen 30 weeks after the operation, weighs 80 kg.", null, null],
	])("%s", (text, grams, weeks) => {
		const numbers = birthNumbersOf(text);
		expect(numbers.grams?.value ?? null).toBe(grams);
		expect(numbers.weeks?.value ?? null).toBe(weeks);
	});

	it("choose the codes of P07", () => {
		expect([499, 880, 1000, 1420, 1999, 2499].map(birthWeightCode)).toEqual([
			"P07.01",
			"P07.03",
			"P07.14",
			"P07.15",
			"P07.17",
			"P07.18",
		]);
		expect([22, 23, 27, 28, 31, 36].map(birthWeeksCode)).toEqual([
			"P07.21",
			"P07.22",
			"P07.26",
			"P07.31",
			"P07.34",
			"P07.39",
		]);
	});
});
