import { officialSet } from "../test/full/codesets/official";
import { openSearch } from "../utils/search/search";
import { optionValue } from "./lib/args";
import { withoutIndex } from "./lib/bare-set";
import { openMeasuredSet } from "./lib/eval/open-pack";
import { missedMeanings, missedShorthands, readGolden } from "./lib/golden-search";
import { loadTables } from "./lib/load-tables";
import { type Asked, quantile, readQueries, type Scores, score } from "./lib/search-scores";
import { randomBillable, typingScores } from "./lib/typing-scores";

/**
 * `npm run eval:search [-- --set gems] [--pack FILE] [--misses N] [--seed N]`: recall at 1, 5 and 10 and MRR of every
 * development set on the official FY2026 set (or the pack at FILE), misses by class, codes, as-you-type and the golden lists.
 */
const shared = process.env.CHARTSIDE_SHARED;
if (!shared) {
	console.log("eval:search skipped: CHARTSIDE_SHARED does not name the shared folder");
	process.exit(0);
}
const args = process.argv.slice(2);
const only = optionValue(args, "--set");
const misses = Number(optionValue(args, "--misses") ?? 0);
const seed = Number(optionValue(args, "--seed") ?? 1);
loadTables();
const pack = optionValue(args, "--pack");
const set = pack === undefined ? officialSet("icd10cm-2026") : openMeasuredSet(shared, pack);
const searcher = openSearch(set);
const queries = readQueries(shared);
const percent = (share: number) => (100 * share).toFixed(1).padStart(6);

function line(name: string, { queries: n, at1, at5, at10, mrr, ms }: Scores): void {
	const time = `p50 ${quantile(ms, 0.5).toFixed(2)} p95 ${quantile(ms, 0.95).toFixed(2)} ms`;
	console.log(
		`${name.padEnd(24)}${String(n).padStart(5)} ${percent(at1)}${percent(at5)}${percent(at10)}   ${mrr.toFixed(3)}  ${time}`,
	);
}

/** Why the gold was not in the first ten: nothing found, wrong chapter, right chapter, right category. */
function missClass(asked: Asked): string {
	const [first] = searcher.search(asked.query, { limit: 1, typing: false, billableOnly: true }).results;
	if (!first) return "nothing found";
	if (first.code.slice(0, 3) === asked.gold.slice(0, 3)) return "right category";
	const chapter = (code: string) => {
		const row = set.find(code);
		return row < 0 ? "" : set.chapter(row);
	};
	return chapter(first.code) === chapter(asked.gold) ? "right chapter" : "other chapter";
}

function classes(asked: readonly Asked[], { places }: Scores): void {
	const counts = new Map<string, number>();
	const lost = asked.filter((_, i) => places[i] === 0);
	for (const one of lost) counts.set(missClass(one), (counts.get(missClass(one)) ?? 0) + 1);
	const shown = [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`);
	if (lost.length > 0) console.log(`    not in the first ten: ${lost.length} (${shown.join(", ")})`);
	for (const one of lost.slice(0, misses)) console.log(`      ${one.query} -> ${one.gold}`);
}

console.log(`${set.release.system} ${set.release.edition}; results are distinct billable codes\n`);
console.log(`${"set".padEnd(24)}    n    at 1  at 5 at 10    MRR`);
for (const [name, asked] of Object.entries(queries)) {
	if (name === "index-leaves" || (only && only !== name)) continue;
	const scores = score(searcher, asked);
	line(name, scores);
	if (name === "gems")
		line(
			"  gems-exact",
			score(
				searcher,
				asked.filter((one) => one.source === "gems-exact"),
			),
		);
	classes(asked, scores);
}
if (!only || only === "index-leaves")
	line("index-leaves, no index", score(openSearch(withoutIndex(set)), queries["index-leaves"] ?? []));

if (!only) {
	const rows = randomBillable(set, 500, seed);
	const found = (text: string, code: string) => searcher.search(text, { limit: 1 }).results[0]?.code === code;
	const full = rows.filter((row, i) => {
		const code = set.code(row);
		const text = i % 2 === 0 ? code : code.replace(".", "");
		return found(i % 3 === 0 ? text.toLowerCase() : text, code);
	});
	const partial = rows.slice(0, 100).filter((row) => {
		const code = set.code(row);
		const { results } = searcher.search(code.slice(0, Math.max(3, code.length - 2)), { limit: 200 });
		return results.some((hit) => hit.code === code);
	});
	console.log(
		`\ncodes: ${full.length} of 500 full codes first, ${partial.length} of 100 partial codes listed`,
	);
	console.log(
		"\nas you type, 300 random titles: share in the first ten (chance of ten literal-prefix titles)",
	);
	for (const { length, found: share, chance } of typingScores(set, searcher, 300, seed))
		console.log(`  ${String(length).padStart(2)} characters ${percent(share)} (${percent(chance).trim()})`);
	const shorthands = missedShorthands(searcher);
	const meanings = missedMeanings(searcher);
	console.log(
		`\nshorthands in the first three: ${50 - shorthands.length} of ${readGolden("shorthands").length}`,
	);
	for (const { query, codes } of shorthands) console.log(`  ${query} -> ${codes.join(" ")}`);
	console.log(`meaning queries: ${120 - meanings.length} of ${readGolden("meaning-queries").length}`);
	for (const { query, codes } of meanings) console.log(`  ${query} -> ${codes.join(" ")}`);
}
