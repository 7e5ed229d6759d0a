import { browser } from "wxt/browser";
import { readPack } from "../../codesets/pack/container";
import { openCodeSet } from "../../codesets/set/open-set";
import { log } from "../../messages/logger";
import { listReleases, releaseId, storeRelease } from "../../storage/releases";

/**
 * Puts the packs that whoever built this extension bundled (CHARTSIDE_PACKS) into the database, as
 * editions like imported ones. An edition that is there already stays. Resolves with how many came in.
 */
export async function installBundled(): Promise<number> {
	const list = await own("/packs/bundled.json").then(
		(answer) => answer?.json() as Promise<unknown> | undefined,
	);
	const files = (list as { packs?: { file: string }[] } | undefined)?.packs ?? [];
	const there = new Set((await listReleases()).map((row) => row.id));
	let installed = 0;
	for (const { file } of files) {
		const bytes = await own(`/packs/${file}`).then((answer) => answer?.arrayBuffer());
		if (bytes === undefined) continue;
		try {
			const { release } = openCodeSet(readPack(bytes));
			if (release.system === "CPT" || there.has(releaseId(release))) continue;
			await storeRelease(release, bytes, (back) => void readPack(back));
			installed++;
		} catch {
			log("pack-refused", { bytes: bytes.byteLength });
		}
	}
	return installed;
}

/** A file of the extension itself, or undefined when the build has none. */
async function own(path: string): Promise<Response | undefined> {
	try {
		const answer = await fetch((browser.runtime.getURL as (path: string) => string)(path));
		return answer.ok ? answer : undefined;
	} catch {
		return undefined;
	}
}
