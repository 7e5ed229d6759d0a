import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

/** The extension's address is fixed by a preference, so that its pages can be opened by URL. */
const UUID = "11111111-2222-4333-8444-555555555555";
const ID = "chartside@chartside.example";

/** Firefox with the built extension, driven over WebDriver BiDi. */
export interface LaunchedFirefox {
	browser: Browser;
	/** Opens an extension page ("sidepanel.html?tabId=3"). */
	open(page: string): Promise<Page>;
	/** Asks the background from an extension page. */
	ask<T>(page: Page, name: string, payload: unknown): Promise<T>;
	close(): Promise<void>;
}

/**
 * Waits until an extension page is there. While the blank document goes and the page's own comes, BiDi may answer with
 * an error of its own; asking again is all that helps.
 */
async function arrived(page: Page): Promise<void> {
	const deadline = Date.now() + 20_000;
	for (let last: unknown = null; ; ) {
		if (Date.now() > deadline) throw new Error("the extension page did not arrive", { cause: last });
		try {
			const there = await page.evaluate(
				() => document.readyState === "complete" && location.protocol === "moz-extension:",
			);
			if (there) return;
		} catch (error) {
			last = error;
		}
		await new Promise((done) => setTimeout(done, 100));
	}
}

/** Starts Firefox headless with the extension installed; optional permissions are granted without a prompt. */
export async function launchFirefox(executablePath: string): Promise<LaunchedFirefox> {
	const extension = resolve(`${process.env.CHARTSIDE_OUT ?? ".output"}/firefox-mv3`);
	if (!existsSync(join(extension, "manifest.json")))
		throw new Error(`${extension}: no build; run npm run build:firefox`);
	const browser = await puppeteer.launch({
		browser: "firefox",
		executablePath,
		headless: true,
		args: ["--remote-allow-system-access"],
		extraPrefsFirefox: {
			"extensions.webextOptionalPermissionPrompts": false,
			"extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
			"dom.events.testing.asyncClipboard": true,
		},
	});
	await browser.installExtension(extension);
	return {
		browser,
		open: async (path) => {
			const page = await browser.newPage();
			// BiDi reports no load event for extension pages: the document itself says when it is there.
			page.goto(`moz-extension://${UUID}/${path}`, { timeout: 3000 }).catch(() => undefined);
			await arrived(page);
			return page;
		},
		ask: async <T>(page: Page, name: string, payload: unknown) => {
			const reply = (await page.evaluate(
				async (message, body) =>
					JSON.parse(
						JSON.stringify(
							await (
								globalThis as unknown as {
									browser: { runtime: { sendMessage(m: unknown): Promise<unknown> } };
								}
							).browser.runtime.sendMessage({ chartside: 1, to: "background", name: message, payload: body }),
						),
					),
				name,
				payload,
			)) as { ok: boolean; value: T };
			if (!reply?.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
			return reply.value;
		},
		close: () => browser.close(),
	};
}
