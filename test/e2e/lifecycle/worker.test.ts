import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopWorker } from "../lib/service-worker";
import { marked, noteFrame, Session } from "../lib/session";

let session: Session;
let page: Page;
let tabId: number;

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/chart/01-office-diabetes");
	tabId = await session.enable(page);
});
afterAll(() => session.close());

const kill = () => stopWorker(session.browser);

describe("a worker that is stopped between two steps", () => {
	it("loses nothing but time", async () => {
		const first = await session.settled(tabId);
		const at = { tabId, encounter: first.encounter as string };
		const [a, b] = first.suggestions.filter((each) => each.billable);
		if (a === undefined || b === undefined) throw new Error("two billable suggestions are needed");

		await kill();
		const again = await session.settled(tabId);
		expect(again.encounter).toBe(first.encounter);
		expect(again.suggestions.map((each) => each.id)).toEqual(first.suggestions.map((each) => each.id));
		expect(again.revision).toBeGreaterThan(first.revision);

		await kill();
		expect(await session.ask("suggestion.accept", { ...at, id: a.id })).toEqual({ ok: true });
		await kill();
		expect(await session.ask("suggestion.accept", { ...at, id: b.id })).toEqual({ ok: true });
		await kill();
		const { frameId, documentId, regionId, start, end, quote } = a.evidence[0] ?? Object.assign({} as never);
		const words = { frameId, documentId, regionId, start, end };
		expect(await session.ask("tab.reveal", { ...at, words })).toEqual({ ok: true });
		expect((await marked(noteFrame(page, session.ehr)))["rdr-3"]).toEqual([quote]);
		await kill();
		expect(await session.ask("worksheet.copy", at)).toEqual({ ok: true, text: `${a.code}\n${b.code}` });
		await kill();
		expect(await session.ask("worksheet.undo", at)).toEqual({ ok: true });
		await kill();
		const last = await session.settled(tabId);
		expect(last.worksheet.map((row) => row.code)).toEqual([a.code]);
		expect(last.worksheet[0]?.evidence.length).toBeGreaterThan(0);
	});

	it("is asked by the readers for nothing that is lost: typing goes on", async () => {
		await page.bringToFront();
		await kill();
		await page.locator(".ql-editor").click();
		await page.keyboard.type("Acute gout");
		await kill();
		await page.keyboard.type(" of the left great toe.");
		const view = await session.until(
			tabId,
			(each) => each.suggestions.some((s) => s.code.startsWith("M10")),
			"what was typed",
		);
		expect(view.read.regions).toBe(2);
		await expect
			.poll(async () => Object.values(await marked(noteFrame(page, session.ehr))).flat().length)
			.toBeGreaterThan(0);
	});

	it("sees a patient who came while it was stopped", async () => {
		const single = await session.open("/single");
		const other = await session.tabId(single);
		const before = await session.settled(other);
		const suggestion = before.suggestions.find((each) => each.billable);
		const at = { tabId: other, encounter: before.encounter as string };
		await session.ask("suggestion.accept", { ...at, id: suggestion?.id ?? "" });
		await kill();
		await single.locator("aside button").nth(1).click();
		const copy = await session.ask("worksheet.copy", at);
		expect(copy.ok).toBe(false);
		const after = await session.settled(other);
		expect(after.worksheet).toEqual([]);
		expect(after.previous?.rows).toHaveLength(1);
		await single.close();
	});

	it("puts the code sets back when the database was deleted under it", async () => {
		await session.control.evaluate(
			() =>
				new Promise<void>((done) => {
					const asked = indexedDB.deleteDatabase("chartside");
					asked.onsuccess = asked.onerror = asked.onblocked = () => done();
				}),
		);
		const found = await session.ask("search.query", { text: "hypertension" });
		expect(found.results[0]?.code).toBe("I10");
		await kill();
		const after = await session.ask("search.query", { text: "hypertension" });
		expect(after.results[0]?.code).toBe("I10");
		expect((await session.ask("releases.list", {})).length).toBeGreaterThanOrEqual(2);
	});
});
