import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marked, noteFrame, Session } from "../lib/session";
import { cardText } from "../lib/shadow-text";

let session: Session;
let page: Page;
let frame: Frame;
let tabId: number;

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/chart/03-cardiology-heart-failure");
	tabId = await session.enable(page);
	await session.until(tabId, (view) => view.findings.length > 0 && !view.analysing, "findings");
	frame = noteFrame(page, session.ehr);
});
afterAll(() => session.close());

/** Middle of the first marked words, in the window. */
async function middle(): Promise<{ x: number; y: number; words: string }> {
	const handle = await page.locator("iframe").first().boundingBox();
	const at = await frame.evaluate(() => {
		const range = [...(CSS.highlights.get("rdr-1") ?? CSS.highlights.get("rdr-2") ?? [])][0] as Range;
		range.startContainer.parentElement?.scrollIntoView({ block: "center" });
		const box = range.getClientRects()[0] as DOMRect;
		return { x: box.x + box.width / 2, y: box.y + box.height / 2, words: String(range) };
	});
	return { ...at, x: at.x + (handle?.x ?? 0) + 1, y: at.y + (handle?.y ?? 0) + 1 };
}

const html = () => frame.evaluate(() => document.documentElement.outerHTML);
const body = () => frame.evaluate(() => document.body.outerHTML);
const all = async () => Object.values(await marked(frame)).flat();
const opened = () => expect.poll(() => cardText(page, frame), { timeout: 5_000 }).not.toBe("");
const closed = () => expect.poll(() => cardText(page, frame), { timeout: 5_000 }).toBe("");

describe("a finding in the page", () => {
	it("is underlined, under neutral names", async () => {
		await expect.poll(all).not.toEqual([]);
		const names = await frame.evaluate(() => [...CSS.highlights.keys()]);
		expect(names.every((name) => /^rdr-\d$/.test(name))).toBe(true);
		const view = await session.view(tabId);
		expect((await all()).sort()).toEqual(view.findings.map((finding) => finding.where.quote).sort());
	});

	it("opens its card on hover, closes it on Escape, and leaves the page's tree as it was", async () => {
		const [before, inside] = [await html(), await body()];
		const at = await middle();
		await page.mouse.move(5, 5);
		await page.mouse.move(at.x, at.y);
		await opened();
		const text = await cardText(page, frame);
		const view = await session.view(tabId);
		const own = view.findings.find((finding) => text.startsWith(finding.title));
		expect(own).toBeDefined();
		expect(text).toContain(own?.question.split(" ").slice(0, 4).join(" "));
		expect(text.replace("Dismiss Show in panel", "").split(/\s+/).length).toBeLessThanOrEqual(60);
		expect(await body()).toBe(inside);
		// The focus is in the top document, the card in a frame of another host.
		await page.keyboard.press("Escape");
		await closed();
		expect(await html()).toBe(before);
	});

	it("opens by key where the caret is, and goes away for good when it is dismissed", async () => {
		const at = await middle();
		const [before, count] = [await html(), (await all()).length];
		await page.mouse.click(at.x, at.y);
		await page.mouse.move(5, 5);
		await closed();
		await page.keyboard.press("Alt+Shift+Period");
		await opened();
		const focus = () => frame.evaluate(() => document.activeElement?.localName);
		expect(await focus()).toBe("body");
		await page.keyboard.press("Alt+Shift+Period");
		expect(await focus()).toBe("div");
		await page.keyboard.press("Enter");
		await closed();
		await expect.poll(async () => (await all()).length).toBe(count - 1);
		expect(await html()).toBe(before);
		const view = await session.view(tabId);
		expect(view.findings).toHaveLength(count - 1);
		expect(view.canUndo).toBe(true);
	});
});
