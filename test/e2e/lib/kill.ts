import type { Launched } from "./launch";

/** Kills the whole browser as a crash does: no handler runs, nothing is written any more. */
export async function killBrowser(browser: Launched): Promise<void> {
	const session = await browser.context.browser()!.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const main = processInfo.find((one) => one.type === "browser");
	if (!main) throw new Error("the browser does not name its process");
	const gone = new Promise<void>((done) => browser.context.once("close", () => done()));
	process.kill(main.id, "SIGKILL");
	await gone;
	await browser.close({ keepProfile: true });
}
