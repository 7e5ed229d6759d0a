import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { tableRows } from "../../../utils/lexicon/tables";
import { terms } from "../../../utils/search/terms";

beforeAll(loadTables);

const place = (table: string, line: number, text: string) => `data/lexicon/${table}.tsv:${line}: ${text}`;
const CODE = /^$|^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$|^U07\.1$|^U09\.9$/;

describe("data/lexicon/search-synonyms.tsv", () => {
	it("has phrases of words, a way, a meaning and well-formed codes", () => {
		const wrong: string[] = [];
		for (const { line, cells } of tableRows("lexicon/search-synonyms", ["phrase", "way", "means", "code"])) {
			const report = (text: string) => wrong.push(place("search-synonyms", line, text));
			if (terms(cells.phrase).length === 0) report("the phrase has no words");
			if (cells.way !== ">" && cells.way !== "=") report(`way "${cells.way}" is neither > nor =`);
			if (terms(cells.means).length === 0) report("the meaning has no words");
			if (!CODE.test(cells.code)) report(`"${cells.code}" is not a code`);
			if (cells.code === "" && cells.phrase === cells.means)
				report("the phrase means itself and names no code");
		}
		expect(wrong).toEqual([]);
	});
	it("gives a phrase one code", () => {
		const codes = new Map<string, string>();
		const wrong: string[] = [];
		for (const { line, cells } of tableRows("lexicon/search-synonyms", ["phrase", "code"])) {
			if (cells.code === "") continue;
			const known = codes.get(cells.phrase);
			if (known !== undefined && known !== cells.code)
				wrong.push(place("search-synonyms", line, `${cells.phrase} is ${known} already`));
			codes.set(cells.phrase, cells.code);
		}
		expect(wrong).toEqual([]);
	});
});

describe("data/lexicon/abbreviations-search.tsv", () => {
	it("has each abbreviation once, with expansions and well-formed codes", () => {
		const seen = new Set<string>();
		const wrong: string[] = [];
		for (const { line, cells } of tableRows("lexicon/abbreviations-search", [
			"abbreviation",
			"expansion",
			"code",
		])) {
			const report = (text: string) => wrong.push(place("abbreviations-search", line, text));
			if (seen.has(cells.abbreviation)) report(`${cells.abbreviation} comes twice`);
			seen.add(cells.abbreviation);
			if (cells.expansion.split("|").some((sense) => sense.trim() === "")) report("an expansion is empty");
			if (!CODE.test(cells.code)) report(`"${cells.code}" is not a code`);
		}
		expect(wrong).toEqual([]);
		expect(seen.size).toBeGreaterThanOrEqual(500);
	});
});
