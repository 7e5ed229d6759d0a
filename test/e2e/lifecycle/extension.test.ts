import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtensionWorld, HOSTS, marked, noteFrame, Session } from "../lib/session";

const extension = mkdtempSync(join(tmpdir(), "chartside-build-"));
let session: Session;
let page: Page;
let tabId: number;

beforeAll(async () => {
	cpSync(".output/chrome-mv3", extension, { recursive: true });
	session = await Session.start({ extension });
	page = await session.open("/chart/03-cardiology-heart-failure");
	tabId = await session.enable(page);
	await session.until(tabId, (view) => view.findings.length > 0 && !view.analysing, "findings");
});
afterAll(async () => {
	await session.close();
	rmSync(extension, { recursive: true, force: true });
});

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
		const before = (await marks()).sort();
		expect(before.length).toBeGreaterThan(0);
		await session.reloadExtension();
		await expect.poll(matches, { timeout: 10_000 }).toEqual([...HOSTS].sort());
		await session.settled(tabId);
		await expect.poll(async () => (await marks()).sort()).toEqual(before);
	});

	it("does the same after an update", async () => {
		const before = (await marks()).sort();
		const file = join(extension, "manifest.json");
		const manifest = JSON.parse(readFileSync(file, "utf8")) as { version: string };
		writeFileSync(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
		await session.reloadExtension();
		await expect.poll(matches, { timeout: 10_000 }).toEqual([...HOSTS].sort());
		const view = await session.settled(tabId);
		expect(view.worksheet).toEqual([]);
		await expect.poll(async () => (await marks()).sort()).toEqual(before);
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
