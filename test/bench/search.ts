import { gzipSync } from "node:zlib";
import flexsearch from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { withoutIndex } from "../../scripts/lib/bare-set";
import { hashSources, readSources } from "../../scripts/lib/compile-verb";
import { loadTables } from "../../scripts/lib/load-tables";
import { type Asked, quantile, readQueries, type Scores, score } from "../../scripts/lib/search-scores";
import { random, TYPED_LENGTHS, typingScores } from "../../scripts/lib/typing-scores";
import { readPack } from "../../utils/codesets/pack/container";
import { openCodeSet } from "../../utils/codesets/set/open-set";
import type { CodeSet } from "../../utils/codesets/types";
import { compilePack } from "../../utils/engine/compile";
import { openSearch } from "../../utils/search/search";
import type { SearchAnswer } from "../../utils/search/types";

/**
 * `npm run bench:search`: this search beside MiniSearch, FlexSearch and naive Fuse.js in one process, over
 * the same rows, index paths and inclusion terms of the official FY2026 set and the same queries. Prints
 * p50, p95 and their ratios, build and load times, memory and bytes. Needs CHARTSIDE_SHARED.
 */
const shared = process.env.CHARTSIDE_SHARED;
if (!shared) {
	console.log("bench:search skipped: CHARTSIDE_SHARED does not name the shared folder");
	process.exit(0);
}

/** Heap and array buffers in use, in MB, after a collection (`--expose-gc`). */
function memory(): number {
	for (let i = 0; i < 3; i++) globalThis.gc?.();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return (heapUsed + arrayBuffers) / 1e6;
}

function timed<T>(run: () => T): { value: T; ms: number } {
	const start = performance.now();
	const value = run();
	return { value, ms: performance.now() - start };
}

const times = (queries: readonly string[], search: (query: string) => unknown): number[] =>
	queries.map((query) => timed(() => search(query)).ms);

const fixed = (ms: number | null) => (ms === null ? "–" : ms.toFixed(ms < 10 ? 2 : 0)).padStart(8);

interface Row {
	id: number;
	text: string;
}

/** What every engine is given: title, index paths and inclusion terms of each billable row. */
function documents(set: CodeSet, withPaths = true): Row[] {
	const rows: Row[] = [];
	for (let row = 0; row < set.size; row++) {
		if (!set.billable(row)) continue;
		const paths = (withPaths ? set.indexPaths(row) : []).map((path) => path.parts.join(" "));
		const notes = set.notes(row).filter((note) => note.kind === "inclusionTerm" || note.kind === "includes");
		rows.push({ id: row, text: [set.title(row), ...paths, ...notes.map((note) => note.text)].join(" ; ") });
	}
	return rows;
}

loadTables();
const sources = readSources([`${shared}/codesets/icd10cm-2026`]);
const built = timed(() => compilePack(sources, { hashes: hashSources(sources) }));
const bytes = built.value;
const search = readPack(bytes).names.filter((name) => name.startsWith("search."));
const searchBytes = search.reduce((sum, name) => sum + (readPack(bytes).section(name)?.length ?? 0), 0);

const loaded = timed(() => {
	const searcher = openSearch(openCodeSet(bytes));
	searcher.search("hypertension");
	return searcher;
});
// a second opening of the index alone, with the set in memory, for the index's own size
const set = loaded.value.set;
const before = memory();
const again = openSearch(set);
again.search("hypertension");
const indexMemory = memory() - before;

const all = readQueries(shared);
const next = random(7);
const some = (asked: readonly Asked[], count: number) =>
	Array.from({ length: count }, () => asked[Math.floor(next() * asked.length)]!.query);
const plain = [...some(all.gems ?? [], 70), ...some(all.doid ?? [], 70), ...some(all.phrases ?? [], 20)];
const typos = some(all.typos ?? [], 80);
const typed = plain.slice(0, 20).flatMap((query) => TYPED_LENGTHS.map((n) => query.slice(0, n)));

const rows = documents(set);
const miniBefore = memory();
const mini = timed(() => {
	const index = new MiniSearch<Row>({ fields: ["text"] });
	index.addAll(rows);
	return index;
});
const miniMemory = memory() - miniBefore;
const miniKept = JSON.stringify(mini.value);
const miniLoad = timed(() => MiniSearch.loadJSON<Row>(miniKept, { fields: ["text"] }).search("hypertension"));
const miniSearch = (query: string) => {
	const found = mini.value.search(query, { fuzzy: 0.2, prefix: true, combineWith: "AND" });
	return found.length > 0 ? found : mini.value.search(query, { fuzzy: 0.2, prefix: true, combineWith: "OR" });
};
const flexBefore = memory();
const flex = timed(() => {
	const index = new flexsearch.Index({ tokenize: "forward" });
	for (const { id, text } of rows) index.add(id, text);
	return index;
});
const flexMemory = memory() - flexBefore;
const flexSearch = (query: string) => flex.value.search(query, { limit: 10, suggest: true });
const fuse = new Fuse(rows, { keys: ["text"], includeScore: true, ignoreLocation: true });

const own = loaded.value;
const engines: [string, (query: string, typing: boolean) => unknown][] = [
	["Chartside", (query, typing) => own.search(query, { limit: 10, typing })],
	["MiniSearch", (query) => miniSearch(query)],
	["FlexSearch", (query) => flexSearch(query)],
];
for (const query of plain.slice(0, 15)) for (const [, run] of engines) run(query, false);

console.log(`ICD-10-CM FY2026: ${set.size} rows, ${rows.length} billable; Node ${process.version}\n`);
console.log(
	"                  build ms  load ms  memory MB   plain p50     p95    typo p50     p95   typing p50     p95",
);
const p95 = new Map<string, number[]>();
const sizes: [string, number, number | null, number][] = [
	["Chartside", built.ms, loaded.ms, indexMemory],
	["MiniSearch", mini.ms, miniLoad.ms, miniMemory],
	// It is kept as a list of parts through a callback: no one load to time.
	["FlexSearch", flex.ms, null, flexMemory],
];
for (const [i, [name, run]] of engines.entries()) {
	const samples = [
		times(plain, (query) => run(query, false)),
		times(typos, (query) => run(query, false)),
		times(typed, (query) => run(query, true)),
	];
	p95.set(
		name,
		samples.map((ms) => quantile(ms, 0.95)),
	);
	const [, build, load, held] = sizes[i]!;
	const numbers = samples.map((ms) => `${fixed(quantile(ms, 0.5))}${fixed(quantile(ms, 0.95))}`).join("    ");
	console.log(`${name.padEnd(16)}${fixed(build)} ${fixed(load)} ${held.toFixed(0).padStart(9)}   ${numbers}`);
}
// naive Fuse.js takes seconds a query: ten, or as many as fit into two minutes
const slow: number[] = [];
const until = performance.now() + 120_000;
for (const query of plain.slice(0, 10))
	if (performance.now() < until) slow.push(timed(() => fuse.search(query, { limit: 10 })).ms);
console.log(
	`Fuse.js over all texts, ${slow.length} queries: p50 ${fixed(quantile(slow, 0.5)).trim()} ms, p95 ${fixed(quantile(slow, 0.95)).trim()} ms`,
);
const ratio = (name: string) =>
	["plain", "typo", "typing"]
		.map((kind, i) => `${kind} 1/${(p95.get(name)![i]! / p95.get("Chartside")![i]!).toFixed(0)}`)
		.join(", ");
for (const name of ["MiniSearch", "FlexSearch"]) console.log(`p95 as a share of ${name}'s: ${ratio(name)}`);

console.log(
	`\npack ${(bytes.length / 1e6).toFixed(2)} MB (search part ${(searchBytes / 1e6).toFixed(2)} MB), gzipped ${(gzipSync(bytes, { level: 9 }).length / 1e6).toFixed(2)} MB`,
);

console.log(
	"\nas you type, 300 random titles in the first ten: own / FlexSearch / chance of ten literal-prefix titles",
);
const flexFound = (code: string, query: string) =>
	flexSearch(query).some((id) => set.code(Number(id)) === code);
const ours = typingScores(set, own, 300, 1);
const theirs = typingScores(set, own, 300, 1, flexFound);
for (const [i, { length, found, chance }] of ours.entries())
	console.log(
		`  ${String(length).padStart(2)} characters  ${(100 * found).toFixed(1).padStart(5)} / ${(100 * theirs[i]!.found).toFixed(1).padStart(5)} / ${(100 * chance).toFixed(1).padStart(5)}`,
	);

// The Alphabetic Index as queries, for sets that were made without it.
const leaves = (all["index-leaves"] ?? []).filter((_, i) => i % 5 === 0);
const bare = openSearch(withoutIndex(set));
const bareMini = new MiniSearch<Row>({ fields: ["text"] });
bareMini.addAll(documents(set, false));
const minis = {
	search(query: string) {
		const options = { fuzzy: 0.2, prefix: true };
		const both = bareMini.search(query, { ...options, combineWith: "AND" });
		const found = both.length > 0 ? both : bareMini.search(query, { ...options, combineWith: "OR" });
		const results = found.slice(0, 10).map((hit) => ({ code: set.code(Number(hit.id)) }));
		return { query, results, completions: [] } as unknown as SearchAnswer;
	},
};
const share = ({ at1, at5, at10 }: Scores) => [at1, at5, at10].map((x) => (100 * x).toFixed(1)).join(" / ");
console.log(`\nindex leaves, made without the index, ${leaves.length} queries at 1 / 5 / 10`);
console.log(`  Chartside  ${share(score(bare, leaves))}`);
console.log(`  MiniSearch ${share(score(minis, leaves))}`);
