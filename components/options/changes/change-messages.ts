import type { CodeChange } from "../../../utils/codesets/editions/diff";

/** Asked of the Worker: what changed from one installed edition to another. */
export interface ChangesRequest {
	/** Ids of the release table. */
	before: string;
	after: string;
}

/** Its answer; `failed` is a sentence for a person. */
export type ChangesAnswer = { ok: true; changes: CodeChange[] } | { ok: false; failed: string };
