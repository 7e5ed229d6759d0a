import { findChromium } from "../../scripts/lib/browser";
import { openEngine } from "../../scripts/lib/open-engine";
import { run } from "../../scripts/lib/run";
import { loadNotes } from "../fixtures/ehr/notes";
import { coldStart } from "./cold-start";
import { quantile, row } from "./lib";

/**
 * `npm run bench`: the starter's figures in one run: milliseconds a query with and without a typo, beside
 * MiniSearch over the same titles; milliseconds for 1,000 words of a note; cold start in Chromium.
 */
const WORDS = [
	"hypertension",
	"type 2 diabetes with neuropathy",
	"copd exacerbation",
	"uti",
	"chest pain",
	"low back pain",
	"atrial fibrillation",
	"ckd stage 3b",
	"distal radius fracture left initial",
	"major depression recurrent moderate",
	"pneumonia",
	"asthma exacerbation",
	"iron deficiency anemia",
	"hypothyroidism",
	"osteoarthritis right knee",
	"gerd",
	"migraine",
	"cellulitis left leg",
	"encounter for screening mammogram",
	"history of colon polyps",
	"I10",
	"e11.22",
];

/** One edit in the longest word: two neighbours swapped. */
function misspell(query: string): string {
	const longest = query.split(" ").sort((a, b) => b.length - a.length)[0] as string;
	if (longest.length < 6) return query;
	const at = Math.floor(longest.length / 2);
	const wrong = longest.slice(0, at) + longest.charAt(at + 1) + longest.charAt(at) + longest.slice(at + 2);
	return query.replace(longest, wrong);
}

function timeQueries(
	search: (query: string) => unknown,
	queries: readonly string[],
	rounds: number,
): number[] {
	for (const query of queries) search(query);
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const query of queries) {
			const started = performance.now();
			search(query);
			times.push(performance.now() - started);
		}
	}
	return times;
}

async function miniSearch(titles: readonly string[]): Promise<(query: string) => unknown> {
	const { default: MiniSearch } = await import("minisearch");
	const index = new MiniSearch({ fields: ["title"] });
	index.addAll(titles.map((title, id) => ({ id, title })));
	return (query) => index.search(query, { fuzzy: 0.2, prefix: true, combineWith: "AND" });
}

async function main() {
	const engine = await openEngine();
	const [icd] = engine.setsOn();
	if (!icd) throw new Error("no starter");
	console.log(`Starter ${icd.release.edition}: ${icd.size} rows, ${icd.release.counts.billable} billable\n`);

	const titles = Array.from({ length: icd.size }, (_, at) => icd.title(at));
	const theirs = await miniSearch(titles);
	const ours = (query: string) => engine.search(query, { limit: 20 });
	const typos = WORDS.map(misspell).filter((query, i) => query !== WORDS[i]);
	console.log(row("search, ms a query", "p50", "p95", "beside MiniSearch p95"));
	for (const [name, queries] of [
		["as spelled", WORDS],
		["one typo", typos],
	] as const) {
		const mine = timeQueries(ours, queries, 20);
		const other = timeQueries(theirs, queries, 5);
		const ratio = quantile(other, 0.95) / quantile(mine, 0.95);
		console.log(row(name, quantile(mine, 0.5), quantile(mine, 0.95), `${ratio.toFixed(1)} times lower`));
	}

	const times = loadNotes().flatMap(({ text }) => {
		const words = text.split(/\s+/).length;
		engine.analyze({ text });
		return [0, 1, 2].map(() => (engine.analyze({ text }).ms / words) * 1000);
	});
	console.log(`\n${row("notes with findings, ms per 1,000 words", "p50", "p95", "")}`);
	console.log(row("demo notes", quantile(times, 0.5), quantile(times, 0.95), ""));

	const codes = [
		"E11.22",
		"N18.32",
		"I10",
		"I50.9",
		"M17.11",
		"M17.12",
		"J45.909",
		"R06.2",
		"Z79.4",
		"E66.9",
	];
	const checks = timeQueries(
		() => engine.check({ codes: [...codes, ...codes.map((code) => `${code}`)] }),
		[""],
		200,
	);
	console.log(row("checks on 20 codes, ms", quantile(checks, 0.5), quantile(checks, 0.95), ""));

	if (process.argv.includes("--no-browser")) return;
	process.env.CHROMIUM_PATH = await findChromium();
	const built = await run("npx", ["wxt", "build"], { seconds: 200 });
	if (built.code !== 0) throw new Error(built.output);
	const cold = await coldStart(5);
	console.log(`\n${row("Chromium, stopped worker to first answer, ms", "p50", "most", "")}`);
	console.log(row("search.query “htn”", quantile(cold, 0.5), Math.max(...cold), ""));
}

await main();
