import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { draft, inline } from "../../../utils/documentation/draft";
import { tableRules } from "../../../utils/documentation/rules/table";
import { setTables, table } from "../../../utils/lexicon/tables";

loadTables();
const text = "PMH: CKD.\nLabs: eGFR 38.\nPlan: watch CKD.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe("a query draft", () => {
	const finding = draft({
		rule: "ckd-stage",
		topic: "stage",
		level: "changes-code",
		text,
		span: at("CKD"),
		section: "PMH",
		codes: ["N18.9"],
		indicators: [{ ...at("eGFR 38"), section: "Labs" }],
		options: ["stage 4", "stage 3b"],
	});

	it("states the record with its place, then asks one open question, then offers what the note supports", () => {
		expect(finding.query).toBe(
			[
				"CKD: stage not stated",
				"",
				"The record states: “CKD” (PMH).",
				"Also in the record: “eGFR 38” (Labs).",
				"",
				"Can the stage of the CKD be further specified?",
				"[ ] stage 3b",
				"[ ] stage 4",
				"[ ] other: ________",
				"[ ] unable to determine",
			].join("\n"),
		);
	});

	it("quotes the note's own words at its offsets", () => {
		expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
		for (const one of finding.indicators) expect(text.slice(one.start, one.end)).toBe(one.quote);
	});

	it("offers no answers where the note supports none", () => {
		const plain = draft({ rule: "x", topic: "type", level: "check", text, span: at("CKD"), codes: [] });
		expect(plain.query).not.toContain("[ ]");
		expect(plain.title).toBe("CKD: type not stated");
	});

	it("shows long or broken words on one line", () => {
		expect(inline("a\n b,")).toBe("a b");
		expect(inline("word ".repeat(40)).length).toBeLessThanOrEqual(72);
	});
});

describe("the rule table", () => {
	it("names the line of a row that is not sound", () => {
		const whole = table("rules/documentation");
		const line = whole.split("\n").findIndex((row) => row.startsWith("ckd-stage")) + 1;
		expect(line).toBeGreaterThan(1);
		expect(tableRules().length).toBeGreaterThanOrEqual(40);
		setTables({ "rules/documentation": whole });
	});
});
