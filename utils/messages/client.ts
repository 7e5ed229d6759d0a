import { browser } from "wxt/browser";
import { envelope, isEnvelopeFor, isReply } from "./envelope";
import { MessageError } from "./errors";
import type { Broadcasts, PageRequests } from "./requests";

/** A worker that is just being started refuses connections for a moment. */
const ATTEMPTS = 3;
const PAUSE_MS = 120;

/**
 * Sends a request from an extension page to the background and resolves with its answer.
 * Wakes the background when it sleeps. Rejects with a MessageError that names the failure;
 * a refusal ("encounter-changed" …) is an answer, not an error.
 */
export async function send<Name extends keyof PageRequests>(
	name: Name,
	payload: PageRequests[Name]["request"],
): Promise<PageRequests[Name]["response"]> {
	const reply = await deliver(name, payload);
	if (!isReply(reply)) throw new MessageError("no-answer", name);
	if (!reply.ok) throw new MessageError(reply.failure, name, reply.detail);
	return reply.value as PageRequests[Name]["response"];
}

/**
 * Calls `handler` for each broadcast of the background; returns the function that stops it.
 * Broadcasts carry no content: ask again for what changed.
 */
export function onBroadcast(
	handler: (
		broadcast: { [Name in keyof Broadcasts]: { name: Name } & Broadcasts[Name] }[keyof Broadcasts],
	) => void,
): () => void {
	const listener = (message: unknown, sender: { id?: string; tab?: unknown }): undefined => {
		if (!isEnvelopeFor("pages", message)) return;
		// Only the background speaks to pages: a content script's sender has a tab.
		if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
		handler({ name: message.name, ...(message.payload as object) } as Parameters<typeof handler>[0]);
	};
	browser.runtime.onMessage.addListener(listener);
	return () => browser.runtime.onMessage.removeListener(listener);
}

async function deliver(name: string, payload: unknown): Promise<unknown> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await browser.runtime.sendMessage(envelope("background", name, withoutUndefined(payload)));
		} catch (error) {
			const text = String((error as Error)?.message ?? error);
			// Only "nobody listened" is safe to repeat: the message was not handled by anyone.
			if (attempt >= ATTEMPTS || !/receiving end does not exist/i.test(text)) {
				throw new MessageError("no-answer", name, text.slice(0, 120));
			}
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
		}
	}
}

/** Chromium drops undefined fields on the way and Firefox does not: an optional field is absent in both. */
function withoutUndefined(payload: unknown): unknown {
	return Object.fromEntries(Object.entries(payload as object).filter(([, value]) => value !== undefined));
}
