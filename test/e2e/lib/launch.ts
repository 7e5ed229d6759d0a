import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from "playwright-core";

/** Chromium with the built extension in it, exactly as it ships. */
export interface Launched {
	context: BrowserContext;
	/** Opens a further connection, over CDP: only one made after the real side panel or pop-up opened sees it. */
	connect(): Promise<Browser>;
	extensionId: string;
	/** Folder of the profile, for searching what is at rest. */
	profile: string;
	worker(): Promise<Worker>;
	/** URL of an extension page ("options.html"). */
	url(page: string): string;
	close(options?: { keepProfile?: boolean }): Promise<void>;
}

export interface LaunchOptions {
	headless?: boolean;
	/** Folder of the built extension; default .output/chrome-mv3. */
	extension?: string;
	/** A profile to go on with (a second start of the same browser). */
	profile?: string;
	viewport?: { width: number; height: number };
	colorScheme?: "light" | "dark";
}

function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.on("error", fail);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => done(typeof address === "object" && address ? address.port : 0));
		});
	});
}

/** Starts Chromium (CHROMIUM_PATH) with the extension loaded and waits for its service worker. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
	const extension = resolve(options.extension ?? `${process.env.CHARTSIDE_OUT ?? ".output"}/chrome-mv3`);
	if (!existsSync(join(extension, "manifest.json")))
		throw new Error(`${extension}: no build; run npm run build`);
	const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
	const profile = options.profile ?? mkdtempSync(join(tmpdir(), "chartside-"));
	const port = await freePort();
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: options.headless ?? true,
		viewport: options.viewport ?? { width: 1280, height: 860 },
		...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
		args: [
			`--disable-extensions-except=${extension}`,
			`--load-extension=${extension}`,
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			`--remote-debugging-port=${port}`,
		],
	});
	const worker = async () =>
		context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 30_000 }));
	const extensionId = new URL((await worker()).url()).host;
	const connections: Browser[] = [];
	return {
		context,
		connect: async () => {
			const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
			connections.push(connection);
			return connection;
		},
		extensionId,
		profile,
		worker,
		url: (page) => `chrome-extension://${extensionId}/${page}`,
		close: async ({ keepProfile = false } = {}) => {
			for (const connection of connections) await connection.close().catch(() => undefined);
			await context.close().catch(() => undefined);
			if (!keepProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/**
 * Gives host permissions beforehand, so that the following permissions.request resolves without the prompt
 * that headless Chromium cannot show. The manifest stays the one that ships.
 */
export async function allowHosts(browser: Launched, patterns: string[]): Promise<void> {
	const page = await browser.context.newPage();
	await page.goto("chrome://extensions");
	for (const pattern of patterns) {
		await page.evaluate(
			([id, host]) =>
				new Promise<void>((done) => {
					const api = (
						globalThis as unknown as {
							chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
						}
					).chrome.developerPrivate;
					api.addHostPermission(id as string, host as string).then(done, done);
				}),
			[browser.extensionId, pattern],
		);
	}
	await page.close();
}

/** Waits until a target of the extension (side panel, pop-up) is there and returns it as a page. */
export async function extensionPage(browser: Launched, name: string, seconds = 15): Promise<Page> {
	const until = Date.now() + seconds * 1000;
	for (;;) {
		const connection = await browser.connect();
		for (const context of connection.contexts()) {
			const page = context.pages().find((one) => one.url().startsWith(browser.url(name)));
			if (page) return page;
		}
		await connection.close();
		if (Date.now() > until) throw new Error(`${name} did not open within ${seconds} s`);
		await new Promise((done) => setTimeout(done, 100));
	}
}

/** Clicks the toolbar button for a page, which opens the real pop-up. */
export async function clickToolbar(browser: Launched, page: Page): Promise<void> {
	const session = await browser.context.browser()?.newBrowserCDPSession();
	if (!session) throw new Error("no browser session");
	const { targetInfos } = (await session.send("Target.getTargets", { filter: [{}] } as never)) as {
		targetInfos: { type: string; url: string; targetId: string }[];
	};
	const tab = targetInfos.find((one) => one.type === "tab" && one.url === page.url());
	if (!tab) throw new Error(`no tab target for ${page.url()}`);
	await session.send(
		"Extensions.triggerAction" as never,
		{ id: browser.extensionId, targetId: tab.targetId } as never,
	);
	await session.detach();
}
