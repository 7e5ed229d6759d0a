import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import { failureOf } from "../../../components/options/import/import-failure";
import { ImportJob } from "../../../components/options/import/import-job";
import type { ImportProgress } from "../../../utils/codesets/import/progress";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { database } from "../../../utils/storage/db";
import { listReleases, packOf, removeRelease, sweepPacks, wipeSystem } from "../../../utils/storage/releases";
import { INDEX, ORDER, orderFile, TABULAR, zip } from "../codesets/files";

const dropped = (name: string, files: Record<string, string>): File =>
	new File([zip(name, files).bytes as BlobPart], name);
const FY26 = dropped("fy26.zip", { "icd10cm_order_2026.txt": ORDER, "t.xml": TABULAR, "i.xml": INDEX });
const FY27 = dropped("fy27.zip", { "icd10cm_order_2027.txt": ORDER });
const CPT = dropped("CPT 2026.zip", { "SHORTU.txt": "CPT 2026 notice\n00001 INVENTED THING\n" });
const quiet = () => undefined;

async function importAll(files: File[], cptLicence = false) {
	const job = new ImportJob();
	const plan = await job.plan(files, quiet);
	for (const { key } of plan.editions) await job.import(key, cptLicence, quiet);
	await job.lendAgain(quiet);
	return plan;
}

async function installed(id: string) {
	const row = (await listReleases()).find((release) => release.id === id);
	const bytes = row ? await packOf(row) : null;
	return bytes ? openCodeSet(bytes) : null;
}

afterEach(async () => {
	await database().packs.clear();
	await database().releases.clear();
});

describe("an import in the browser's database", () => {
	it("sorts out several files, says what they need, imports the lender first", async () => {
		const job = new ImportJob();
		const seen: ImportProgress[] = [];
		const plan = await job.plan([FY27, FY26], (progress) => seen.push(progress));
		expect(plan.editions).toMatchObject([
			{ key: "ICD-10-CM/FY2026", borrows: null, replaces: false },
			{ key: "ICD-10-CM/FY2027", borrows: "FY2026", replaces: false },
		]);
		for (const { key } of plan.editions) await job.import(key, false, (progress) => seen.push(progress));
		expect(new Set(seen.map((progress) => progress.stage))).toContain("write");
		const set = await installed("ICD-10-CM/FY2027");
		expect(set?.release.borrowedFrom).toBe("FY2026");
		const [row] = await listReleases();
		expect(row).toMatchObject({ edition: "FY2026", starter: false, counts: { rows: 11, tabularNodes: 5 } });
		expect(row?.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect((await job.plan([FY26], quiet)).editions[0]?.replaces).toBe(true);
	});

	it("lends to an edition that was there before its lender", async () => {
		await importAll([FY27]);
		expect((await installed("ICD-10-CM/FY2027"))?.release.borrowedFrom).toBeUndefined();
		await importAll([FY26]);
		const set = await installed("ICD-10-CM/FY2027");
		expect(set?.release.borrowedFrom).toBe("FY2026");
		expect(set?.notes(set.find("A00.0"))[0]).toMatchObject({ text: "Left fever", borrowed: true });
		expect(await database().packs.count()).toBe(2);
	});

	it("replaces an edition by a newer import of it and leaves no old pack behind", async () => {
		await importAll([FY26]);
		await importAll([
			dropped("again.zip", { "icd10cm_order_2026.txt": orderFile([["A00", 1, "Another fever"]]) }),
		]);
		const set = await installed("ICD-10-CM/FY2026");
		expect([set?.size, set?.title(0)]).toEqual([1, "Another fever"]);
		expect(await database().packs.count()).toBe(1);
	});

	it("keeps the old edition when the files are broken", async () => {
		await importAll([FY26]);
		const broken = dropped("bad.zip", { "icd10cm_order_2026.txt": `${ORDER}broken\r\n` });
		const error = await importAll([broken]).catch(failureOf);
		expect(error).toMatchObject({ code: "bad-line", file: "bad.zip/icd10cm_order_2026.txt", line: 12 });
		expect((await installed("ICD-10-CM/FY2026"))?.size).toBe(11);
	});

	it.each([
		["while the pack is written", "packs"],
		["while the release table switches", "releases"],
	] as const)("keeps the old edition when the disk is full %s", async (_when, table) => {
		await importAll([FY26]);
		const full = () => {
			throw new Dexie.QuotaExceededError("no room");
		};
		database()[table].hook("creating", full);
		database()[table].hook("updating", full);
		try {
			const other = dropped("n.zip", { "icd10cm_order_2026.txt": orderFile([["A00", 1, "Another fever"]]) });
			expect(await importAll([other]).catch(failureOf)).toMatchObject({ code: "quota" });
		} finally {
			database()[table].hook("creating").unsubscribe(full);
			database()[table].hook("updating").unsubscribe(full);
		}
		expect((await installed("ICD-10-CM/FY2026"))?.size).toBe(11);
		await sweepPacks();
		expect(await database().packs.count()).toBe(1);
	});

	it("sweeps what a stopped import left, and nothing that is in use", async () => {
		await importAll([FY26]);
		await database().packs.add({ id: "ICD-10-CM/FY2026@left", bytes: new ArrayBuffer(8) });
		expect(await sweepPacks()).toBe(1);
		expect((await installed("ICD-10-CM/FY2026"))?.size).toBe(11);
	});

	it("takes CPT only with the licence, and wipes it with one call", async () => {
		expect(await importAll([CPT]).catch(failureOf)).toMatchObject({ code: "licence" });
		await importAll([CPT, FY26], true);
		expect((await installed("CPT/2026"))?.size).toBe(1);
		expect(await wipeSystem("CPT")).toBe(1);
		expect(await installed("CPT/2026")).toBeNull();
		expect(await database().packs.count()).toBe(1);
	});

	it("removes an edition but never the starter", async () => {
		await importAll([FY26]);
		const [row] = await listReleases();
		await database().releases.put({ ...row!, id: "starter", starter: true });
		await removeRelease("starter");
		expect(await database().releases.count()).toBe(2);
		await removeRelease("ICD-10-CM/FY2026");
		expect((await listReleases()).map((release) => release.id)).toEqual(["starter"]);
	});
});
