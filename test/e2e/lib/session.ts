import type { Frame, Page } from "playwright-core";
import type { PageRequests } from "../../../utils/messages/requests";
import type { TabView } from "../../../utils/messages/view";
import { type DemoEhr, startEhr } from "../../fixtures/ehr/server";
import { allowHosts, type Launched, type LaunchOptions, launch } from "./launch";

/** Both hosts of the demo EHR: the charts' and the documents'. */
export const HOSTS = ["http://127.0.0.1/*", "http://localhost/*"];

/** The extension's own API, as page.evaluate sees it. */
export interface ExtensionWorld {
	chrome: {
		runtime: { sendMessage(message: unknown): Promise<unknown>; reload(): void };
		permissions: {
			request(asked: { origins: string[] }): Promise<boolean>;
			remove(asked: { origins: string[] }): Promise<boolean>;
		};
		tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
		storage: Record<"local" | "session", { get(key: null): Promise<unknown> }>;
		scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
	};
}

/** The demo EHR, Chromium with the extension, and a page of the extension to ask the background from. */
export class Session {
	private constructor(
		readonly browser: Launched,
		readonly ehr: DemoEhr,
		public control: Page,
	) {}

	static async start(options: LaunchOptions = {}): Promise<Session> {
		const ehr = await startEhr();
		const browser = await launch(options);
		const control = await browser.context.newPage();
		const session = new Session(browser, ehr, control);
		await session.openControl();
		return session;
	}

	/** Opens the options page anew: after a reload of the extension its pages are closed. */
	async openControl(): Promise<void> {
		if (this.control.isClosed()) this.control = await this.browser.context.newPage();
		await this.control.goto(this.browser.url("options.html"));
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.ehr.close();
	}

	/** Grants hosts as a person does: a click, and the browser's consent given beforehand. */
	async grant(patterns: readonly string[] = HOSTS): Promise<boolean> {
		await allowHosts(this.browser, [...patterns]);
		await this.control.bringToFront();
		await this.control.evaluate(
			(origins) => {
				const world = globalThis as unknown as ExtensionWorld & { asked?: Promise<boolean> };
				const ask = () => {
					world.asked = world.chrome.permissions.request({ origins });
				};
				document.addEventListener("click", ask, { once: true, capture: true });
			},
			[...patterns],
		);
		await this.control.mouse.click(2, 2);
		return this.control.evaluate(() => (globalThis as unknown as { asked: Promise<boolean> }).asked);
	}

	/** Sends a request as a page of the extension and gives the raw reply. */
	raw(name: string, payload: unknown): Promise<{ ok: boolean; value?: unknown; failure?: string }> {
		return this.control.evaluate(
			([name, payload]) =>
				(globalThis as unknown as ExtensionWorld).chrome.runtime.sendMessage({
					chartside: 1,
					to: "background",
					name,
					payload,
				}) as never,
			[name, payload] as const,
		);
	}

	async ask<Name extends keyof PageRequests>(
		name: Name,
		payload: PageRequests[Name]["request"],
	): Promise<PageRequests[Name]["response"]> {
		const reply = await this.raw(name, payload);
		if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
		return reply.value as PageRequests[Name]["response"];
	}

	/** Opens a page of the EHR, or of another server; its tab id is known once a host was granted. */
	async open(path: string): Promise<Page> {
		const page = await this.browser.context.newPage();
		await page.goto(new URL(path, this.ehr.origin).href);
		await page.bringToFront();
		return page;
	}

	async tabId(page: Page): Promise<number> {
		const url = page.url();
		const id = await this.control.evaluate(async (url) => {
			const tabs = await (globalThis as unknown as ExtensionWorld).chrome.tabs.query({});
			return tabs.filter((tab) => tab.url === url).map((tab) => tab.id);
		}, url);
		if (id.length !== 1 || id[0] === undefined) throw new Error(`${id.length} tabs show ${url}`);
		return id[0];
	}

	/** Enables the page's site with these hosts of frames, as the pop-up does after the browser said yes. */
	async enable(page: Page, hosts: string[] = HOSTS): Promise<number> {
		if (!(await this.grant(hosts))) throw new Error("the browser did not grant the hosts");
		const tabId = await this.tabId(page);
		const origin = new URL(page.url()).origin;
		const outcome = await this.ask("sites.enable", { tabId, origin, frames: hosts });
		if (!outcome.ok) throw new Error(outcome.message);
		await page.bringToFront();
		return tabId;
	}

	view(tabId: number): Promise<TabView> {
		return this.ask("tab.view", { tabId });
	}

	/** Waits until the view of a tab is as wanted; the error tells what it was instead. */
	async until(
		tabId: number,
		wanted: (view: TabView) => boolean,
		what: string,
		seconds = 20,
	): Promise<TabView> {
		const end = Date.now() + seconds * 1000;
		for (;;) {
			const view = await this.view(tabId);
			if (wanted(view)) return view;
			if (Date.now() > end) throw new Error(`waited for ${what}; ${brief(view)}`);
			await new Promise((done) => setTimeout(done, 100));
		}
	}

	/** Waits for suggestions of a note that was read to its end. */
	settled(tabId: number): Promise<TabView> {
		return this.until(
			tabId,
			(view) => view.status === "ready" && !view.analysing && view.encounter !== null && view.read.words > 0,
			"a note that is read",
		);
	}

	/** Reloads the extension, as an update does once its files were replaced. Its own pages are closed. */
	async reloadExtension(): Promise<void> {
		const page = await this.browser.context.newPage();
		await page.goto("chrome://extensions");
		// Without developer mode the browser refuses to start an unpacked extension a second time.
		await page.evaluate(async (id) => {
			const { developerPrivate } = (
				globalThis as unknown as {
					chrome: {
						developerPrivate: {
							updateProfileConfiguration(change: object): Promise<void>;
							reload(id: string, options: object): Promise<unknown>;
						};
					};
				}
			).chrome;
			await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
			await developerPrivate.reload(id, { failQuietly: true });
		}, this.browser.extensionId);
		await page.close();
		for (let tries = 0; ; tries++) {
			try {
				await this.openControl();
				return;
			} catch (error) {
				if (tries > 40) throw error;
				await new Promise((done) => setTimeout(done, 250));
			}
		}
	}
}

function brief(view: TabView): string {
	const codes = view.suggestions.map((each) => each.code).join(" ");
	return JSON.stringify({
		status: view.status,
		message: view.message,
		read: view.read,
		site: view.site,
		analysing: view.analysing,
		encounter: view.encounter,
		codes,
	});
}

/** The frame that shows the note, from the documents' host. */
export function noteFrame(page: Page, ehr: DemoEhr): Frame {
	const frame = page.frames().find((each) => each.url().startsWith(ehr.documents));
	if (frame === undefined) throw new Error("no document frame");
	return frame;
}

/** Words marked in a document, by highlight name: all that the page itself can see of ours. */
export function marked(frame: Frame | Page): Promise<Record<string, string[]>> {
	return frame.evaluate(() =>
		Object.fromEntries(
			[...CSS.highlights.entries()].map(([name, highlight]) => [
				name,
				[...highlight].map((range) => String(range)),
			]),
		),
	);
}
