import { browser } from "wxt/browser";
import { readPack } from "../../codesets/pack/container";
import { openCodeSet } from "../../codesets/set/open-set";
import { log } from "../../messages/logger";
import { type ReleaseRow, withDatabase } from "../../storage/db";

/** The packs that ship, as extension files. A build without CPT has no third one. */
const FILES = ["starter-icd10cm", "starter-hcpcs", "starter-cpt"] as const;

/**
 * Puts the packs that ship into the database, each as one buffer, replacing those of an older version.
 * Resolves with the number that are in. Reads the extension's own files only.
 */
export async function installStarter(): Promise<number> {
	let installed = 0;
	for (const name of FILES) {
		const bytes = await ownFile(`/packs/${name}.pack`);
		if (bytes === null) continue;
		try {
			await store(name, bytes);
			installed++;
		} catch {
			log("pack-refused", { bytes: bytes.byteLength });
		}
	}
	if (installed === 0) log("starter-missing");
	return installed;
}

async function store(id: string, bytes: ArrayBuffer): Promise<void> {
	// Reading it first proves it whole: a corrupt file must not replace a good pack.
	const { release } = openCodeSet(readPack(bytes));
	const row: ReleaseRow = {
		id,
		system: release.system,
		edition: release.edition,
		validFrom: release.validFrom,
		validTo: release.validTo,
		sources: release.sources,
		counts: release.counts,
		starter: true,
		bytes: bytes.byteLength,
		pack: id,
	};
	await withDatabase((db) =>
		db.transaction("rw", db.packs, db.releases, async () => {
			await db.packs.put({ id, bytes });
			await db.releases.put(row);
		}),
	);
}

async function ownFile(path: string): Promise<ArrayBuffer | null> {
	try {
		const response = await fetch((browser.runtime.getURL as (path: string) => string)(path));
		return response.ok ? await response.arrayBuffer() : null;
	} catch {
		return null;
	}
}
