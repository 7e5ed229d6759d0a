import { beforeAll, describe, expect, it } from "vitest";
import type { CodeSet } from "../../../utils/codesets/types";
import { openAxes } from "../../../utils/documentation/axes";
import { classificationFindings } from "../../../utils/documentation/classification";
import { readWords } from "../../../utils/documentation/note-words";
import type { Suggestion } from "../../../utils/notes/types";
import { smallSet } from "../edits/small-set";
import { noteInput, suggested } from "./hand-made";

let set: CodeSet;
beforeAll(() => {
	set = smallSet();
});

const EYE = "Age-related nuclear cataract";
const about = (text: string, code = "H25.10", quote = "nuclear cataract", more: Partial<Suggestion> = {}) => {
	const title = set.title(set.find(code));
	const suggestions = [suggested(text, code, quote, more.status ?? "affirmed", { title, ...more })];
	const input = noteInput(text, suggestions, { set });
	return [...classificationFindings(input, readWords(text))].map(
		({ rule, quote: words }) => `${rule}: ${words}`,
	);
};

describe("axes of the classification", () => {
	it("are the siblings of an unspecified code that say more", () => {
		const [axis, ...more] = openAxes(set, set.find("H25.10"));
		expect(more).toEqual([]);
		expect(axis?.topic).toBe("laterality");
		expect(axis?.options.map((row) => set.code(row))).toEqual(["H25.11", "H25.12", "H25.13"]);
		expect(openAxes(set, set.find("H25.11"))).toEqual([]);
		expect(openAxes(set, set.find("I10"))).toEqual([]);
	});

	it("are there under a head that names the unspecified one, too, and ask for a cause where the siblings have one", () => {
		const [axis] = openAxes(set, set.find("K52.9"));
		expect(axis?.topic).toBe("cause");
		expect(axis?.options.map((row) => set.code(row))).toEqual(["K52.0", "K52.1"]);
		expect(openAxes(set, set.find("M79.2"))).toEqual([]);
	});
});

describe("findings of the classification", () => {
	const asked = ["unspecified-laterality: nuclear cataract"];

	it("ask where the note has no word for the axis", () => {
		expect(about("Assessment: nuclear cataract, glare at night.")).toEqual(asked);
	});

	it.each([
		"Assessment: nuclear cataract of the right eye.",
		"Right eye: blurred for a year.\nAssessment: nuclear cataract.",
		"Exam: lens opacity OD. nuclear cataract OD.",
	])("are silent where the note says it: %s", (text) => expect(about(text)).toEqual([]));

	it("take a long word for the one it begins like, and an accident's own words for no condition", () => {
		const gut = (text: string, quote: string) => about(text, "K52.9", quote);
		expect(gut("Assessment: gastroenteritis.", "gastroenteritis")).toEqual([
			"unspecified-cause: gastroenteritis",
		]);
		expect(gut("Assessment: gastroenteritis since the radiations.", "gastroenteritis")).toEqual([]);
		expect(gut("Assessment: injured bowel.", "injured bowel")).toEqual([]);
		expect(gut("Assessment: chronic diarrhea.", "chronic diarrhea")).toEqual([]);
	});

	it("do not take the writing hand for a side", () => {
		expect(about("Right-handed. Assessment: nuclear cataract.")).toEqual(asked);
	});

	it("ask where a code has a side that the note never says", () => {
		expect(about("Assessment: nuclear cataract.", "H25.11")).toEqual(asked);
		expect(about("Assessment: nuclear cataract, right.", "H25.11")).toEqual([]);
	});

	it.each(["negated", "family", "historical", "hypothetical", "uncertain", "other-person"] as const)(
		"are silent about a mention that is %s",
		(status) =>
			expect(about("Assessment: nuclear cataract.", "H25.10", "nuclear cataract", { status })).toEqual([]),
	);

	it("are silent where the conclusion only suspects the condition", () => {
		const text = "HPI: treated for nuclear cataract. Assessment: possible cataract.";
		const suggestion = suggested(text, "H25.10", "nuclear cataract", "affirmed", {
			title: set.title(set.find("H25.10")),
		});
		const at = text.indexOf("cataract.", 40);
		const asked = (status: "uncertain" | "affirmed") => {
			const spans = [...suggestion.spans, { start: at, end: at + 8, status }];
			const input = noteInput(text, [{ ...suggestion, spans }], { set });
			return [...classificationFindings(input, readWords(text))].length;
		};
		expect(asked("affirmed")).toBe(1);
		expect(asked("uncertain")).toBe(0);
	});

	it("are silent about guesses, companions and other systems", () => {
		const text = "Assessment: nuclear cataract.";
		expect(about(text, "H25.10", "nuclear cataract", { score: 0.001 })).toEqual([]);
		expect(about(text, "H25.10", "nuclear cataract", { companion: true })).toEqual([]);
		expect(about(text, "H25.10", "nuclear cataract", { system: "HCPCS" })).toEqual([]);
	});

	it("are silent where another suggestion has chosen", () => {
		const text = "Assessment: nuclear cataract. Cataract surgery booked.";
		const title = (code: string) => ({ title: set.title(set.find(code)) });
		const input = noteInput(
			text,
			[
				suggested(text, "H25.10", "nuclear cataract", "affirmed", title("H25.10")),
				suggested(text, "H25.13", "Cataract", "affirmed", { ...title("H25.13"), title: `${EYE}, bilateral` }),
			],
			{ set },
		);
		expect([...classificationFindings(input, readWords(text))]).toEqual([]);
	});
});
