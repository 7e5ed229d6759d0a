import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { marked, noteFrame, Session } from "../lib/session";

let session: Session;
let page: Page;
let tabId: number;

const html = () => page.evaluate(() => document.documentElement.outerHTML);

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/chart/01-office-diabetes");
	tabId = await session.enable(page);
});
afterAll(() => session.close());

describe("the coder's main job", () => {
	it("reads the note in a frame of another host and suggests codes with the words that prove them", async () => {
		const view = await session.settled(tabId);
		expect(view.site).toMatchObject({ enabled: true, origin: session.ehr.origin });
		expect(view.suggestions.length).toBeGreaterThan(0);
		const [first] = view.suggestions;
		expect(first?.evidence[0]?.quote).not.toBe("");
		const text = await noteFrame(page, session.ehr).evaluate(() =>
			document.body.textContent.replace(/\s+/g, " "),
		);
		for (const { evidence } of view.suggestions) {
			for (const { quote } of evidence) expect(text).toContain(quote.replace(/\s+/g, " "));
		}
	});

	it("marks the words in the page when they are asked for, and changes nothing in the page's tree", async () => {
		const before = await html();
		const view = await session.settled(tabId);
		const words = view.suggestions[0]?.evidence[0];
		if (words === undefined) throw new Error("no evidence");
		const { frameId, documentId, regionId, start, end, quote } = words;
		const outcome = await session.ask("tab.reveal", {
			tabId,
			encounter: view.encounter as string,
			words: { frameId, documentId, regionId, start, end },
		});
		expect(outcome).toEqual({ ok: true });
		expect((await marked(noteFrame(page, session.ehr)))["rdr-3"]).toEqual([quote]);
		expect(await html()).toBe(before);
	});

	it("puts an accepted code on the worksheet, takes it back, and copies codes", async () => {
		const view = await session.settled(tabId);
		const encounter = view.encounter as string;
		const [first, second] = view.suggestions.filter((each) => each.billable);
		if (first === undefined || second === undefined) throw new Error("two billable suggestions are needed");
		const at = { tabId, encounter };
		expect(await session.ask("suggestion.accept", { ...at, id: first.id })).toEqual({ ok: true });
		expect(await session.ask("suggestion.accept", { ...at, id: second.id })).toEqual({ ok: true });
		const accepted = await session.view(tabId);
		expect(accepted.worksheet.map((row) => row.code)).toEqual([first.code, second.code]);
		expect(accepted.suggestions.find((each) => each.id === first.id)?.decision).toBe("accepted");
		expect(accepted.worksheet[0]?.evidence.length).toBeGreaterThan(0);

		const ids = accepted.worksheet.map((row) => row.id).reverse();
		await session.ask("worksheet.order", { ...at, ids });
		expect(await session.ask("worksheet.copy", at)).toEqual({
			ok: true,
			text: `${second.code}\n${first.code}`,
		});
		await session.ask("worksheet.undo", at);
		await session.ask("worksheet.undo", at);
		expect((await session.view(tabId)).worksheet.map((row) => row.code)).toEqual([first.code]);
	});

	it("follows what is typed into the editor", async () => {
		const editor = page.locator(".ql-editor");
		await editor.click();
		await page.keyboard.type("Acute gout of the left great toe.");
		const view = await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("M10")),
			"a suggestion for what was typed",
		);
		expect(view.read.regions).toBeGreaterThan(1);
		expect(await editor.innerHTML()).toBe("<p>Acute gout of the left great toe.</p>");
		await page.keyboard.press("Control+A");
		await page.keyboard.press("Delete");
		await session.until(tabId, (each) => !each.suggestions.some((s) => s.code.startsWith("M10")), "its end");
	});
});
