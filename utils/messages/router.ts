import * as v from "valibot";
import { browser } from "wxt/browser";
import { isEnvelopeFor, type Reply } from "./envelope";
import { MessageError } from "./errors";
import type { FrameRequests, PageRequests, ReaderRequests } from "./requests";
import type { Rules } from "./rules";
import { type Sender, senderKind } from "./senders";

type Handlers<Requests extends object, Context> = {
	[Name in keyof Requests]: Requests[Name] extends { request: infer In; response: infer Out }
		? (payload: In, context: Context) => Out | Promise<Out>
		: never;
};

/** What a handler is told of the sender. `doc` names the reader's document, "" for pages. */
export interface MessageContext {
	sender: Sender;
	doc: string;
}

export type BackgroundHandlers = Handlers<PageRequests & FrameRequests, MessageContext>;
export type ReaderHandlers = Handlers<ReaderRequests, MessageContext>;

/**
 * Answers one message: finds its rule, checks the sender and the payload's shape, calls the handler.
 * Returns undefined for what is not ours; a refusal is a reply that names the failure. The detail
 * names the field that is wrong, never its value.
 */
export async function answer(
	to: "background" | "reader",
	rules: Rules,
	message: unknown,
	sender: Sender,
	handlers: Partial<Record<string, (payload: never, context: MessageContext) => unknown>>,
	self: { id: string; origin: string },
): Promise<Reply | undefined> {
	if (!isEnvelopeFor(to, message)) return undefined;
	const rule = rules.get(message.name);
	const handler = handlers[message.name];
	if (rule === undefined || handler === undefined) return refuse("unknown-message", "");
	const kind = senderKind(sender, self.id, self.origin);
	if (kind !== rule.from) return refuse("wrong-sender", kind);
	const parsed = v.safeParse(rule.schema, message.payload, { abortEarly: true });
	if (!parsed.success) return refuse("wrong-shape", pathOf(parsed.issues[0]));
	try {
		const doc = typeof message.doc === "string" ? message.doc.slice(0, 100) : "";
		return { ok: true, value: await handler(parsed.output as never, { sender, doc }) };
	} catch (error) {
		if (error instanceof MessageError) return refuse(error.failure, error.messageName);
		// The error's class only: its text could quote the note.
		return refuse("failed", error instanceof Error ? error.name : typeof error);
	}
}

/**
 * Answers the messages of this context until `signal` is aborted. Call it synchronously when the
 * script starts: a worker that is woken by a message loses it otherwise.
 */
export function listen(
	to: "background",
	rules: Rules,
	handlers: BackgroundHandlers,
	signal?: AbortSignal,
): void;
export function listen(to: "reader", rules: Rules, handlers: ReaderHandlers, signal?: AbortSignal): void;
export function listen(
	to: "background" | "reader",
	rules: Rules,
	handlers: BackgroundHandlers | ReaderHandlers,
	signal?: AbortSignal,
): void {
	const self = { id: browser.runtime.id, origin: browser.runtime.getURL("/").replace(/\/$/, "") };
	const listener = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => {
		if (!isEnvelopeFor(to, message)) return undefined;
		void answer(to, rules, message, sender, handlers as never, self).then((reply) => {
			if (reply !== undefined) respond(reply);
		});
		return true as const;
	};
	browser.runtime.onMessage.addListener(listener as never);
	signal?.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener as never));
}

function refuse(failure: MessageError["failure"], detail: string): Reply {
	return { ok: false, failure, detail };
}

function pathOf(issue: v.BaseIssue<unknown> | undefined): string {
	return (issue?.path ?? []).map((item) => String(item.key)).join(".");
}
