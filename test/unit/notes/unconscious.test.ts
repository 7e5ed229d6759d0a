import { describe, expect, it } from "vitest";
import { unconsciousFor } from "../../../utils/notes/choose/unconscious";

describe("how long consciousness was lost", () => {
	it.each([
		["Concussion, loss of consciousness for 5 minutes.", "1"],
		["He lost consciousness for about ten minutes.", "1"],
		["LOC x 45 min.", "2"],
		["Unconscious for two hours.", "3"],
		["Unresponsive for 30 seconds.", "1"],
		["A 20-minute loss of consciousness.", "1"],
		["Unconscious for 3 days.", "5"],
		["No loss of consciousness. Seen 20 minutes after the fall.", null],
		["Loss of consciousness of unknown duration.", null],
	])("%s", (text, told) => {
		expect(unconsciousFor(text)).toBe(told);
	});
});
