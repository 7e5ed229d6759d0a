import { readFileSync } from "node:fs";
import { join } from "node:path";
import { optionValue, optionValues } from "./lib/args";
import { measureCost } from "./lib/findings/cost";
import { scoreGaps } from "./lib/findings/gaps";
import { scoreGolden } from "./lib/findings/golden";
import { noteLoad, sampleFindings } from "./lib/findings/load";
import { openEngine } from "./lib/open-engine";

/**
 * `npm run eval:findings -- --pack FILE [--misses] [--sample N [--seed TEXT]] [--only golden|gaps|load|cost]`: documentation
 * findings against the golden notes (always), and against the evaluation notes where CHARTSIDE_SHARED names
 * them. `--sample` prints N findings for a reader to judge, with their notes' ids.
 */
const args = process.argv.slice(2);
const open = () => openEngine(optionValues(args, "--pack"));
const engine = await open();
const only = optionValue(args, "--only");
const misses = args.includes("--misses");
const wants = (part: string) => only === undefined || only === part;
const shared = process.env.CHARTSIDE_SHARED;

const golden = readFileSync(join(import.meta.dirname, "../test/golden/findings.jsonl"), "utf8");
if (wants("golden")) scoreGolden(engine, golden, misses);
if (shared === undefined) console.log("evaluation notes skipped: CHARTSIDE_SHARED is not set");
else {
	if (wants("gaps")) scoreGaps(engine, shared, misses);
	if (wants("load")) noteLoad(engine, shared);
	if (wants("cost")) await measureCost(open, shared);
	const sample = optionValue(args, "--sample");
	if (sample) sampleFindings(engine, shared, Number(sample), optionValue(args, "--seed") ?? "");
}
