import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { CANARIES } from "../../fixtures/ehr/notes";
import { findAtRest } from "../lib/at-rest";
import { Session } from "../lib/session";

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe("what is at rest", () => {
	it("would be found by this search, in every form", () => {
		const folder = mkdtempSync(join(tmpdir(), "at-rest-"));
		folders.push(folder);
		writeFileSync(join(folder, "plain"), "xx Quillby xx");
		writeFileSync(join(folder, "utf16"), Buffer.from("xx Quillby xx", "utf16le"));
		for (const lead of ["", "1", "22"]) {
			writeFileSync(
				join(folder, `base64-${lead.length}`),
				Buffer.from(`${lead}Quillby and more`).toString("base64"),
			);
		}
		writeFileSync(join(folder, "gzip"), gzipSync("xx Quillby xx"));
		writeFileSync(join(folder, "raw"), deflateRawSync("xx Quillby xx"));
		writeFileSync(join(folder, "inside"), Buffer.concat([Buffer.from("head"), gzipSync("xx Quillby xx")]));
		writeFileSync(join(folder, "clean"), "nothing");
		expect(findAtRest(folder, ["Quillby"])).toHaveLength(8);
	});

	it("holds no word of any note: not in storage by API, not in the profile's files", async () => {
		const session = await Session.start();
		folders.push(session.browser.profile);
		const page = await session.open("/chart/01-office-diabetes");
		const tabId = await session.enable(page);
		for (const note of session.ehr.notes) {
			const before = (await session.view(tabId)).encounter;
			await page.goto(`${session.ehr.origin}/chart/${note.id}`);
			await session.until(tabId, (view) => view.encounter !== before, "the next chart");
			const view = await session.settled(tabId);
			const suggestion = view.suggestions.find((each) => each.billable);
			const at = { tabId, encounter: view.encounter as string };
			if (suggestion !== undefined) await session.ask("suggestion.accept", { ...at, id: suggestion.id });
			if (view.findings[0] !== undefined)
				await session.ask("finding.dismiss", { ...at, id: view.findings[0].id });
		}
		await page.locator(".ql-editor").click();
		await page.keyboard.type("Seen again for the Larkhollow cough.");
		await session.until(tabId, (view) => view.read.regions > 1, "the addendum");
		const kept = await session.control.evaluate(async () => {
			const { storage } = (
				globalThis as unknown as {
					chrome: { storage: Record<"local" | "session", { get(key: null): Promise<object> }> };
				}
			).chrome;
			const rows: unknown[] = [await storage.local.get(null), await storage.session.get(null)];
			for (const { name = "" } of await indexedDB.databases()) {
				const db = await new Promise<IDBDatabase>((done, fail) => {
					const asked = indexedDB.open(name);
					asked.onsuccess = () => done(asked.result);
					asked.onerror = () => fail(asked.error);
				});
				for (const store of db.objectStoreNames) {
					const all = await new Promise<unknown[]>((done, fail) => {
						const asked = db.transaction(store).objectStore(store).getAll();
						asked.onsuccess = () => done(asked.result);
						asked.onerror = () => fail(asked.error);
					});
					const decoder = new TextDecoder();
					rows.push(
						...all.map((row) =>
							JSON.stringify(row, (_, value) =>
								value instanceof ArrayBuffer ? decoder.decode(value) : value,
							),
						),
					);
				}
				db.close();
			}
			return JSON.stringify(rows);
		});
		expect(kept.length).toBeGreaterThan(10_000);
		expect(CANARIES.filter((word) => kept.includes(word))).toEqual([]);
		await session.browser.close({ keepProfile: true });
		await session.ehr.close();
		// What the browser itself keeps of pages that it showed is not ours: history, caches, titles.
		const itsOwn = [
			"/Cache/",
			"/Code Cache/",
			"/History",
			"/Sessions/",
			"/Favicons",
			"/Top Sites",
			"/Visited Links",
			"BrowserMetrics",
			"/Shortcuts",
			"/Web Data",
		];
		expect(findAtRest(session.browser.profile, CANARIES, itsOwn)).toEqual([]);
	});
});
