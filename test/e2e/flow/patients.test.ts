import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TabView } from "../../../utils/messages/view";
import { marked, Session } from "../lib/session";

let session: Session;
let page: Page;
let tabId: number;

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/single");
	tabId = await session.enable(page);
});
afterAll(() => session.close());

const show = (index: number) => page.locator("aside button").nth(index).click();
const bodyText = () => page.evaluate(() => document.body.textContent ?? "");

async function acceptFirst(view: TabView): Promise<string> {
	const suggestion = view.suggestions.find((each) => each.billable && each.decision === "open");
	if (suggestion === undefined) throw new Error("no billable suggestion");
	const at = { tabId, encounter: view.encounter as string, id: suggestion.id };
	expect(await session.ask("suggestion.accept", at)).toEqual({ ok: true });
	return suggestion.code;
}

describe("another patient without navigation", () => {
	it("closes the worksheet, offers it as previous, and leaves nothing of the first in view", async () => {
		const first = await session.settled(tabId);
		const code = await acceptFirst(first);
		await show(1);
		const second = await session.until(
			tabId,
			(view) =>
				view.encounter !== null &&
				view.encounter !== first.encounter &&
				view.read.words > 0 &&
				!view.analysing,
			"the second patient",
		);
		expect(second.worksheet).toEqual([]);
		expect(second.previous).toMatchObject({ why: "patient-changed", rows: [{ code }] });
		const text = (await bodyText()).replace(/\s+/g, " ");
		for (const { evidence } of second.suggestions) {
			for (const { quote } of evidence) expect(text).toContain(quote.replace(/\s+/g, " "));
		}
		const marks = Object.values(await marked(page)).flat();
		expect(marks.sort()).toEqual(second.findings.map((finding) => finding.where.quote).sort());
	});

	it("refuses what was meant for the chart before", async () => {
		const before = await session.settled(tabId);
		const suggestion = before.suggestions.find((each) => each.billable);
		await acceptFirst(before);
		await show(2);
		// At once: the switch has not been told yet, and must be seen all the same.
		const at = { tabId, encounter: before.encounter as string };
		const outcomes = [
			await session.ask("worksheet.copy", at),
			await session.ask("suggestion.accept", { ...at, id: suggestion?.id ?? "" }),
			await session.ask("worksheet.add", { ...at, system: "ICD-10-CM", code: "I10" }),
		];
		for (const outcome of outcomes) {
			expect(outcome.ok).toBe(false);
			if (!outcome.ok) expect(["encounter-changed", "document-gone"]).toContain(outcome.reason);
		}
		expect((await session.settled(tabId)).worksheet).toEqual([]);
	});

	it("does not use a note that stays while the banner names somebody else", async () => {
		const before = await session.settled(tabId);
		await page.evaluate(() => {
			const banner = document.querySelector(".patient-banner") as HTMLElement;
			banner.textContent = "Somebody Else DOB 1901-01-01 MRN 9988776";
		});
		const doubt = await session.until(
			tabId,
			(view) => view.encounter !== before.encounter,
			"another encounter",
		);
		expect(doubt.suggestions).toEqual([]);
		expect(doubt.read.unreadable.map((each) => each.why).join()).toContain("did not change");
		expect(Object.values(await marked(page)).flat()).toEqual([]);
		await session.ask("tab.read-once", { tabId });
		await session.until(tabId, (view) => view.suggestions.length > 0, "suggestions after the person said so");
	});

	it("ends with the document: leaving the page closes the encounter", async () => {
		const other = (await session.view(tabId)).encounter;
		await show(3);
		await session.until(tabId, (view) => view.encounter !== other, "the fourth patient");
		const before = await session.settled(tabId);
		const code = await acceptFirst(before);
		await page.goto(`${session.ehr.origin}/`);
		const after = await session.until(tabId, (view) => view.encounter !== before.encounter, "its end");
		expect(after.worksheet).toEqual([]);
		expect(after.previous).toMatchObject({ why: "navigated", rows: [{ code }] });
		const copy = await session.ask("worksheet.copy", { tabId, encounter: before.encounter as string });
		expect(copy.ok).toBe(false);
	});

	it("is forgotten with its tab", async () => {
		await page.close();
		await expect
			.poll(async () => {
				const kept = await session.control.evaluate(() =>
					(
						globalThis as unknown as { chrome: { storage: { session: { get(key: null): Promise<object> } } } }
					).chrome.storage.session.get(null),
				);
				return Object.keys((kept as { tabs?: object }).tabs ?? {});
			})
			.toEqual([]);
	});
});
