import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { loadBundledTables } from "../../../utils/lexicon/bundled";
import { setTables, TableError, table, tableNames, tableRows } from "../../../utils/lexicon/tables";

describe("table registry", () => {
	it("reads rows by column name, with their line", () => {
		setTables({ "test/one": "# a comment\nphrase\tcode\n\nheart attack\tI21.9\nflu\n" });
		expect(tableRows("test/one", ["code", "phrase"])).toEqual([
			{ line: 4, cells: { code: "I21.9", phrase: "heart attack" } },
			{ line: 5, cells: { code: "", phrase: "flu" } },
		]);
	});
	it("names file, line and cause", () => {
		setTables({ "test/two": "a\tb\n1\t2\t3\n" });
		expect(() => tableRows("test/two", ["a"])).toThrow("data/test/two.tsv:2: 3 cells, heading has 2");
		expect(() => tableRows("test/two", ["c"])).toThrow('data/test/two.tsv:1: column "c" is missing');
		expect(() => table("test/none")).toThrow(TableError);
	});
	it("holds the same tables from disk and from the bundle", () => {
		loadTables();
		const fromDisk = tableNames().map((name) => [name, table(name)]);
		loadBundledTables();
		expect(tableNames().map((name) => [name, table(name)])).toEqual(fromDisk);
	});
});
