import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clickToolbar, extensionPage, type Launched, launch } from "../lib/launch";
import { violations } from "./axe";

/** The pages as they are built and shipped: their own style sheets, their own background. */
let browser: Launched;

beforeAll(async () => {
	browser = await launch();
});

afterAll(async () => {
	await browser?.close();
});

const PAGES = [
	{ name: "sidepanel.html?tabId=1", ready: "Search codes" },
	{ name: "popup.html?tabId=1", ready: "Search codes" },
	{ name: "options.html", ready: "Minutes without input until a chart is wiped" },
];

describe("the built pages", () => {
	it.each(PAGES)("$name: axe finds nothing in light and dark, and nothing fails", async ({ name, ready }) => {
		const page = await browser.context.newPage();
		const problems: string[] = [];
		page.on("pageerror", (error) => problems.push(error.message));
		page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
		await page.goto(browser.url(name));
		await page.getByLabel(ready).waitFor();
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme });
			await page.waitForTimeout(320);
			expect(await violations(page)).toBe("");
		}
		expect(problems).toEqual([]);
		await page.close();
	});

	it("the pop-up's own window is as wide as the pop-up wants to be", async () => {
		const page = await browser.context.newPage();
		await page.goto(browser.url("options.html"));
		await page.bringToFront();
		await clickToolbar(browser, page);
		const popup = await extensionPage(browser, "popup.html");
		await popup.getByLabel("Search codes").waitFor();
		await expect.poll(() => popup.evaluate(() => innerWidth)).toBe(380);
		await page.close();
	});

	it("a search in the pop-up answers, and its results carry their own style", async () => {
		const page = await browser.context.newPage();
		await page.goto(browser.url("popup.html?tabId=1"));
		await page.getByLabel("Search codes").fill("htn");
		const first = page.locator("[role=row][aria-selected=true]");
		await expect.poll(async () => (await first.locator(".code").first().textContent()) ?? "").toBe("I10");
		expect(await violations(page)).toBe("");
		const clamp = await first.locator(".search-title").evaluate((title) => getComputedStyle(title).overflow);
		expect(clamp).toBe("hidden");
		await page.close();
	});
});
