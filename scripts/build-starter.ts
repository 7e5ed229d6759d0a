import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { runSteps } from "../utils/codesets/import/progress";
import { toDraft } from "../utils/codesets/starter/to-draft";
import type { StarterSet } from "../utils/codesets/starter/types";
import { TableError } from "../utils/codesets/starter/types";
import { compileDraft } from "../utils/engine/compile";
import { loadTables } from "./lib/load-tables";
import { readStarterFlat, readStarterIcd } from "./read-tables";

/**
 * `npm run starter`: the tables of data/starter -> public/packs/starter-*.pack. CHARTSIDE_NO_CPT=1 leaves
 * the CPT numbers out of the build. Table problems are printed with file and line; the exit code is then 1.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "public", "packs");

function build(name: string, read: () => StarterSet): void {
	const started = performance.now();
	const set = read();
	const bytes = runSteps(compileDraft(toDraft(set)));
	writeFileSync(join(folder, name), bytes);
	const billable = set.rows.filter((r) => r.billable).length;
	const kb = (n: number) => `${Math.round(n / 1024)} kB`;
	console.log(
		`${name}: ${set.rows.length} rows, ${billable} billable, ${kb(bytes.length)} ` +
			`(${kb(gzipSync(bytes).length)} gzipped), ${((performance.now() - started) / 1000).toFixed(1)} s`,
	);
}

// The search index takes the lexicon's phrases in.
loadTables();
try {
	mkdirSync(folder, { recursive: true });
	build("starter-icd10cm.pack", readStarterIcd);
	build("starter-hcpcs.pack", () => readStarterFlat("HCPCS"));
	if (process.env.CHARTSIDE_NO_CPT === "1") rmSync(join(folder, "starter-cpt.pack"), { force: true });
	else build("starter-cpt.pack", () => readStarterFlat("CPT"));
} catch (error) {
	if (!(error instanceof TableError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
