import type { CodeSystem, Release } from "../codesets/types";
import { database, type ReleaseRow, withDatabase } from "./db";

/** Id of an imported edition; the starter's packs have ids of their own. */
export const releaseId = (release: Pick<Release, "system" | "edition">): string =>
	`${release.system}/${release.edition}`;

/** Held by whoever writes packs: two imports at once would take each other's packs for leftovers. */
export const IMPORT_LOCK = "chartside-import";

/**
 * Puts an edition in place of an older import of itself. The pack goes in under a new key and is read
 * back before anything else; then, in one transaction, the release table points to it and the old pack
 * goes. Whenever this stops half-way (closed tab, full disk, killed browser), the old edition is still
 * the one in use, and the pack that nobody points to is swept later. The database is used as it is,
 * never reset: an error while writing must not cost what is there.
 *
 * @param verify throws when the bytes that came back are not whole.
 * @throws the database's own error (QuotaExceededError when the disk is full) or what `verify` threw.
 */
export async function storeRelease(
	release: Release,
	bytes: ArrayBuffer,
	verify: (bytes: ArrayBuffer) => void,
): Promise<ReleaseRow> {
	const id = releaseId(release);
	const pack = `${id}@${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
	const db = database();
	await db.packs.add({ id: pack, bytes });
	try {
		const back = await db.packs.get(pack);
		if (back === undefined) throw new Error("the pack is not there after it was written");
		verify(back.bytes);
	} catch (error) {
		await db.packs.delete(pack).catch(() => undefined);
		throw error;
	}
	const { system, edition, validFrom, validTo, sources, counts, borrowedFrom } = release;
	const row: ReleaseRow = {
		system,
		edition,
		validFrom,
		validTo,
		sources,
		counts,
		...(borrowedFrom === undefined ? {} : { borrowedFrom }),
		id,
		starter: release.starter === true,
		bytes: bytes.byteLength,
		pack,
	};
	await db.transaction("rw", db.packs, db.releases, async () => {
		const old = await db.releases.get(id);
		await db.releases.put(row);
		if (old !== undefined && old.pack !== pack) await db.packs.delete(old.pack);
	});
	return row;
}

/** All releases of the table. */
export const listReleases = (): Promise<ReleaseRow[]> => withDatabase((db) => db.releases.toArray());

/** Bytes of a release's pack, or null when they are gone (the browser may evict them). */
export async function packOf(row: ReleaseRow): Promise<ArrayBuffer | null> {
	return (await withDatabase((db) => db.packs.get(row.pack)))?.bytes ?? null;
}

/** Takes one imported edition out, pack and all. The starter stays. */
export function removeRelease(id: string): Promise<void> {
	return withDatabase((db) =>
		db.transaction("rw", db.packs, db.releases, async () => {
			const row = await db.releases.get(id);
			if (row === undefined || row.starter) return;
			await db.releases.delete(id);
			await db.packs.delete(row.pack);
		}),
	);
}

/** Takes every imported edition of a system out: the one button that wipes CPT. Resolves with how many. */
export function wipeSystem(system: CodeSystem): Promise<number> {
	return withDatabase((db) =>
		db.transaction("rw", db.packs, db.releases, async () => {
			const rows = (await db.releases.where("system").equals(system).toArray()).filter((row) => !row.starter);
			await db.releases.bulkDelete(rows.map((row) => row.id));
			await db.packs.bulkDelete(rows.map((row) => row.pack));
			return rows.length;
		}),
	);
}

/**
 * Deletes packs that no release points to: what an import left that was stopped. Call it only while
 * holding IMPORT_LOCK. Resolves with how many there were.
 */
export function sweepPacks(): Promise<number> {
	return withDatabase((db) =>
		db.transaction("rw", db.packs, db.releases, async () => {
			const used = new Set((await db.releases.toArray()).map((row) => row.pack));
			const keys = (await db.packs.toCollection().primaryKeys()).filter((key) => !used.has(key));
			await db.packs.bulkDelete(keys);
			return keys.length;
		}),
	);
}

/** Bytes that this extension uses and may use, as the browser estimates them; null where it does not say. */
export async function storageRoom(): Promise<{ used: number; free: number } | null> {
	const { usage, quota } = (await globalThis.navigator?.storage?.estimate?.()) ?? {};
	return usage === undefined || quota === undefined
		? null
		: { used: usage, free: Math.max(0, quota - usage) };
}
