import { browser } from "wxt/browser";
import { log } from "../../messages/logger";
import { webOrigin } from "../../messages/origins";
import { HIGHLIGHT_CSS } from "../../page/marks/types";
import { READER_FILE } from "./registration";

/**
 * Puts the reader into the frames of a tab that the browser lets us reach. Frames that have it ignore the
 * second one. False when not even the top frame was reached.
 */
export async function injectReader(tabId: number): Promise<boolean> {
	try {
		await browser.scripting.executeScript({
			target: { tabId, allFrames: true },
			files: [READER_FILE] as never,
			injectImmediately: false,
		});
		return true;
	} catch {
		log("injection-failed");
		return false;
	}
}

/** Gives a frame the looks of the marks, with user origin: the page's own style sheets do not list it. */
export async function addMarkStyles(tabId: number, frameId: number): Promise<void> {
	try {
		await browser.scripting.insertCSS({
			target: { tabId, frameIds: [frameId] },
			css: HIGHLIGHT_CSS,
			origin: "USER",
		});
	} catch {
		log("injection-failed", { frame: frameId });
	}
}

/**
 * Origins of the frames that a tab's top document shows, where `activeTab` lets us look; null where not. Looks
 * at addresses of frames only, and leaves nothing behind.
 */
export async function probeFrames(tabId: number): Promise<string[] | null> {
	try {
		const [result] = await browser.scripting.executeScript({
			target: { tabId },
			func: () =>
				[...document.querySelectorAll("iframe, frame")].map((frame) => (frame as HTMLIFrameElement).src),
		});
		const own = ((result?.result as string[] | undefined) ?? []).map(webOrigin);
		return [...new Set(own.filter((origin): origin is string => origin !== null))];
	} catch {
		return null;
	}
}
