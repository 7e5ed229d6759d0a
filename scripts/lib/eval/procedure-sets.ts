import { runSteps } from "../../../utils/codesets/import/progress";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { toDraft } from "../../../utils/codesets/starter/to-draft";
import type { CodeSet } from "../../../utils/codesets/types";
import { compileDraft } from "../../../utils/engine/compile";
import { readStarterFlat } from "../../read-tables";

/** The starter's procedure sets (CPT numbers, HCPCS), made from its tables. Throws TableError. */
export function procedureSets(): CodeSet[] {
	return (["CPT", "HCPCS"] as const).map((system) =>
		openCodeSet(runSteps(compileDraft(toDraft(readStarterFlat(system))))),
	);
}
