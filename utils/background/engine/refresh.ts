import { type Pack, readPack } from "../../codesets/pack/container";
import { openCodeSet } from "../../codesets/set/open-set";
import type { CodeSet } from "../../codesets/types";
import { needsRebuild, rebuildIndex } from "../../engine/compile";
import { log } from "../../messages/logger";
import type { ReleaseRow } from "../../storage/db";
import { storeRelease } from "../../storage/releases";

/**
 * Opens an imported pack. After an update of the extension that changed the normaliser or the lexicon, its
 * derived sections are built again from the pack itself and put in its place: some seconds, once, and no
 * file is asked for again. The starter's packs come anew with every update and are opened as they are.
 */
export async function openFresh(row: ReleaseRow, pack: Pack): Promise<CodeSet> {
	if (row.starter || !needsRebuild(pack)) return openCodeSet(pack);
	const bytes = rebuildIndex(pack);
	const set = openCodeSet(bytes);
	// When it cannot be stored, it is built again at the next start: slower, but right.
	await storeRelease(row, bytes.buffer as ArrayBuffer, (back) => void readPack(back)).catch(() =>
		log("pack-refused", { bytes: bytes.length }),
	);
	return set;
}
