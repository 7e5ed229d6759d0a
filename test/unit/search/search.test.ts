import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { buildSearchSections } from "../../../utils/search/build";
import { openSearch, type Searcher } from "../../../utils/search/search";
import { searchAll } from "../../../utils/search/search-all";
import { ROWS, tinySet } from "./tiny-set";

let searcher: Searcher;
let supplies: Searcher;
beforeAll(() => {
	loadTables();
	searcher = openSearch(tinySet(ROWS));
	supplies = openSearch(
		tinySet(
			[
				{ code: "K0001", title: "Standard wheelchair" },
				{ code: "A4253", title: "Blood glucose test strips for diabetes, per 50 strips" },
			],
			"HCPCS",
		),
	);
});

const codes = (query: string, options = {}) =>
	searcher.search(query, { typing: false, ...options }).results.map((hit) => hit.code);
const first = (query: string, options = {}) => codes(query, options)[0];

describe("search", () => {
	it.each([
		["hypertension", "I10"],
		["htn", "I10"],
		["high blood pressure", "I10"],
		["hypertention", "I10"],
		["diabetes", "E11.9"],
		["diabtes", "E11.9"],
		["type 1 diabetes", "E10.9"],
		["dm2 with ckd", "E11.22"],
		["migraine", "G43.009"],
		["migraine with aura", "G43.109"],
		["migraine without aura intractable with status migrainosus", "G43.011"],
		["left knee pain", "M25.562"],
		["pain knee", "M25.569"],
		["knee pain rt", "M25.561"],
		["colles fracture right", "S52.531A"],
		["colles fracture left", "S52.532A"],
		["open colles fracture right", "S52.531B"],
		["colles fracture right subsequent encounter", "S52.531D"],
		["left colles fracture sequela", "S52.532S"],
	])("%s -> %s", (query, code) => {
		expect(first(query)).toBe(code);
	});

	it("finds codes with and without dot, in any case, and what begins with them", () => {
		expect(first("S52.531A")).toBe("S52.531A");
		expect(first("s52531a")).toBe("S52.531A");
		expect(codes("S52.53").slice(0, 3)).toEqual(["S52.53", "S52.531", "S52.531A"]);
		expect(codes("s52.53", { billableOnly: true })).toEqual(
			ROWS.filter((row) => row.code.startsWith("S52.53") && !row.header).map((row) => row.code),
		);
	});

	it("lists only billable codes for words, each once", () => {
		for (const query of ["diabetes", "fracture", "migraine", "pain"]) {
			const found = searcher.search(query).results;
			expect(new Set(found.map((hit) => hit.code)).size).toBe(found.length);
			expect(found.every((hit) => hit.billable)).toBe(true);
		}
	});

	it("completes the unfinished last word and puts literal starts first", () => {
		const answer = searcher.search("migr");
		expect(answer.completions).toContain("migraine");
		expect(answer.results.slice(0, 4).every((hit) => hit.title.startsWith("Migr"))).toBe(true);
		expect(answer.results[0]?.titleMarks).toEqual([{ start: 0, end: 4 }]);
		expect(searcher.search("pain in l").results[0]?.code).toBe("M25.562");
	});

	it("says which spelling it used, and only then", () => {
		expect(searcher.search("diabtes", { typing: false }).didYouMean).toBe("diabetes");
		expect(searcher.search("diabetes", { typing: false }).didYouMean).toBeUndefined();
		expect(searcher.search("knee pian", { typing: false }).didYouMean).toBe("knee pain");
	});

	it("explains itself", () => {
		const [hit] = searcher.search("hypertension", { typing: false }).results;
		expect(hit?.titleMarks.map(({ start, end }) => hit.title.slice(start, end))).toEqual(["hypertension"]);
		expect(["index", "synonym"]).toContain(hit?.via?.kind);
		const [other] = searcher.search("high blood pressure", { typing: false }).results;
		const { text = "", marks = [] } = other?.via ?? {};
		expect(marks.map(({ start, end }) => text.slice(start, end)).join(" ")).toMatch(/blood pressure/);
	});

	it("keeps to chapters and systems", () => {
		expect(codes("pain", { chapters: ["9"] })).toEqual([]);
		expect(codes("knee", { chapters: ["13"] })).toHaveLength(3);
		expect(codes("diabetes", { systems: ["HCPCS"] })).toEqual([]);
	});

	it("lets favourites rise a little and the user's own synonyms lead", () => {
		expect(codes("knee pain")).toEqual(["M25.569", "M25.561", "M25.562"]);
		expect(codes("knee pain", { boost: new Set(["M25.562"]) })).toEqual(["M25.569", "M25.562", "M25.561"]);
		expect(first("hypertension", { boost: new Set(["M25.562"]) })).toBe("I10");
		const [hit] = searcher.search("the usual", { synonyms: [{ phrase: "The usual", code: "i10" }] }).results;
		expect(hit).toMatchObject({ code: "I10", via: { kind: "user", text: "The usual" } });
	});

	it("answers the same from the sections of a pack as from an index made on the spot", () => {
		const set = tinySet(ROWS);
		const sections = buildSearchSections(set);
		const packed = openSearch({ ...set, section: (name: string) => sections[name] ?? null });
		for (const query of ["diabetes", "colles left", "migraine without aura"])
			expect(packed.search(query)).toEqual(searcher.search(query));
	});

	it("never fails and never gives more than was asked for", () => {
		fc.assert(
			fc.property(
				fc.string({ unit: "binary", maxLength: 60 }),
				fc.integer({ min: 0, max: 5 }),
				(query, limit) => {
					const { results } = searcher.search(query, { limit });
					expect(results.length).toBeLessThanOrEqual(limit);
					for (const hit of results)
						for (const { start, end } of hit.titleMarks)
							expect(start < end && end <= hit.title.length).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});
	it.each([
		["nothing", ""],
		["blanks", "   "],
		["stop words", "of the in and with"],
		["one letter", "m"],
		["regex", ".*+?^$ {}()|[]\\"],
		["emoji", "🤕 knee 🦵"],
		["right to left", "ألم الركبة"],
		["NUL", "knee\u0000pain"],
		["forty words", "knee pain ".repeat(20)],
		["nonsense of 2,000", "xq".repeat(1000)],
		["prototype", "__proto__ constructor toString"],
	])("stands %s", (_, query) => {
		expect(Array.isArray(searcher.search(query).results)).toBe(true);
	});
});

describe("searchAll", () => {
	it("gives one list over several sets, best first", () => {
		const { results } = searchAll([searcher, supplies], "diabetes", { typing: false });
		expect(results[0]).toMatchObject({ system: "ICD-10-CM", code: "E11.9" });
		expect(results.some((hit) => hit.code === "A4253")).toBe(true);
		expect([...results].sort((a, b) => b.score - a.score)).toEqual(results);
	});
	it("does not let a guess of one set beat a word that another knows", () => {
		const { results, didYouMean } = searchAll([searcher, supplies], "wheelchair", { typing: false });
		expect(results[0]?.code).toBe("K0001");
		expect(didYouMean).toBeUndefined();
	});
	it("keeps to the limit over all sets and to the asked systems", () => {
		expect(searchAll([searcher, supplies], "diabetes", { limit: 2 }).results).toHaveLength(2);
		const { results } = searchAll([searcher, supplies], "diabetes", { systems: ["HCPCS"] });
		expect(results.map((hit) => hit.system)).toEqual(["HCPCS"]);
	});
});
