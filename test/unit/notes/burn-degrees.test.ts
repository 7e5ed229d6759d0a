import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { markBurnDegrees } from "../../../utils/notes/terms/burn-degrees";
import { termsOf } from "../../../utils/notes/terms/terms";
import { wordForms } from "../../../utils/notes/terms/word-forms";

beforeAll(() => loadTables());

/** Degrees that the depth of a burn is read as. */
function degreesOf(text: string): string[] {
	const terms = termsOf(text, 0, text.length, wordForms());
	markBurnDegrees(terms);
	return terms.flatMap(({ also = [] }) => also);
}

describe("depth of a burn", () => {
	it.each([
		["superficial burn of the wrist", ["first"]],
		["deep partial thickness burn of the arm", ["second"]],
		["superficial partial thickness scald", ["second"]],
		["burned palm with blisters", ["second"]],
		["chemical burn of the forearm, full thickness", ["third"]],
		["full thickness tear of the rotator cuff", []],
		["blister of the heel", []],
	])("%s", (text, degrees) => {
		expect(degreesOf(text)).toEqual(degrees);
	});
});
