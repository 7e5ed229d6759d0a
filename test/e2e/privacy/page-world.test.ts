import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TabView } from "../../../utils/messages/view";
import { look, record } from "../lib/page-world";
import { noteFrame, Session } from "../lib/session";
import { cardText } from "../lib/shadow-text";

let session: Session;
let page: Page;
let tabId: number;
const requests: string[] = [];

beforeAll(async () => {
	session = await Session.start();
	session.browser.context.on("request", (request) => requests.push(request.url()));
	await session.browser.context.addInitScript(record);
	page = await session.open("/chart/01-office-diabetes");
	tabId = await session.enable(page);
	// With the reader registered: it runs from the document's start, like every day.
	await page.reload();
	await session.until(tabId, (view) => view.findings.length > 0 && !view.analysing, "findings");
});
afterAll(() => session.close());

const seen = (frame: Frame | Page): Promise<string[]> =>
	frame.evaluate(() => (globalThis as unknown as { seenByPage: string[] }).seenByPage);

/** Every code, reason and opaque id that the extension made of this tab. */
function secrets(view: TabView): string[] {
	const own = [view.encounter ?? "", session.browser.extensionId, "chartside"];
	for (const { id, code, reasons, evidence } of view.suggestions) {
		own.push(id, code, ...reasons.map((reason) => reason.text), ...evidence.map((each) => each.documentId));
	}
	for (const { id, title, question, rule, query } of view.findings)
		own.push(id, title, question, query, `"${rule}"`);
	return [...new Set(own)].filter((secret) => secret.length > 2);
}

/** The whole main job once more, with the recorder listening. */
async function work(): Promise<TabView> {
	const view = await session.settled(tabId);
	const encounter = view.encounter as string;
	const [suggestion] = view.suggestions.filter((each) => each.billable);
	const words = suggestion?.evidence[0];
	if (suggestion === undefined || words === undefined) throw new Error("no suggestion");
	const { frameId, documentId, regionId, start, end } = words;
	await session.ask("tab.reveal", { tabId, encounter, words: { frameId, documentId, regionId, start, end } });
	await session.ask("suggestion.accept", { tabId, encounter, id: suggestion.id });
	await session.ask("worksheet.copy", { tabId, encounter });
	const frame = noteFrame(page, session.ehr);
	const at = await frame.evaluate(() => {
		const range = [...(CSS.highlights.get("rdr-1") ?? CSS.highlights.get("rdr-2") ?? [])][0] as Range;
		range.startContainer.parentElement?.scrollIntoView({ block: "center" });
		const { x, y } = range.getBoundingClientRect();
		return { x: x + 4, y: y + 6 };
	});
	const box = await page.locator("iframe").first().boundingBox();
	await page.mouse.click((box?.x ?? 0) + at.x, (box?.y ?? 0) + at.y);
	await page.keyboard.press("Alt+Shift+Period");
	await expect.poll(() => cardText(page, frame)).not.toBe("");
	return view;
}

describe("what a page learns", () => {
	it("is nothing but that some words are marked and that an element came beside the body", async () => {
		const view = await work();
		for (const frame of page.frames()) {
			const learned = [...(await seen(frame)), ...(await frame.evaluate(look))].join("\n");
			for (const secret of secrets(view)) {
				// A code or word that the host itself shows is the host's own.
				const own = await frame.evaluate((text) => document.documentElement.outerHTML.includes(text), secret);
				if (!own) expect(learned.includes(secret), `${secret} in ${frame.url()}`).toBe(false);
			}
			const lines = learned.split("\n");
			const ours = /wxt|chartside|-extension:\/\/|^global |^sheet .*rdr-|^message: |^shadow: /i;
			expect(lines.filter((line) => ours.test(line)).map((line) => line.slice(0, 200))).toEqual([]);
			for (const line of lines.filter((each) => each.startsWith("element"))) {
				expect(line).toBe("element <div></div> closed");
			}
			for (const line of lines.filter((each) => each.startsWith("highlight"))) {
				expect(line).toMatch(/^highlight rdr-[123]: #document$/);
			}
		}
	});

	it("is the same page as before once the card is closed", async () => {
		await page.keyboard.press("Escape");
		const frame = noteFrame(page, session.ehr);
		await expect.poll(() => frame.evaluate(() => document.documentElement.children.length)).toBe(2);
	});

	it("sends nothing anywhere: every request is the pages' own or the extension's own files", () => {
		const foreign = requests.filter(
			(url) =>
				!url.startsWith(session.ehr.origin) &&
				!url.startsWith(session.ehr.documents) &&
				!url.startsWith(session.browser.url("")) &&
				!/^(chrome|data|about|blob):/.test(url),
		);
		expect(foreign).toEqual([]);
	});
});
