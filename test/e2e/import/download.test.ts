import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CDC_LISTING, cdcPath, type FakePublisher, startPublisher } from "../../fixtures/publisher/server";
import { INDEX, ORDER, TABULAR, zip } from "../../unit/codesets/files";
import { openOptions, search, setDate, startImport, waitInstalled } from "../lib/import-page";
import { allowHosts, type Launched, launch } from "../lib/launch";

const CDC = "https://ftp.cdc.gov";
let browser: Launched;
let publisher: FakePublisher;
beforeAll(async () => {
	publisher = await startPublisher({
		[cdcPath("2026", "icd10cm-Code Descriptions-2026.zip")]: zip("", { "icd10cm-order-2026.txt": ORDER })
			.bytes,
		[cdcPath("2026", "icd10cm-table and index-2026.zip")]: zip("", { "t.xml": TABULAR, "i.xml": INDEX })
			.bytes,
		[cdcPath("2025", "icd10cm-order-2025.zip")]: zip("", { "icd10cm-order-2025.txt": ORDER }).bytes,
	});
	browser = await launch();
	await allowHosts(browser, [`${CDC}/*`]);
}, 60_000);
afterAll(async () => {
	await browser.close();
	await publisher.close();
});

describe("downloading from the publisher", () => {
	it("asks on the click, finds the files on the listing, and imports them", async () => {
		const page = await openOptions(browser);
		const outside: string[] = [];
		// The publisher's address leads to the server on loopback; everything else would be a leak.
		await browser.context.route(/^https?:/, async (route) => {
			const url = route.request().url();
			if (!url.startsWith(CDC)) {
				outside.push(url);
				return route.abort();
			}
			return route.fulfill({ response: await route.fetch({ url: url.replace(CDC, publisher.origin) }) });
		});
		expect(publisher.asked).toEqual([]);
		await page.getByText("Download from the publisher").click();
		await page.getByRole("button", { name: "ICD-10-CM from CDC/NCHS" }).click();
		await page.getByRole("button", { name: "Download ICD-10-CM 2026" }).click();
		await page.getByText("Storage needed").waitFor({ timeout: 30_000 });
		await startImport(page);
		await waitInstalled(page, "ICD-10-CM FY2026");
		await setDate(page, "2026-02-01");
		expect((await search(page, "A000"))[0]?.code).toBe("A00.0");
		expect(publisher.asked.filter((path) => path.endsWith(".zip")).sort()).toEqual([
			cdcPath("2026", "icd10cm-Code Descriptions-2026.zip"),
			cdcPath("2026", "icd10cm-table and index-2026.zip"),
		]);
		expect(publisher.asked[0]).toBe(CDC_LISTING);
		expect(outside).toEqual([]);
	});

	it("says what went wrong when the publisher answers with an error, and changes nothing", async () => {
		const page = await openOptions(browser);
		await page.getByText("Download from the publisher").click();
		await browser.context.unrouteAll();
		await browser.context.route(/^https?:/, (route) => route.fulfill({ status: 503, body: "busy" }));
		await page.getByRole("button", { name: "ICD-10-CM from CDC/NCHS" }).click();
		await page.getByText("The publisher answered 503. Nothing is changed.").waitFor();
	});
});
