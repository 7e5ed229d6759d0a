import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Searcher } from "../../utils/search/search";

export interface GoldenQuery {
	line: number;
	query: string;
	codes: string[];
	/** Siblings that must rank below. */
	below: string[];
}

/** Lines of one of the golden lists of queries under test/golden. */
export function readGolden(name: "shorthands" | "meaning-queries" | "coder-phrases"): GoldenQuery[] {
	const path = fileURLToPath(new URL(`../../test/golden/${name}.tsv`, import.meta.url));
	const found: GoldenQuery[] = [];
	for (const [i, line] of readFileSync(path, "utf8").trimEnd().split("\n").entries()) {
		if (line.startsWith("#")) continue;
		const [query = "", codes = "", below = ""] = line.split("\t");
		const siblings = name === "meaning-queries" ? below.split("|").filter(Boolean) : [];
		found.push({ line: i + 1, query, codes: codes.split("|"), below: siblings });
	}
	return found;
}

const codesOf = (searcher: Pick<Searcher, "search">, query: string, limit: number) =>
	searcher.search(query, { limit, typing: false, billableOnly: true }).results.map((hit) => hit.code);

/** Golden shorthands whose code is not among the first `most`. */
export function missedShorthands(searcher: Pick<Searcher, "search">, most = 3): GoldenQuery[] {
	return readGolden("shorthands").filter(
		({ query, codes }) => !codesOf(searcher, query, most).some((code) => codes.includes(code)),
	);
}

/** Golden meaning queries where the right code is missing or below one of its siblings. */
export function missedMeanings(searcher: Pick<Searcher, "search">): GoldenQuery[] {
	return readGolden("meaning-queries").filter(({ query, codes, below }) => {
		const found = codesOf(searcher, query, 20);
		const right = found.findIndex((code) => codes.includes(code));
		return right < 0 || found.slice(0, right).some((code) => below.includes(code));
	});
}
