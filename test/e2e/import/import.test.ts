import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hcpcsRecord, INDEX, ORDER, orderFile, TABULAR, zip } from "../../unit/codesets/files";
import {
	ask,
	type Chosen,
	chooseFiles,
	openOptions,
	releases,
	search,
	setDate,
	startImport,
	waitInstalled,
} from "../lib/import-page";
import { type Launched, launch } from "../lib/launch";

const dropped = (name: string, files: Record<string, string>): Chosen => ({
	name,
	mimeType: "application/zip",
	buffer: Buffer.from(zip(name, files).bytes),
});
const FY26 = dropped("fy26.zip", { "a/icd10cm_order_2026.txt": ORDER, "a/t.xml": TABULAR, "a/i.xml": INDEX });
const HCPCS = dropped("hcpcs.zip", {
	"HCPC2026_JAN_ANWEB.txt": hcpcsRecord("A9901", 10, 3, "Invented bandage", { added: "20200101" }),
});
const CPT = dropped("CPT 2026.zip", {
	"SHORTU.txt": "CPT 2026 invented notice\r\n00001 INVENTED ZEPHYRECTOMY\r\n00002 OTHER INVENTED THING\r\n",
	"MODUL.txt": "CPT 2026 invented notice\r\n22 Invented Extra:\r\nmore than usual\r\n",
});

const FY27 = dropped("fy27.zip", {
	"icd10cm_order_2027.txt": orderFile([
		["A00", 0, "Made-up fever"],
		["A000", 0, "Made-up fever of the left kind"],
		["A0001", 1, "Made-up fever of the far left kind"],
		["A0009", 1, "Made-up fever of the left kind, other"],
		["A009", 1, "Made-up fever, unspecified"],
	]),
});
interface Detail {
	edition: string;
	billable: boolean;
	ended?: { on: string; replacedBy: string[] };
	notes: { text: string; borrowed?: boolean }[];
}

let browser: Launched;
beforeAll(async () => {
	browser = await launch();
}, 60_000);
afterAll(() => browser.close());

describe("importing on the options page", () => {
	it("sorts out several files, imports them, and searches use them by date of service", async () => {
		const page = await openOptions(browser);
		await chooseFiles(page, [HCPCS, FY26]);
		expect(await page.locator(".import-plan").textContent()).toMatch(/ICD-10-CM FY2026[\s\S]*HCPCS 2026-01/);
		await startImport(page);
		await waitInstalled(page, "ICD-10-CM FY2026");
		await waitInstalled(page, "HCPCS 2026-01");
		await setDate(page, "2026-02-01");
		expect(await search(page, "left fever")).toContainEqual(
			expect.objectContaining({ code: "A00.0", edition: "FY2026" }),
		);
		await page.close();
	});

	it("names file, line and cause of a refusal and keeps the edition that is in", async () => {
		const page = await openOptions(browser);
		const broken = dropped("bad.zip", { "icd10cm_order_2026.txt": `${ORDER}not a line\r\n` });
		await chooseFiles(page, [broken]);
		expect(await page.getByText("replaces the installed one").count()).toBe(1);
		await startImport(page);
		await page.getByRole("alert").waitFor();
		expect(await page.getByRole("alert").textContent()).toContain("bad.zip/icd10cm_order_2026.txt, line 12:");
		expect((await releases(page)).map((release) => release.id)).toContain("ICD-10-CM/FY2026");
		await setDate(page, "2026-02-01");
		expect((await search(page, "A000"))[0]?.code).toBe("A00.0");
		await page.close();
	});

	it("asks for the CPT licence first, and one button wipes CPT again", async () => {
		const page = await openOptions(browser);
		await chooseFiles(page, [CPT]);
		const button = page.getByRole("button", { name: "Import", exact: true });
		expect(await button.isDisabled()).toBe(true);
		await page.getByLabel(/I hold a licence/).check();
		await startImport(page);
		await waitInstalled(page, "CPT 2026");
		await setDate(page, "2026-02-01");
		expect((await search(page, "zephyrectomy"))[0]).toMatchObject({ code: "00001", edition: "2026" });

		await page.getByRole("button", { name: "Remove all imported CPT content" }).click();
		await page.getByRole("button", { name: "Really remove all imported CPT content" }).click();
		await page.getByText("Remove all imported CPT content").waitFor({ state: "detached" });
		expect((await releases(page)).map((release) => release.id)).not.toContain("CPT/2026");
		expect((await search(page, "zephyrectomy")).map((hit) => hit.code)).not.toContain("00001");
		await page.close();
	});
});

describe("two editions side by side", () => {
	it("borrow, compare, and say of an ended code since when and what replaced it", async () => {
		const page = await openOptions(browser);
		await chooseFiles(page, [FY27]);
		expect(await page.locator(".import-plan").textContent()).toContain("taken over from FY2026");
		await startImport(page);
		await waitInstalled(page, "ICD-10-CM FY2027");
		await setDate(page, "2026-11-01");
		const detail = await ask<Detail>(page, "code.detail", { system: "ICD-10-CM", code: "A00.0" }, true);
		expect(detail).toMatchObject({
			edition: "FY2027",
			billable: false,
			ended: { on: "2026-09-30", replacedBy: ["A00.01", "A00.09"] },
		});
		expect(detail.notes).toContainEqual(expect.objectContaining({ text: "Left fever", borrowed: true }));
		await setDate(page, "2026-09-30");
		const before = await ask<Detail>(page, "code.detail", { system: "ICD-10-CM", code: "A00.0" }, true);
		expect(before).toMatchObject({ edition: "FY2026", billable: true });
		expect(before.ended).toBeUndefined();

		const pair = { label: "ICD-10-CM: FY2026 to FY2027" };
		await page.getByLabel("Editions to compare").selectOption(pair);
		await page.getByRole("button", { name: "Compare" }).click();
		await page.getByText("A00.01").first().waitFor();
		await page.close();
	});
});

describe("a database that the browser took away", () => {
	it("leaves the starter, and says what is gone", async () => {
		const page = await openOptions(browser);
		const wiped = await page.evaluate(async () => {
			const names = await indexedDB.databases();
			for (const { name } of names) {
				await new Promise<void>((done) => {
					const request = indexedDB.deleteDatabase(name!);
					request.onsuccess = () => done();
					request.onblocked = () => done();
				});
			}
			return names.length;
		});
		expect(wiped).toBeGreaterThan(0);
		await page.reload();
		await page.getByText("was imported here and is gone").waitFor();
		expect((await search(page, "hypertension")).length).toBeGreaterThan(0);
		expect((await releases(page)).every((release) => release.starter)).toBe(true);
		await page.getByRole("button", { name: "Dismiss" }).click();
		await page.reload();
		await page.getByRole("button", { name: "Choose files" }).waitFor();
		expect(await page.getByText("was imported here and is gone").count()).toBe(0);
		await page.close();
	});
});

describe("a plain table", () => {
	it("becomes favourites once its column is named", async () => {
		const page = await openOptions(browser);
		const table = {
			name: "ours.csv",
			mimeType: "text/csv",
			buffer: Buffer.from("name;our code\nFever;A00.0\nBreak;S520XXA\n"),
		};
		const chooser = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Choose files" }).click();
		await (await chooser).setFiles([table]);
		await page.getByLabel("Codes are in").selectOption({ label: "our code" });
		await page.getByRole("button", { name: "Read the table" }).click();
		await page.getByRole("button", { name: "Add to favourites" }).click();
		await page.getByText("2 codes added to favourites").first().waitFor({ state: "attached" });
		const favourites = await ask<{ code: string }[]>(page, "favourites.list", {});
		expect(favourites.map((one) => one.code).sort()).toEqual(["A00.0", "S52.0XXA"]);
		await page.close();
	});
});
