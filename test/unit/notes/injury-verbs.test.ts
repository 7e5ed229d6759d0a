import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

/** Injury codes of a history of one sentence, in rising order. */
function injuriesOf(words: string): string[] {
	return readWhole(reader, { text: `HISTORY OF PRESENT ILLNESS:\n${words}\n` }, { depth: "all" })
		.suggestions.map(({ code }) => code)
		.filter((code) => /^[ST]/.test(code))
		.sort();
}

describe("an injury told by a verb", () => {
	it.each([
		["She broke her left wrist yesterday.", ["S62.102A"]],
		["He cracked two ribs on the left.", ["S22.42XA"]],
		["Tore his left ACL playing soccer.", ["S83.512A"]],
		["She rolled her right ankle.", ["S93.401A"]],
		["He scraped his right elbow.", ["S50.311A"]],
		["She twisted her left knee.", ["S83.92XA"]],
		["He pulled a muscle in his lower back.", ["S39.012A"]],
		["A dog bit her left calf.", ["S81.852A"]],
		["Strained his lower back lifting a box.", ["S39.012A"]],
	])("%s", (words, codes) => {
		expect(injuriesOf(words)).toEqual(codes);
	});

	it.each([
		"She broke out in hives on both arms.",
		"Her water broke this morning.",
		"He had a steroid shot in the left shoulder.",
		"She got a flu shot in the left arm.",
		"He turned his back and cut down on bread.",
		"They scraped the mole on her back.",
		"She snapped her fingers at him.",
	])("%s (no injury)", (words) => {
		expect(injuriesOf(words)).toEqual([]);
	});
});
