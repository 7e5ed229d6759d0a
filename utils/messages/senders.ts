import type { SenderKind } from "./rules";

/** The part of the browser's MessageSender that is looked at. */
export interface Sender {
	id?: string | undefined;
	url?: string | undefined;
	origin?: string | undefined;
	frameId?: number | undefined;
	documentId?: string | undefined;
	tab?: { id?: number | undefined; url?: string | undefined; active?: boolean } | undefined;
}

/**
 * Says who sent a message. `extensionOrigin` is "chrome-extension://…" or "moz-extension://…",
 * `extensionId` the running extension's. A page of ours has our origin (with a tab when it is
 * opened as one); a reader has a tab and a foreign address; the background has our origin and no tab,
 * or no address at all.
 */
export function senderKind(sender: Sender, extensionId: string, extensionOrigin: string): SenderKind {
	if (sender.id !== extensionId) return "stranger";
	if (sender.url?.startsWith(`${extensionOrigin}/`)) {
		return isBackground(sender.url.slice(extensionOrigin.length)) ? "background" : "page";
	}
	if (sender.tab?.id !== undefined && sender.frameId !== undefined) return "frame";
	return sender.tab === undefined && sender.url === undefined ? "background" : "stranger";
}

function isBackground(path: string): boolean {
	return path === "/background.js" || path.startsWith("/_generated_background_page");
}
