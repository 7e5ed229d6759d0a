import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { wordingFaults } from "../../../utils/documentation/wording";
import { checkCodes } from "../../../utils/edits/check";
import { tableRows } from "../../../utils/lexicon/tables";
import { smallSet } from "../edits/small-set";
import { ownTexts } from "./own-texts";

loadTables();
const root = join(import.meta.dirname, "../../..");
const patterns = tableRows("rules/forbidden-words", ["pattern", "case", "why"]).map(({ cells }) => cells);

/** A sentence for each forbidden pattern; the list and the table are held against each other below. */
const SENTENCES = [
	"Consider a different code.",
	"We are considering the stage.",
	"The stage should be stated.",
	"The side must be stated.",
	"We recommend a query.",
	"Chartside suggests that you ask.",
	"Please document the stage.",
	"This upgrades the code.",
	"Captured in the note.",
	"Optimise the list.",
	"Optimization of the list.",
	"A missed diagnosis.",
	"More revenue for the clinic.",
	"The payment depends on it.",
	"It is paid differently.",
	"This is reimbursable.",
	"It avoids a denial.",
	"An audit-proof list.",
	"The DRG changes.",
	"The MS-DRG changes.",
	"This is a CC.",
	"This is an MCC.",
	"It maps to an HCC.",
	"The RAF changes.",
	"The patient likely has sepsis.",
	"The patient probably has sepsis.",
	"It meets criteria for sepsis.",
];

describe("the wording lint", () => {
	it.each(SENTENCES)("finds fault with: %s", (sentence) => {
		expect(wordingFaults(sentence)).not.toEqual([]);
	});

	it("has a failing sentence for each of its patterns", () => {
		const tried = new Set(
			SENTENCES.flatMap((sentence) => wordingFaults(sentence).map(({ pattern }) => pattern)),
		);
		expect(patterns.map(({ pattern }) => pattern).filter((pattern) => !tried.has(pattern))).toEqual([]);
		expect(patterns.length).toBeGreaterThanOrEqual(24);
	});

	it("goes by whole words, and by case where the word is an acronym", () => {
		for (const text of [
			"A shoulder, a considerable effusion.",
			"The ccm unit, cc per minute.",
			"Recommence the drug.",
			"A raft of tests.",
		])
			expect(wordingFaults(text)).toEqual([]);
	});

	it("leaves out what the record or an official text says", () => {
		const text = "“should be seen again”: side not stated";
		expect(wordingFaults(text)).not.toEqual([]);
		expect(wordingFaults(text, ["should be seen again"])).toEqual([]);
		expect(wordingFaults("should, and again should", ["should,"])).not.toEqual([]);
	});

	it("says why", () => {
		expect(wordingFaults("The DRG changes.")).toEqual([{ pattern: "DRG", why: "speaks of payment" }]);
	});
});

describe("our own texts", () => {
	it("of the rule tables pass", () => {
		const texts = [
			...tableRows("rules/documentation", ["title", "question", "why"]),
			...tableRows("rules/documentation-conflicts", ["title", "question", "why"]),
			...tableRows("rules/documentation-history", ["title", "question", "why"]),
			...tableRows("rules/axis-questions", ["title", "question"]),
			...tableRows("rules/list-combinations", ["text"]),
			...tableRows("rules/list-never-first", ["what"]),
			...tableRows("rules/list-principal", ["what"]),
			...tableRows("rules/list-ages", ["what"]),
		].flatMap(({ cells }) => Object.values(cells));
		expect(texts.length).toBeGreaterThan(300);
		expect(texts.flatMap((text) => wordingFaults(text).map(({ pattern }) => `${pattern}: ${text}`))).toEqual(
			[],
		);
	});

	it("of the checks on a code list pass", () => {
		const set = smallSet();
		const codes: string[] = [];
		for (let row = 0; row < set.size; row++) codes.push(set.code(row));
		const found = [
			...checkCodes({ codes, ageYears: 30, setting: "inpatient" }, [set]),
			...checkCodes({ codes: codes.reverse(), ageYears: 0, setting: "inpatient" }, [set]),
			...codes.flatMap((code) =>
				checkCodes({ codes: [code, `${code}9`, "I10"], setting: "inpatient" }, [set]),
			),
		];
		expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(12);
		const faults = found.flatMap(({ text, fix }) => [
			...wordingFaults(text),
			...wordingFaults(fix?.label ?? ""),
		]);
		expect(faults).toEqual([]);
	});

	it("in pages, pop-up, panel and card pass", () => {
		const files = (folder: string): string[] =>
			readdirSync(join(root, folder)).flatMap((name) => {
				const path = join(folder, name);
				if (statSync(join(root, path)).isDirectory()) return files(path);
				return /\.(?:tsx?|html)$/.test(name) ? [path] : [];
			});
		const texts = ["components", "entrypoints", "utils"].flatMap((folder) =>
			files(folder).flatMap((path) =>
				ownTexts(readFileSync(join(root, path), "utf8")).map((text) => ({ path, text })),
			),
		);
		expect(texts.length).toBeGreaterThan(100);
		const faults = texts.flatMap(({ path, text }) =>
			wordingFaults(text).map(({ pattern }) => `${path}: ${pattern}: ${text}`),
		);
		expect(faults).toEqual([]);
	});
});
