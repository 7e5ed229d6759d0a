import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowHosts, extensionPage } from "../lib/launch";
import { HOSTS, marked, noteFrame, Session } from "../lib/session";
import { inPopup } from "../lib/steps";

let session: Session;
let page: Page;
let panel: Page;
let body: string;

const bodyNow = () => page.evaluate(() => document.body.outerHTML);

beforeAll(async () => {
	session = await Session.start();
	await allowHosts(session.browser, HOSTS);
	page = await session.open("/chart/01-office-diabetes");
	body = await bodyNow();
});
afterAll(() => session.close());

describe("the main job with the real pop-up and side panel", () => {
	it("is absent before the site is enabled", async () => {
		expect(await marked(noteFrame(page, session.ehr))).toEqual({});
	});

	it("enables the site from the pop-up and opens the panel from it", async () => {
		await inPopup(session.browser, page, /enable/i);
		const popup = await inPopup(session.browser, page, /side panel/i);
		await popup.close().catch(() => undefined);
		panel = await extensionPage(session.browser, "sidepanel.html");
		await panel.getByRole("gridcell").first().waitFor({ timeout: 20_000 });
		expect(await bodyNow()).toBe(body);
	});

	it("marks the words of a suggestion, accepts it, and shows it on the worksheet", async () => {
		const row = panel.getByRole("gridcell").first();
		const [code = "no code"] = (await row.allInnerTexts())[0]?.trim().split(/\s/) ?? [];
		await row.click();
		await panel.keyboard.press("e");
		await expect.poll(async () => (await marked(noteFrame(page, session.ehr)))["rdr-3"]?.length ?? 0).toBe(1);
		await panel.keyboard.press("Enter");
		await panel.getByRole("tab", { name: /worksheet/i }).click();
		await expect.poll(() => panel.getByRole("tabpanel").textContent()).toContain(code);
		expect(await bodyNow()).toBe(body);
	});
});

describe("reading a page once", () => {
	it("reads the tab after a press of the toolbar button, and no other", async () => {
		const once = await Session.start();
		try {
			const single = await once.open("/single");
			await inPopup(once.browser, single, /once/i);
			await expect
				.poll(async () => Object.keys(await marked(single)).length, { timeout: 15_000 })
				.toBeGreaterThan(0);
			const other = await once.open("/single");
			await new Promise((done) => setTimeout(done, 800));
			expect(await marked(other)).toEqual({});
			await single.bringToFront();
			await single.reload();
			await new Promise((done) => setTimeout(done, 800));
			expect(await marked(single)).toEqual({});
		} finally {
			await once.close();
		}
	});
});
