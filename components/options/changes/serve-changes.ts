import { diffEditions } from "../../../utils/codesets/editions/diff";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import type { CodeSet } from "../../../utils/codesets/types";
import { listReleases, packOf } from "../../../utils/storage/releases";
import type { ChangesAnswer, ChangesRequest } from "./change-messages";

/** The side of a Worker that this needs. */
export interface ChangesWorkerSide {
	postMessage(answer: ChangesAnswer): void;
	addEventListener(type: "message", listener: (event: MessageEvent<ChangesRequest>) => void): void;
}

/** Compares two editions inside a Worker: with 98,000 codes each it would hold the page up. */
export function serveChanges(side: ChangesWorkerSide): void {
	side.addEventListener("message", ({ data }) => {
		answer(data).then(
			(changes) => side.postMessage(changes),
			(error: Error) => side.postMessage({ ok: false, failed: error.message }),
		);
	});
}

async function answer({ before, after }: ChangesRequest): Promise<ChangesAnswer> {
	const [old, next] = await Promise.all([open(before), open(after)]);
	return { ok: true, changes: diffEditions(old, next) };
}

async function open(id: string): Promise<CodeSet> {
	const release = (await listReleases()).find((row) => row.id === id);
	if (release === undefined) throw new Error(`${id} is not installed any more`);
	const bytes = await packOf(release);
	if (bytes === null) throw new Error(`The browser has removed ${id}. Import it again.`);
	return openCodeSet(bytes);
}
