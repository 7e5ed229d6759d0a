import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinRegions, splitRange, wordOverlap } from "../../../utils/background/state/join";
import { applyRegionEdit, type RegionState, takeRegions } from "../../../utils/background/state/note-store";
import { editBetween } from "../../../utils/page/text/edit";
import { region } from "./parts";

const held = (regionId: string, text: string, label?: string): RegionState => ({
	...region(regionId, text, 1, label),
	held: false,
});
const frame = (frameId: number, ...regions: RegionState[]) => ({
	frameId,
	documentId: `d${frameId}`,
	regions,
});

describe("joining the notes of a tab", () => {
	it("puts them under the labels of their fields, with a map back", () => {
		const joined = joinRegions([
			frame(0, held("r1", "Cough.", "Subjective"), held("r2", "Pneumonia.", "Assessment")),
		]);
		expect(joined.text).toBe("Subjective\nCough.\n\nAssessment\nPneumonia.");
		expect(joined.blocks.map(({ kind, start, end }) => [kind, joined.text.slice(start, end)])).toEqual([
			["heading", "Subjective"],
			["field", "Cough."],
			["heading", "Assessment"],
			["field", "Pneumonia."],
		]);
		const at = joined.text.indexOf("Pneumonia");
		expect(splitRange(joined, { start: at, end: at + 9 })).toMatchObject({
			part: { regionId: "r2" },
			start: 0,
			end: 9,
		});
		expect(splitRange(joined, { start: 0, end: 10 })).toBeNull();
	});

	it("leads every range of every note back to its own words", () => {
		const note = fc
			.string({ unit: "grapheme", minLength: 1, maxLength: 40 })
			.filter((text) => text.trim() !== "");
		fc.assert(
			fc.property(
				fc.array(note, { minLength: 1, maxLength: 5 }),
				fc.nat(),
				fc.nat(),
				fc.nat(),
				(texts, n, a, b) => {
					const joined = joinRegions(texts.map((text, index) => frame(index, held("r1", text))));
					const index = n % texts.length;
					const text = texts[index] as string;
					const part = joined.parts.find((each) => each.frameId === index);
					if (part === undefined) throw new Error("a part is missing");
					const start = a % text.length;
					const end = start + 1 + (b % (text.length - start));
					const back = splitRange(joined, { start: part.at + start, end: part.at + end });
					expect(back).toMatchObject({ part: { documentId: `d${index}` }, start, end });
					expect(joined.text.slice(part.at + start, part.at + end)).toBe(text.slice(start, end));
				},
			),
		);
	});

	it("leaves out held notes and empty ones", () => {
		const joined = joinRegions([
			frame(0, { ...held("r1", "Old."), held: true }, held("r2", "  "), held("r3", "New.")),
		]);
		expect(joined.text).toBe("New.");
	});
});

describe("edits of a note", () => {
	it("follow each other or are refused, and never make a text that no page has", () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: "grapheme", maxLength: 30 }), { minLength: 2, maxLength: 8 }),
				(texts) => {
					const regions = new Map<string, RegionState>();
					takeRegions(regions, [region("r1", texts[0] as string)], new Set());
					for (let i = 1; i < texts.length; i++) {
						const edit = editBetween(texts[i - 1] as string, texts[i] as string) ?? {
							start: 0,
							end: 0,
							insert: "",
						};
						const sent = { regionId: "r1", base: i, revision: i + 1, ...edit, blocks: [] };
						expect(applyRegionEdit(regions, { ...sent, base: i + 5, revision: i + 6 })).toBe(false);
						expect(applyRegionEdit(regions, sent)).toBe(true);
						expect(applyRegionEdit(regions, sent)).toBe(false);
						expect(regions.get("r1")?.text).toBe(texts[i]);
					}
				},
			),
		);
	});

	it("are refused outside of the text, for unknown regions, and with blocks that do not fit", () => {
		const regions = new Map<string, RegionState>();
		takeRegions(regions, [region("r1", "Cough")], new Set());
		const edit = { regionId: "r1", base: 1, revision: 2, start: 0, end: 0, insert: "", blocks: [] };
		expect(applyRegionEdit(regions, { ...edit, end: 99 })).toBe(false);
		expect(applyRegionEdit(regions, { ...edit, start: 4, end: 2 })).toBe(false);
		expect(applyRegionEdit(regions, { ...edit, regionId: "r9" })).toBe(false);
		expect(applyRegionEdit(regions, { ...edit, blocks: [{ kind: "paragraph", start: 0, end: 99 }] })).toBe(
			false,
		);
		expect(regions.get("r1")?.text).toBe("Cough");
	});

	it("keep a note held while it says what it said for the patient before", () => {
		const regions = new Map<string, RegionState>();
		takeRegions(regions, [region("r1", "Old note"), region("r2", "New note")], new Set(["Old note"]));
		expect([...regions.values()].map((each) => each.held)).toEqual([true, false]);
	});
});

it("tells charts apart by their words, and says nothing about short ones", () => {
	expect(wordOverlap("gout", "cough")).toBeNull();
	const a = "acute gout of the left foot with tophi since last winter, allopurinol started";
	expect(wordOverlap(a, `${a} today`)).toBe(1);
	expect(
		wordOverlap(a, "screening colonoscopy, three polyps removed from sigmoid colon, pathology pending now"),
	).toBeLessThan(0.2);
});
