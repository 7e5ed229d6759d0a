import { browser } from "wxt/browser";
import { sendFromFrame } from "../../utils/messages/frame-client";
import type { Outcome } from "../../utils/messages/requests";
import type { ReaderPort } from "../../utils/page/port";

/** The way from a frame to the background. `lost` is called when the background no longer knows this frame. */
export function backgroundPort(doc: string, lost: () => void): ReaderPort {
	const ask = async (answer: Promise<Outcome>): Promise<void> => {
		const outcome = await answer;
		if (!outcome.ok && outcome.reason === "not-enabled") lost();
	};
	return {
		note: (regions) => ask(sendFromFrame(doc, "frame.note", { regions })),
		edit: async (edit) => (await sendFromFrame(doc, "frame.edit", edit)).ok,
		gone: (regionIds) => ask(sendFromFrame(doc, "frame.gone", { regionIds })),
		surroundings: (surroundings) => ask(sendFromFrame(doc, "frame.surroundings", surroundings)),
		card: (id) => sendFromFrame(doc, "frame.card", { id }),
		cardAction: async (id, action) => {
			await sendFromFrame(doc, "frame.card-action", { id, action });
		},
		escape: () => ask(sendFromFrame(doc, "frame.escape", {})),
		activity: () => ask(sendFromFrame(doc, "frame.activity", {})),
		// A reload or an update of the extension leaves this script behind, without an id.
		alive: () => browser.runtime?.id !== undefined,
	};
}
