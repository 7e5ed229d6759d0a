import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundlePacks } from "../../../scripts/bundle-packs";
import { loadTables } from "../../../scripts/lib/load-tables";
import { compilePack } from "../../../utils/engine/compile";
import { file, ORDER } from "../../unit/codesets/files";
import { openOptions, releases, search, setDate } from "../lib/import-page";
import { type Launched, launch } from "../lib/launch";

let folder: string;
let browser: Launched;
beforeAll(async () => {
	loadTables();
	folder = mkdtempSync(join(tmpdir(), "bundled-"));
	const extension = join(folder, "extension");
	cpSync(join(process.env.CHARTSIDE_OUT ?? ".output", "chrome-mv3"), extension, { recursive: true });
	const pack = join(folder, "fy26.pack");
	writeFileSync(pack, compilePack([file("icd10cm_order_2026.txt", ORDER)]));
	bundlePacks([pack], join(extension, "packs"));
	browser = await launch({ extension });
}, 60_000);
afterAll(async () => {
	await browser.close();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

it("an edition that was bundled into the build is there like an imported one", async () => {
	const page = await openOptions(browser);
	await expect
		.poll(async () => (await releases(page)).map((release) => release.id), { timeout: 20_000 })
		.toContain("ICD-10-CM/FY2026");
	await setDate(page, "2026-02-01");
	expect((await search(page, "A000"))[0]).toMatchObject({ code: "A00.0", edition: "FY2026" });
});
