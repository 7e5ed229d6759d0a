import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWords } from "../../../utils/documentation/note-words";
import { tableRules } from "../../../utils/documentation/rules/table";
import { tableFindings } from "../../../utils/documentation/rules/table-rules";
import { wordingFaults } from "../../../utils/documentation/wording";
import { tableRows } from "../../../utils/lexicon/tables";
import { noteInput, suggested } from "./hand-made";

loadTables();
const KINDS = ["positive", "negative", "negated", "family"] as const;
const examples = tableRows("rules/documentation-examples", ["rule", "kind", "code", "quote", "text"]).map(
	({ cells, line }) => ({ ...cells, line }),
);
const STATUS = { positive: "affirmed", negative: "affirmed", negated: "negated", family: "family" } as const;

/** Findings of one rule on an example, with the suggestion that the note reader would hand over. */
function run(example: (typeof examples)[number]) {
	const { text, code, quote, kind, rule } = example;
	const suggestions = code === "" ? [] : [suggested(text, code, quote, STATUS[kind as "positive"])];
	const found = [...tableFindings(noteInput(text, suggestions), readWords(text))];
	return found.filter((finding) => finding.rule === rule);
}

describe("codes of other systems", () => {
	it("answer no rule, however much they look like a diagnosis", () => {
		const text = "Assessment: diabetes. Wheelchair ordered.";
		const found = (more: Parameters<typeof suggested>[4]) => {
			const suggestions = [
				suggested(text, "E11.9", "diabetes"),
				suggested(text, "E1038", "Wheelchair", "affirmed", more),
			];
			return [...tableFindings(noteInput(text, suggestions), readWords(text))].map(({ rule }) => rule);
		};
		expect(found({ system: "HCPCS" })).toEqual(["diabetes-type"]);
		expect(found({ system: "ICD-10-CM" })).toEqual([]);
	});
});

describe("examples of the hand-written rules", () => {
	let rules: string[];
	beforeAll(() => {
		rules = tableRules().map((rule) => rule.id);
	});

	it("stand for every rule, of every kind", () => {
		const there = new Set(examples.map(({ rule, kind }) => `${rule} ${kind}`));
		const missing = rules
			.flatMap((rule) => KINDS.map((kind) => `${rule} ${kind}`))
			.filter((key) => !there.has(key));
		expect(missing).toEqual([]);
		expect(rules.length).toBeGreaterThanOrEqual(40);
	});

	it.each(examples.filter(({ kind }) => kind === "positive"))("$rule speaks: $text", (example) => {
		const [finding, ...more] = run(example);
		expect(more).toEqual([]);
		expect(finding).toBeDefined();
		expect(example.text.slice(finding?.start, finding?.end)).toBe(finding?.quote);
		expect(finding?.quote.toLowerCase()).toContain(example.quote.toLowerCase());
	});

	it.each(examples.filter(({ kind }) => kind !== "positive"))("$rule is silent, $kind: $text", (example) => {
		expect(run(example)).toEqual([]);
	});

	it("give queries without a forbidden word", () => {
		const faults = examples.flatMap((example) =>
			run(example).flatMap((finding) =>
				wordingFaults(finding.query, [finding.quote, ...finding.indicators.map(({ quote }) => quote)]).map(
					(fault) => `${example.rule}: ${fault.pattern}`,
				),
			),
		);
		expect(faults).toEqual([]);
	});
});
