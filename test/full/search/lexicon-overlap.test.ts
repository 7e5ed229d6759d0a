import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readQueries } from "../../../scripts/lib/search-scores";
import { tableRows } from "../../../utils/lexicon/tables";
import { words } from "../../../utils/text/tokens";

const shared = process.env.CHARTSIDE_SHARED ?? "";
const key = (text: string) => words(text).join(" ");

/** Share of the phrases of a table, of three words or more, that are a query of the development sets. */
function overlap(
	table: string,
	column: string,
	asked: ReadonlySet<string>,
): { shared: string[]; phrases: number } {
	const phrases = new Set(tableRows(table, [column]).map(({ cells }) => key(cells[column] as string)));
	const long = [...phrases].filter((phrase) => phrase.split(" ").length >= 3);
	return { shared: long.filter((phrase) => asked.has(phrase)), phrases: long.length };
}

describe("the lexicon is written from knowledge, not from the evaluation sets", () => {
	it("shares no more long phrases with the queries than common clinical names explain", () => {
		loadTables();
		const queries = Object.values(readQueries(shared)).flat();
		const asked = new Set(queries.map((one) => key(one.query)));
		const found = [
			overlap("lexicon/search-synonyms", "phrase", asked),
			overlap("lexicon/abbreviations-search", "expansion", asked),
		];
		for (const one of found) {
			console.log(
				`phrases of 3 words or more: ${one.phrases}, also a query: ${one.shared.join("; ") || "none"}`,
			);
			expect(one.shared.length).toBeLessThanOrEqual(0.2 * Math.max(one.phrases, 1));
		}
		expect(readFileSync(join(shared, "eval/README.md"), "utf8")).toContain("For measuring only");
	});
	it("pairs no query with its gold code where the phrase is rare", () => {
		loadTables();
		const gold = new Map(
			Object.entries(readQueries(shared))
				.filter(([name]) => name !== "index-leaves")
				.flatMap(([, list]) => list.map((one) => [key(one.query), one.gold] as const)),
		);
		const rows = tableRows("lexicon/search-synonyms", ["phrase", "code"]);
		const pairs = rows.filter(({ cells }) => cells.code !== "" && gold.get(key(cells.phrase)) === cells.code);
		console.log(`rows that are a query with its code: ${pairs.map(({ cells }) => cells.phrase).join("; ")}`);
		expect(pairs.length).toBeLessThan(0.05 * rows.length);
	});
});
