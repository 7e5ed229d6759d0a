import type { Frame, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TabView } from "../../../utils/messages/view";
import { type DemoEhr, startEhr } from "../../fixtures/ehr/server";
import { type LaunchedFirefox, launchFirefox } from "../lib/firefox";

/**
 * The main job on the Firefox build: the panel is a page with ?tabId=, because WebDriver cannot open the
 * sidebar. Permission is asked for by a real click; the preference answers the prompt.
 */
let ehr: DemoEhr;
let firefox: LaunchedFirefox;
let chart: Page;
let options: Page;
let panel: Page;
let tabId: number;

const view = () => firefox.ask<TabView>(options, "tab.view", { tabId });

async function viewWhere(holds: (view: TabView) => boolean): Promise<TabView> {
	for (let tries = 0; ; tries++) {
		const now = await view();
		if (holds(now)) return now;
		if (tries > 120) throw new Error(`view did not come: ${now.status}, ${now.read.regions} regions`);
		await new Promise((done) => setTimeout(done, 200));
	}
}

const noteFrame = (): Frame => {
	const frame = chart.frames().find((one) => one.url().startsWith(ehr.documents));
	if (!frame) throw new Error("no note frame");
	return frame;
};

/** Styles of marks that a document shows; the registry is shared with the page. */
const markCount = (frame: Frame) =>
	frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0));

const bodies = async () => [
	await chart.evaluate(() => document.body.outerHTML),
	await noteFrame().evaluate(() => document.body.outerHTML),
];

async function grant(origins: string[]): Promise<boolean> {
	await options.bringToFront();
	await options.evaluate((asked) => {
		const button = document.createElement("button");
		button.id = "grant";
		button.style.cssText = "position:fixed;top:0;left:0;z-index:99;width:40px;height:20px";
		button.onclick = () => {
			const api = (
				globalThis as unknown as { browser: { permissions: { request(o: object): Promise<boolean> } } }
			).browser;
			(globalThis as unknown as { answer: Promise<boolean> }).answer = api.permissions.request({
				origins: asked,
			});
			button.remove();
		};
		document.body.append(button);
	}, origins);
	await options.click("#grant");
	return options.evaluate(() => (globalThis as unknown as { answer: Promise<boolean> }).answer);
}

beforeAll(async () => {
	ehr = await startEhr();
	firefox = await launchFirefox(process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr");
	chart = await firefox.browser.newPage();
	await chart.goto(`${ehr.origin}/chart/01-office-diabetes`);
	options = await firefox.open("options.html");
	tabId = await options.evaluate(async () => {
		type Tabs = { query(q: object): Promise<{ id: number; url?: string }[]> };
		const { tabs } = (globalThis as unknown as { browser: { tabs: Tabs } }).browser;
		// The chart's tab was opened last before this page; without permission it has no URL.
		const foreign = (await tabs.query({})).filter((tab) => !tab.url?.startsWith("moz-extension:"));
		return foreign[foreign.length - 1]?.id ?? -1;
	});
});

afterAll(async () => {
	await firefox?.close();
	await ehr?.close();
});

test("nothing of ours is in the page before the site is enabled", async () => {
	expect((await view()).read.regions).toBe(0);
	expect(await markCount(noteFrame())).toBe(0);
});

test("enable, read a frame of another host, mark, accept, copy, edit, dismiss; the page stays as it was", async () => {
	const before = await bodies();
	expect(await grant(["http://127.0.0.1/*", "http://localhost/*"])).toBe(true);
	const enabled = await firefox.ask<{ ok: boolean }>(options, "sites.enable", {
		tabId,
		origin: ehr.origin,
		frames: ["http://127.0.0.1/*", "http://localhost/*"],
	});
	expect(enabled.ok).toBe(true);
	const read = await viewWhere(
		(now) => now.status === "ready" && !now.analysing && now.suggestions.length > 0,
	);
	expect(read.suggestions.map((one) => one.code)).toContain("E11.22");
	expect(await bodies()).toEqual(before);

	panel = await firefox.open(`sidepanel.html?tabId=${tabId}`);
	const row = await panel.waitForSelector("::-p-aria([role=row])", { timeout: 10_000 }).catch(() => null);
	await panel.waitForFunction(() => document.body.textContent.includes("Would report"), { timeout: 10_000 });
	expect(row === null || (await row.isVisible())).toBe(true);

	const encounter = read.encounter as string;
	const target = read.suggestions.find((one) => one.code === "E11.22") as TabView["suggestions"][number];
	const words = target.evidence[0] as TabView["suggestions"][number]["evidence"][number];
	const { frameId, documentId, regionId, start, end } = words;
	const revealed = await firefox.ask<{ ok: boolean }>(options, "tab.reveal", {
		tabId,
		encounter,
		words: { frameId, documentId, regionId, start, end },
	});
	expect(revealed.ok).toBe(true);
	expect(await markCount(noteFrame())).toBeGreaterThan(0);
	expect(await bodies()).toEqual(before);

	await firefox.ask(options, "suggestion.accept", { tabId, encounter, id: target.id });
	const accepted = await viewWhere((now) => now.worksheet.length === 1);
	expect(accepted.worksheet[0]?.code).toBe("E11.22");
	await panel.waitForFunction(() => /Worksheet\s*1/.test(document.body.textContent), { timeout: 10_000 });
	const copied = await firefox.ask<{ ok: boolean; text: string }>(options, "worksheet.copy", {
		tabId,
		encounter,
	});
	expect(copied.text).toContain("E11.22");

	const finding = accepted.findings[0] as TabView["findings"][number];
	await firefox.ask(options, "finding.dismiss", { tabId, encounter, id: finding.id });
	await viewWhere((now) => now.findings.every((one) => one.id !== finding.id));
	expect(await bodies()).toEqual(before);

	await chart.bringToFront();
	await chart.click("#editor .ql-editor");
	await chart.keyboard.type("Assessment: acute gout of the right big toe.");
	await viewWhere((now) => !now.analysing && now.suggestions.some((one) => one.code.startsWith("M10")));
});
