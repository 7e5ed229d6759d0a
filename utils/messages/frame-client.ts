import { browser } from "wxt/browser";
import { envelope, isReply } from "./envelope";
import { MessageError } from "./errors";
import type { Broadcasts, FrameRequests, ReaderRequests } from "./requests";

/** One reader: a frame of a tab, and the document that was in it when the reader started. */
export interface FrameAddress {
	tabId: number;
	frameId: number;
	doc: string;
}

/** Background -> the reader of one frame. Rejects with a MessageError when that document is gone. */
export async function sendToFrame<Name extends keyof ReaderRequests>(
	to: FrameAddress,
	name: Name,
	payload: ReaderRequests[Name]["request"],
): Promise<ReaderRequests[Name]["response"]> {
	const message = { ...envelope("reader", name, payload), doc: to.doc };
	const reply = await browser.tabs
		.sendMessage(to.tabId, message, { frameId: to.frameId })
		.catch((): undefined => undefined);
	return unwrap(name, reply) as ReaderRequests[Name]["response"];
}

/** Reader -> background. `doc` is the reader's own document id. */
export async function sendFromFrame<Name extends keyof FrameRequests>(
	doc: string,
	name: Name,
	payload: FrameRequests[Name]["request"],
): Promise<FrameRequests[Name]["response"]> {
	const message = { ...envelope("background", name, payload), doc };
	const reply = await browser.runtime.sendMessage(message).catch((): undefined => undefined);
	return unwrap(name, reply) as FrameRequests[Name]["response"];
}

/** Background -> every extension page that is open. Nobody listening is normal. */
export function broadcast<Name extends keyof Broadcasts>(name: Name, payload: Broadcasts[Name]): void {
	browser.runtime.sendMessage(envelope("pages", name, payload)).catch(() => undefined);
}

function unwrap(name: string, reply: unknown): unknown {
	if (!isReply(reply)) throw new MessageError("no-answer", name);
	if (!reply.ok) throw new MessageError(reply.failure, name, reply.detail);
	return reply.value;
}
