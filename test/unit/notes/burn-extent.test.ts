import { describe, expect, it } from "vitest";
import { burnExtentOf, extentCode } from "../../../utils/notes/choose/burn-extent";

describe("burnt share of the body surface", () => {
	it.each([
		["Burns over 35% of the body, 15% of them third degree.", "T31.31"],
		["Partial thickness burns, total 22% TBSA, none third degree.", "T31.20"],
		["Third degree burn, 8% of the body surface.", "T31.0"],
		["TBSA: 12 percent, all full thickness.", "T31.11"],
		["95% TBSA, 92% full-thickness.", "T31.99"],
	])("%s", (text, code) => {
		const extent = burnExtentOf(text);
		expect(extent === null ? null : extentCode("T31", extent)).toBe(code);
	});

	it("is not read from other percents", () => {
		expect(burnExtentOf("Ejection fraction 35%, oxygen 98% on room air, 10% dextrose.")).toBeNull();
	});
});
