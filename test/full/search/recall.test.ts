import { beforeAll, describe, expect, it } from "vitest";
import { missedMeanings, missedShorthands } from "../../../scripts/lib/golden-search";
import { type Asked, readQueries, score } from "../../../scripts/lib/search-scores";
import { randomBillable, typingScores } from "../../../scripts/lib/typing-scores";
import type { Searcher } from "../../../utils/search/search";
import { officialSearch } from "./official-search";

let searcher: Searcher;
let queries: Record<string, Asked[]>;
beforeAll(() => {
	searcher = officialSearch();
	queries = readQueries(process.env.CHARTSIDE_SHARED ?? "");
});

/** Every `step`-th query: the whole sets take minutes (npm run eval:search). */
const sample = (name: string, step: number) => (queries[name] ?? []).filter((_, i) => i % step === 0);

describe("recall on the development sets, official FY2026 set", () => {
	// Floors a little below what eval:search reports: a fall under them is a defect, not noise.
	it.each([
		["gems", 8, 0.62, 0.78, 0.81],
		["doid", 8, 0.59, 0.7, 0.73],
		["phrases", 1, 0.62, 0.8, 0.84],
	])("%s", (name, step, at1, at5, at10) => {
		const scores = score(searcher, sample(name, step));
		expect(scores.at1).toBeGreaterThan(at1);
		expect(scores.at5).toBeGreaterThan(at5);
		expect(scores.at10).toBeGreaterThan(at10);
	});

	it("loses little to one typing error", () => {
		const wrong = score(searcher, sample("typos", 2));
		const right = score(searcher, sample("typos-plain", 2));
		for (const at of ["at1", "at5", "at10"] as const) expect(wrong[at]).toBeGreaterThan(right[at] - 0.02);
	});

	it("finds all of 500 random codes and 100 partial ones", () => {
		const { set } = searcher;
		const rows = randomBillable(set, 500, 42);
		const missed = rows.filter((row, i) => {
			const code = set.code(row);
			const text = i % 2 === 0 ? code.replace(".", "") : code;
			return searcher.search(i % 3 === 0 ? text.toLowerCase() : text).results[0]?.code !== code;
		});
		expect(missed.map((row) => set.code(row))).toEqual([]);
		const partial = rows.slice(0, 100).filter((row) => {
			const code = set.code(row);
			const { results } = searcher.search(code.slice(0, Math.max(3, code.length - 2)), { limit: 200 });
			return !results.some((hit) => hit.code === code);
		});
		expect(partial.map((row) => set.code(row))).toEqual([]);
	});

	it("lists titles that are being typed about as often as literal starts allow", () => {
		for (const { found, chance } of typingScores(searcher.set, searcher, 100, 5))
			expect(found).toBeGreaterThan(chance - 0.05);
	});
});

describe("golden lists", () => {
	it("shorthands: at least 48 of 50 in the first three", () => {
		expect(missedShorthands(searcher).length).toBeLessThanOrEqual(2);
	});
	it("meaning: at most 4 of 120 rank a wrong sibling first", () => {
		expect(missedMeanings(searcher).map((one) => one.query).length).toBeLessThanOrEqual(4);
	});
});

describe("worst input", () => {
	const cases: [string, string][] = [
		["200 characters of nonsense", "zxqvkjw pflorbt ".repeat(13).slice(0, 200)],
		["200 letters without a blank", "zxqvkjwpfl".repeat(20)],
		["40 common words", "other unspecified disease of left upper lower right ".repeat(5)],
		["40 misspelt words", "diabtes hypertenson fractre pnemonia astma ".repeat(8)],
		["one letter", "a"],
		["only stop words", "of the in and with to for by"],
		["regex characters", ".*+?^$ {}()|[]\\ (a+)+$"],
		["emoji", "🤕🦵🏽 knee pain 👩‍⚕️"],
		["right-to-left text", "ارتفاع ضغط الدم סוכרת"],
		["NUL", "knee\u0000 pain\u0000"],
	];
	it.each(cases)("%s is answered like any other query", (_, query) => {
		// Counted in ordinary queries, not in milliseconds: the machine may be busy.
		const median = (text: string) => {
			const times = Array.from({ length: 5 }, () => {
				const start = performance.now();
				searcher.search(text);
				return performance.now() - start;
			});
			return times.sort((a, b) => a - b)[2]!;
		};
		const ordinary = median("other specified disorders of the lower leg");
		expect(median(query)).toBeLessThan(50 * Math.max(ordinary, 1));
		expect(searcher.search(query).results.length).toBeLessThanOrEqual(20);
	});
});
