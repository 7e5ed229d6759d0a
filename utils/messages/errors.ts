/** Why a message failed, as a word code can test and a person can search for. */
export type MessageFailure =
	/** No message of that name exists. */
	| "unknown-message"
	/** The sender may not send this message. */
	| "wrong-sender"
	/** The payload does not have the message's shape. */
	| "wrong-shape"
	/** Nobody answered: the other side is gone, or was replaced by an update. */
	| "no-answer"
	/** The other side failed while it worked on the message. */
	| "failed";

/** A message that was not answered. Carries no payload, so it is safe to show and to log. */
export class MessageError extends Error {
	override readonly name = "MessageError";
	constructor(
		readonly failure: MessageFailure,
		/** Name of the message ("tab.view"). */
		readonly messageName: string,
		detail = "",
	) {
		super(`${messageName}: ${failure}${detail === "" ? "" : ` (${detail})`}`);
	}
}
