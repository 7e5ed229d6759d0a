import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Launched } from "./launch";

/** Official zips of a folder, as paths; empty where CHARTSIDE_SHARED is not set. */
export function officialPaths(folder: string, names: readonly string[]): string[] {
	const shared = process.env.CHARTSIDE_SHARED;
	return shared ? names.map((name) => join(shared, "codesets", folder, name)) : [];
}

/** The FY2026 zips with order file, tabular list and index. */
export const FY2026 = () =>
	officialPaths("icd10cm-2026", ["icd10cm-CodeDescriptions-2026.zip", "icd10cm-table-and-index-2026.zip"]);

/** A file for the chooser: a path, or content under a name. */
export type Chosen = string | { name: string; mimeType: string; buffer: Buffer };

/** Opens the options page. */
export async function openOptions(browser: Launched): Promise<Page> {
	const page = await browser.context.newPage();
	await page.goto(browser.url("options.html"));
	await page.getByRole("button", { name: "Choose files" }).waitFor();
	return page;
}

/** Hands files to the page's own chooser and waits for the plan. */
export async function chooseFiles(page: Page, files: readonly Chosen[]): Promise<void> {
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Choose files" }).click();
	await (await chooser).setFiles(files as never);
	await page.getByText("Storage needed").waitFor({ timeout: 60_000 });
}

/** Presses Import. */
export const startImport = (page: Page): Promise<void> =>
	page.getByRole("button", { name: "Import", exact: true }).click();

/** Waits until an edition is listed as installed. */
export const waitInstalled = (page: Page, edition: string): Promise<void> =>
	page.getByText(`${edition} is installed`).first().waitFor({ timeout: 120_000 });

/** The release table as the extension's background gives it. */
export async function releases(
	page: Page,
): Promise<{ id: string; edition: string; starter: boolean; bytes: number }[]> {
	return page.evaluate(async () => {
		// Opening a database that is not there yet would make an empty one in the extension's way.
		if (!(await indexedDB.databases()).some(({ name }) => name === "chartside")) return [];
		const open = indexedDB.open("chartside");
		const db = await new Promise<IDBDatabase>((done, fail) => {
			open.onsuccess = () => done(open.result);
			open.onerror = () => fail(open.error);
		});
		if (!db.objectStoreNames.contains("releases")) {
			db.close();
			return [];
		}
		const all = db.transaction("releases").objectStore("releases").getAll();
		const rows = await new Promise<{ id: string; edition: string; starter: boolean; bytes: number }[]>(
			(done) => {
				all.onsuccess = () => done(all.result);
			},
		);
		db.close();
		return rows;
	});
}

interface Chrome {
	runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: unknown }> };
	tabs: { getCurrent(): Promise<{ id: number }> };
}

/** Sends a request to the background as a page of the extension does; `own` adds the id of this very tab. */
export async function ask<T>(page: Page, name: string, payload: object, own = false): Promise<T> {
	return page.evaluate(
		async ([request, given, withTab]) => {
			const { runtime, tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
			const tab = withTab ? { tabId: (await tabs.getCurrent()).id } : {};
			const message = { chartside: 1, to: "background", name: request, payload: { ...given, ...tab } };
			return (await runtime.sendMessage(message)).value;
		},
		[name, payload, own] as const,
	) as Promise<T>;
}

/** Sets the date of service of this tab: the edition in force on that day serves its searches. */
export const setDate = (page: Page, date: string): Promise<unknown> => ask(page, "tab.set", { date }, true);

/** Best hits of a query on the tab's date of service, as the panel would get them. */
export async function search(page: Page, text: string): Promise<{ code: string; edition: string }[]> {
	const answer = await ask<{ results: { code: string; edition: string }[] }>(
		page,
		"search.query",
		{ text, limit: 5 },
		true,
	);
	return answer.results;
}
