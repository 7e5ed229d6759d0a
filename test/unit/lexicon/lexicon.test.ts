import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { abbreviationSenses } from "../../../utils/lexicon/abbreviations";
import { bodyParts, liesIn } from "../../../utils/lexicon/body-parts";
import { lexiconFaults } from "../../../utils/lexicon/check";
import { drugHints, drugs } from "../../../utils/lexicon/drugs";
import { hintsHold, parseHints } from "../../../utils/lexicon/hints";
import { lexiconPhrases } from "../../../utils/lexicon/phrases";
import { britishSpellings } from "../../../utils/lexicon/spelling";
import { tableRows } from "../../../utils/lexicon/tables";

beforeAll(() => loadTables());

/** Titles by code of an official order file, or null when the files are not here. */
function officialCodes(edition: string): Map<string, string> | null {
	const shared = process.env.CHARTSIDE_SHARED;
	const folder = shared === undefined ? "" : join(shared, "codesets", `icd10cm-${edition}`);
	if (folder === "" || !existsSync(folder)) return null;
	const codes = new Map<string, string>();
	for (const zip of readdirSync(folder).filter((name) => /CodeDescriptions/i.test(name))) {
		const files = unzipSync(readFileSync(join(folder, zip)), {
			filter: (file) => /order/i.test(file.name) && !/addend/i.test(file.name) && file.name.endsWith(".txt"),
		});
		for (const bytes of Object.values(files)) {
			for (const line of new TextDecoder().decode(bytes).split("\n")) {
				const code = line.slice(6, 13).trim();
				if (code !== "") codes.set(code, line.slice(77).trim());
			}
		}
	}
	return codes;
}

describe("the lexicon's tables", () => {
	it("have no faults by form", () => {
		expect(lexiconFaults()).toEqual([]);
	});

	it.each(["2026", "2027"])("name only codes of FY%s, under titles that do not contradict", (edition) => {
		const codes = officialCodes(edition);
		if (codes === null) {
			console.log(`lexicon codes of FY${edition} not checked: CHARTSIDE_SHARED is not set`);
			return;
		}
		const titleOf = (code: string) => codes.get(code.replace(".", ""));
		expect(lexiconFaults(titleOf)).toEqual([]);
		for (const drug of drugs().values()) expect(titleOf(drug.longTerm), drug.source).toBeDefined();
	});

	it("are as large as asked", () => {
		const lay = tableRows("lexicon/lay", ["phrase"]).length;
		expect(lexiconPhrases().length - lay).toBeGreaterThan(3000);
		expect(lay).toBeGreaterThan(300);
		expect(abbreviationSenses().size).toBeGreaterThan(500);
		expect(britishSpellings().size).toBeGreaterThan(200);
	});

	it("keep body parts in a tree without loops", () => {
		for (const part of new Set(bodyParts().values())) {
			if (part.within !== "") expect(liesIn(part.within, part.part), part.part).toBe(false);
		}
		expect(liesIn("distal radius", "forearm")).toBe(false);
		expect(liesIn("distal radius", "upper extremity")).toBe(true);
		expect(liesIn("kneecap", "knee")).toBe(true);
	});

	it("take drugs as hints for conditions", () => {
		const warfarin = drugs().get("warfarin");
		expect(warfarin?.longTerm).toBe("Z79.01");
		expect(warfarin && drugHints(warfarin, "I48.91")).toBe(true);
		expect(warfarin && drugHints(warfarin, "E11.9")).toBe(false);
		const humira = drugs().get("humira");
		expect(humira && drugHints(humira, "M06.9")).toBe(true);
	});
});

describe("hints", () => {
	const scene = (words: string[], section = "hpi", written = "MS") => ({
		written,
		phrase: "MS",
		section,
		has: (word: string) => words.includes(word),
	});

	it("ask for the right neighbours, section and case", () => {
		const near = parseHints("case, near=valve|murmur");
		expect(hintsHold(near, scene(["murmur"]))).toBe(true);
		expect(hintsHold(near, scene(["gait"]))).toBe(false);
		expect(hintsHold(near, scene(["murmur"], "hpi", "ms"))).toBe(false);
		expect(hintsHold(parseHints("section=exam"), scene([], "exam"))).toBe(true);
		expect(hintsHold(parseHints("section=exam"), scene([], "plan"))).toBe(false);
		expect(hintsHold(parseHints("not=test"), scene(["test"]))).toBe(false);
		expect(hintsHold(parseHints("weak"), scene([]))).toBe(false);
		expect(hintsHold(null, scene([]))).toBe(true);
	});

	it("name what is wrong", () => {
		expect(() => parseHints("nearby=x")).toThrow(/nearby/);
	});
});
