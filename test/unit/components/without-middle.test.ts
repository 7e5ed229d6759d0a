import { describe, expect, it } from "vitest";
import { linesOf, withoutMiddle } from "../../../components/text/without-middle";

const atMost = (length: number) => (words: readonly string[]) => words.join(" ").length <= length;
const cut = (text: string, length: number) => withoutMiddle(text.split(" "), atMost(length)).join(" ");

describe("lines", () => {
	it("breaks where a line is full", () => {
		expect(linesOf([], 1, 10)).toBe(0);
		expect(linesOf([5, 4], 1, 10)).toBe(1);
		expect(linesOf([5, 5], 1, 10)).toBe(2);
		expect(linesOf([30, 5], 1, 10)).toBe(2);
	});
});

describe("a title without its middle", () => {
	const title = "Unspecified fracture of the lower end of left radius, initial encounter for closed fracture";

	it("leaves a title alone that fits", () => {
		expect(cut(title, 200)).toBe(title);
		expect(cut("Gout", 2)).toBe("Gout");
	});

	it("keeps the beginning and the end, and leaves out no more than it has to", () => {
		for (const length of [40, 60, 80]) {
			const shown = cut(title, length);
			expect(shown.length).toBeLessThanOrEqual(length);
			expect(shown.length).toBeGreaterThan(length - 16);
			expect(shown).toMatch(/^Unspecified.* … .*closed fracture$/);
		}
	});

	it("keeps the first and the last word whatever the room", () => {
		expect(cut(title, 1)).toBe("Unspecified … fracture");
		expect(cut("Acute gout", 1)).toBe("Acute gout");
	});
});
