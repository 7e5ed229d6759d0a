import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runSteps } from "../../../utils/codesets/import/progress";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import type { CodeSet } from "../../../utils/codesets/types";
import { compileSteps } from "../../../utils/engine/compile";

/**
 * The ICD-10-CM set to measure with: the pack at `path`, or one compiled from the official files under
 * `shared`/codesets/icd10cm-2026. Throws when neither is there.
 */
export function openMeasuredSet(shared: string | undefined, path?: string): CodeSet {
	if (path !== undefined) return openCodeSet(new Uint8Array(readFileSync(path)));
	const folder = join(shared ?? "", "codesets", "icd10cm-2026");
	if (shared === undefined || !existsSync(folder))
		throw new Error("no code set: set CHARTSIDE_SHARED or give --pack FILE");
	const files = readdirSync(folder)
		.filter((name) => name.endsWith(".zip"))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
	return openCodeSet(runSteps(compileSteps(files)));
}
