import type { Page } from "playwright-core";
import type { TabView } from "../../../utils/messages/view";
import { clickToolbar, extensionPage, type Launched } from "./launch";

/** Asks the background from an extension page, as the panel does. `page` must be one of the extension's. */
export async function ask<T>(page: Page, name: string, payload: unknown): Promise<T> {
	const reply = await page.evaluate(
		([to, message, body]) =>
			(
				globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
			).chrome.runtime.sendMessage({ chartside: 1, to, name: message, payload: body }),
		["background", name, payload] as const,
	);
	const answer = reply as { ok: boolean; value: T; failure?: string };
	if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
	return answer.value;
}

/** Id of the tab that shows `page`, as extension pages know it. */
export async function tabIdOf(extension: Page, page: Page): Promise<number> {
	return extension.evaluate(async (url) => {
		const api = (
			globalThis as unknown as {
				chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string; active: boolean }[]> } };
			}
		).chrome.tabs;
		const tabs = await api.query({});
		// Without host permission a tab has no URL: the active one that is not ours is meant.
		const found = tabs.find((tab) => tab.url === url) ?? tabs.find((tab) => tab.active && !tab.url);
		if (!found) throw new Error("tab not found");
		return found.id;
	}, page.url());
}

/** Opens the real pop-up over a page and clicks a button in it. */
export async function inPopup(browser: Launched, page: Page, button: RegExp | string): Promise<Page> {
	await page.bringToFront();
	await clickToolbar(browser, page);
	const popup = await extensionPage(browser, "popup.html");
	await popup.getByRole("button", { name: button }).first().click();
	return popup;
}

/** Waits until the background's view of a tab satisfies a condition. */
export async function viewWhere(
	extension: Page,
	tabId: number,
	holds: (view: TabView) => boolean,
	seconds = 20,
): Promise<TabView> {
	const until = Date.now() + seconds * 1000;
	let view = await ask<TabView>(extension, "tab.view", { tabId });
	while (!holds(view)) {
		if (Date.now() > until) {
			const { status, read, analysing, suggestions, message } = view;
			throw new Error(
				`view did not come: ${JSON.stringify({ status, read, analysing, suggestions: suggestions.length, message })}`,
			);
		}
		await new Promise((done) => setTimeout(done, 150));
		view = await ask<TabView>(extension, "tab.view", { tabId });
	}
	return view;
}

/** True when the tab's notes are read and analysed. */
export const isRead = (view: TabView): boolean =>
	view.status === "ready" && !view.analysing && view.read.regions > 0;
