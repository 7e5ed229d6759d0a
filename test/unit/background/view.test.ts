import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { copyText } from "../../../utils/background/handlers/copy-text";
import type { Analysed } from "../../../utils/background/state/tab";
import { evidence } from "../../../utils/background/view/evidence";
import { findingViews } from "../../../utils/background/view/findings";
import { findingIds, markId, suggestionId } from "../../../utils/background/view/ids";
import { templateProblem } from "../../../utils/background/view/query-template";
import { readView } from "../../../utils/background/view/read-view";
import { sheetRows } from "../../../utils/background/view/sheet-rows";
import type { Finding } from "../../../utils/documentation/types";
import { DEFAULT_PREFERENCES } from "../../../utils/messages/preferences";
import type { Suggestion } from "../../../utils/notes/types";
import { tabWith } from "./parts";

const NOTE =
	"History of present illness. Swelling of the left ankle since Monday.\nAssessment: ankle sprain, chronic kidney disease.";

function finding(quote: string, rule = "ckd-stage"): Finding {
	const start = NOTE.indexOf(quote);
	return {
		...{ rule, topic: "stage", level: "changes-code", quote, title: `${quote}: stage not stated` },
		...{ question: "Can the stage be specified?", source: "N18", codes: [], indicators: [], query: "" },
		...{ start, end: start + quote.length },
	};
}

function analysed(
	findings: Finding[] = [],
	suggestions: Suggestion[] = [],
): { tab: ReturnType<typeof tabWith>; made: Analysed } {
	const tab = tabWith({ top: NOTE });
	const made = { joined: tab.joined, analysis: { suggestions, findings } as unknown as Analysed["analysis"] };
	tab.analysed = made;
	return { tab, made };
}

describe("evidence", () => {
	it("quotes the words with a little context that never begins inside a word or on another line", () => {
		const { made } = analysed();
		const start = NOTE.indexOf("ankle sprain");
		const view = evidence(made.joined, { start, end: start + 12 });
		expect(view).toMatchObject({
			frameId: 0,
			documentId: "doc0",
			regionId: "r1",
			start,
			quote: "ankle sprain",
		});
		expect(view?.before).toBe("Assessment: ");
		expect(view?.after).toBe(", chronic kidney disease.");
		const left = NOTE.indexOf("left");
		expect(evidence(made.joined, { start: left, end: left + 4 })?.before).toBe(
			"History of present illness. Swelling of the ".slice(-60),
		);
	});

	it("is nothing where the words stand in no note", () => {
		expect(evidence(analysed().made.joined, { start: 9_000, end: 9_010 })).toBeNull();
	});
});

describe("ids", () => {
	it("stay while code, words and document stay, and tell repeated findings apart", () => {
		const twice = findingIds([finding("left"), finding("left"), finding("ankle")], "key");
		expect(new Set(twice).size).toBe(3);
		expect(findingIds([finding("left")], "key")[0]).toBe(twice[0]);
		expect(findingIds([finding("left")], "another")[0]).not.toBe(twice[0]);
		expect(markId(twice[0] as string)).toBeLessThan(2 ** 28);
		const suggestion = {
			system: "ICD-10-CM",
			code: "N18.9",
			spans: [{ start: 3, end: 5 }],
		} as unknown as Suggestion;
		const { made } = analysed();
		expect(suggestionId(made, suggestion)).toBe(suggestionId(made, { ...suggestion, title: "other" }));
		expect(suggestionId(made, suggestion)).not.toBe(suggestionId(made, { ...suggestion, code: "N18.4" }));
	});
});

describe("findings that are shown", () => {
	const all = [finding("left", "side"), finding("chronic kidney disease"), finding("ankle sprain", "grade")];

	it("are capped, and leave out what was dismissed or muted here, on this site or always", () => {
		const { tab, made } = analysed(all);
		const rules = (change: Partial<typeof DEFAULT_PREFERENCES> = {}) =>
			findingViews(tab, made, { ...DEFAULT_PREFERENCES, ...change }).map((view) => view.rule);
		expect(rules()).toEqual(["side", "ckd-stage", "grade"]);
		expect(rules({ findingsCap: 2 })).toEqual(["side", "ckd-stage"]);
		expect(rules({ mutedRules: [{ rule: "side" }] })).toEqual(["ckd-stage", "grade"]);
		expect(rules({ mutedRules: [{ rule: "side", origin: "https://ehr.example" }] })).toEqual([
			"ckd-stage",
			"grade",
		]);
		expect(rules({ mutedRules: [{ rule: "side", origin: "https://other.example" }] })).toHaveLength(3);
		tab.session.muted = ["grade"];
		tab.session.sheet.dismissed = [findingIds(all, "")[1] as string];
		expect(rules()).toEqual(["side"]);
	});
});

describe("what was read", () => {
	it("counts notes and words, and says what was not read with what would help", () => {
		const tab = tabWith({ top: NOTE, other: "Gout." });
		if (tab.top?.surroundings) {
			tab.top.surroundings.frames = [
				{ origin: "https://docs.example", why: "cross-origin" },
				{ origin: "https://scans.example", why: "cross-origin" },
				{ origin: "https://scans.example", why: "cross-origin" },
				{ origin: "https://ehr.example", why: "pdf" },
				{ origin: "null", why: "sandboxed" },
			];
		}
		const view = readView(tab, []);
		expect(view).toMatchObject({ regions: 2, frames: 2, words: 18 });
		expect(view.unreadable.map(({ what, enable }) => [what, enable])).toEqual([
			["https://scans.example", "https://scans.example/*"],
			["PDF", undefined],
			["Sandboxed frame", undefined],
		]);
		const [silent] = readView(tab, ["https://scans.example/*"]).unreadable;
		expect(silent).toEqual({
			what: "https://scans.example",
			why: "It is enabled, but does not answer. Reload the page.",
		});
	});
});

it("shows rows with the words that support them now", () => {
	const row = { id: "w1", system: "ICD-10-CM", code: "I10", title: "Hypertension", from: "search" } as const;
	expect(sheetRows([row], [])).toEqual([{ ...row, evidence: [] }]);
});

it("copies codes in order, in the asked form", () => {
	const rows = [
		{ code: "I10", title: "Hypertension" },
		{ code: "E11.9", title: "Type 2 diabetes" },
	];
	expect(copyText(rows, "lines")).toBe("I10\nE11.9");
	expect(copyText(rows, "comma")).toBe("I10, E11.9");
	expect(copyText(rows, "with-titles")).toBe("I10\tHypertension\nE11.9\tType 2 diabetes");
	expect(copyText([], "lines")).toBe("");
});

describe("the user's own query template", () => {
	const { tab, made } = analysed([{ ...finding("chronic kidney disease"), query: "The draft." }]);
	const queryWith = (queryTemplate: string) =>
		findingViews(tab, made, { ...DEFAULT_PREFERENCES, queryTemplate })[0]?.query;

	it("frames the draft, or is made of its parts", () => {
		expect(queryWith("")).toBe("The draft.");
		expect(queryWith("To the provider\n{draft}\nThank you")).toBe("To the provider\nThe draft.\nThank you");
		expect(queryWith("{quote}: {question}")).toBe("chronic kidney disease: Can the stage be specified?");
	});

	it("is held to the rules of wording, and has to quote and ask", () => {
		loadTables();
		expect(templateProblem("")).toBeNull();
		expect(templateProblem("Dear colleague,\n{draft}")).toBeNull();
		expect(templateProblem("Hello")).toMatch(/has to contain/);
		expect(templateProblem("{quote}")).toMatch(/has to contain/);
		expect(templateProblem("Please document the stage. {draft}")).toMatch(/directs the clinician/);
		expect(templateProblem("Consider CKD. {draft}")).toMatch(/“consider” directs/i);
	});
});
