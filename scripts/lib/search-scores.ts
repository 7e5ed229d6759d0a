import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Searcher } from "../../utils/search/search";

/** A query with the code it should find; `prefix` accepts any code that starts with the gold. */
export interface Asked {
	query: string;
	gold: string;
	prefix: boolean;
	source: string;
	/** The same query without its typing error. */
	plain?: string;
}

/** Places of the gold code: 1 = first, 0 = not in the first ten. */
export interface Scores {
	queries: number;
	at1: number;
	at5: number;
	at10: number;
	mrr: number;
	places: number[];
	ms: number[];
}

/** The development queries under the shared folder, by set. */
export function readQueries(shared: string): Record<string, Asked[]> {
	const rows = (name: string) => {
		const [head, ...lines] = readFileSync(join(shared, "eval/search", name), "utf8")
			.trimEnd()
			.split("\n");
		const columns = head!.split("\t");
		return lines.map((line) => {
			const cells = line.split("\t");
			return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ""]));
		});
	};
	const exact = (r: Record<string, string>): Asked => ({
		query: r.query!,
		gold: r.gold!,
		prefix: false,
		source: r.source!,
	});
	const either = (r: Record<string, string>): Asked => ({
		query: r.query!,
		gold: r.gold!,
		prefix: r.match === "prefix",
		source: r.source ?? "",
	});
	const typos = rows("typos.tsv");
	return {
		gems: rows("gems.tsv").map(exact),
		doid: rows("doid.tsv").map((r) => ({
			query: r.query!,
			gold: r.gold_prefix!,
			prefix: true,
			source: r.source!,
		})),
		phrases: rows("phrases.tsv").map(exact),
		typos: typos.map(either),
		"typos-plain": typos.map((r) => ({ ...either(r), query: r.plain! })),
		"index-leaves": rows("index-leaves.tsv").map(either),
	};
}

/** Place of the gold among the distinct billable results of one finished query. */
export function placeOf(searcher: Pick<Searcher, "search">, asked: Asked): number {
	const { results } = searcher.search(asked.query, { limit: 10, typing: false, billableOnly: true });
	return (
		1 + results.findIndex((hit) => (asked.prefix ? hit.code.startsWith(asked.gold) : hit.code === asked.gold))
	);
}

/** Runs a set of queries. */
export function score(searcher: Pick<Searcher, "search">, asked: readonly Asked[]): Scores {
	const places: number[] = [];
	const ms: number[] = [];
	for (const one of asked) {
		const start = performance.now();
		places.push(placeOf(searcher, one));
		ms.push(performance.now() - start);
	}
	const share = (most: number) =>
		places.filter((p) => p > 0 && p <= most).length / Math.max(1, places.length);
	const mrr = places.reduce((sum, p) => sum + (p > 0 ? 1 / p : 0), 0) / Math.max(1, places.length);
	return { queries: asked.length, at1: share(1), at5: share(5), at10: share(10), mrr, places, ms };
}

/** Value below which `share` of the numbers lie. */
export function quantile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
