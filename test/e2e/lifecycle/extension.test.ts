import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionWorld, HOSTS, marked, noteFrame, Session } from "../lib/session";

let session: Session;
let page: Page;
let tabId: number;

beforeAll(async () => {
	session = await Session.start();
	page = await session.open("/chart/03-cardiology-heart-failure");
	tabId = await session.enable(page);
	await session.until(tabId, (view) => view.findings.length > 0 && !view.analysing, "findings");
});
afterAll(() => session.close());

const matches = () =>
	session.control.evaluate(async () => {
		const scripts = await (
			globalThis as unknown as ExtensionWorld
		).chrome.scripting.getRegisteredContentScripts();
		return scripts.flatMap((script) => script.matches ?? []).sort();
	});
const marks = async () => Object.values(await marked(noteFrame(page, session.ehr))).flat();

describe("the extension's own life", () => {
	it("reads open tabs again after a reload, with its old marks gone", async () => {
		expect(await matches()).toEqual([...HOSTS].sort());
		const before = await marks();
		expect(before.length).toBeGreaterThan(0);
		await session.control
			.evaluate(() => (globalThis as unknown as ExtensionWorld).chrome.runtime.reload())
			.catch(() => undefined);
		await expect
			.poll(
				() =>
					session.openControl().then(
						() => true,
						() => false,
					),
				{ timeout: 15_000 },
			)
			.toBe(true);
		await expect.poll(matches, { timeout: 10_000 }).toEqual([...HOSTS].sort());
		await session.settled(tabId);
		await expect.poll(async () => (await marks()).sort()).toEqual(before.sort());
	});

	it("stops and forgets when the permission is taken away, and reads again when it is back", async () => {
		await session.settled(tabId);
		await session.control.evaluate(
			(origins) => (globalThis as unknown as ExtensionWorld).chrome.permissions.remove({ origins }),
			HOSTS,
		);
		await expect.poll(marks).toEqual([]);
		await expect.poll(matches).toEqual([]);
		const off = await session.until(tabId, (view) => view.status === "off", "the site to be off");
		expect(off).toMatchObject({ encounter: null, suggestions: [], findings: [], worksheet: [] });
		expect(await session.ask("sites.list", {})).toMatchObject([
			{ origin: session.ehr.origin, granted: false },
		]);
		expect(await session.grant()).toBe(true);
		await session.settled(tabId);
		await expect.poll(marks).not.toEqual([]);
	});

	it("is absent where the site is not enabled", async () => {
		expect(await session.ask("sites.disable", { origin: session.ehr.origin })).toEqual({ ok: true });
		await expect.poll(marks).toEqual([]);
		await expect.poll(matches).toEqual([]);
		await page.reload();
		const view = await session.view(tabId);
		expect(view).toMatchObject({ status: "off", encounter: null });
		expect(await session.ask("sites.list", {})).toEqual([]);
	});
});
