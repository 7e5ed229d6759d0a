import type { MessageFailure } from "./errors";

/** Who a message is for: a runtime message reaches every extension context, so it says so. */
export type Receiver = "background" | "reader" | "pages";

/** What goes over the wire. `chartside` is the version of the envelope. */
export interface Envelope {
	chartside: 1;
	to: Receiver;
	name: string;
	payload: unknown;
	/** Document id of a reader, in messages from it and to it. */
	doc?: string;
}

/** What comes back. */
export type Reply = { ok: true; value: unknown } | { ok: false; failure: MessageFailure; detail: string };

/** Wraps a payload. */
export function envelope(to: Receiver, name: string, payload: unknown): Envelope {
	return { chartside: 1, to, name, payload };
}

/** True for an envelope of ours that is meant for `to`; anything else is not our message. */
export function isEnvelopeFor(to: Receiver, message: unknown): message is Envelope {
	if (typeof message !== "object" || message === null) return false;
	const candidate = message as Partial<Envelope>;
	return candidate.chartside === 1 && candidate.to === to && typeof candidate.name === "string";
}

/** True for a reply of ours. */
export function isReply(answer: unknown): answer is Reply {
	return typeof answer === "object" && answer !== null && typeof (answer as Reply).ok === "boolean";
}
