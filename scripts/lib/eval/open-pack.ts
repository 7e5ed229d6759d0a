import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runSteps } from "../../../utils/codesets/import/progress";
import { readGroup } from "../../../utils/codesets/import/read-group";
import { writePack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import type { CodeSet } from "../../../utils/codesets/types";
import { planFiles } from "../../../utils/engine/compile";

/**
 * The ICD-10-CM set to measure with: the pack at `path`, or one made from the official files under
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
	const [group] = runSteps(planFiles(files)).groups;
	if (group === undefined) throw new Error(`no edition in ${folder}`);
	// Without the derived sections: reading notes makes its dictionary itself, the search index is not needed.
	return openCodeSet(writePack({ normaliser: 0, lexicon: 0 }, buildSet(runSteps(readGroup(group)))));
}
