import { sendToFrame } from "../../messages/frame-client";
import type { Outcome } from "../../messages/requests";
import type { Core } from "../core";
import { refuse } from "../core";
import { watchChart } from "../state/charts";
import { dropFrame, within } from "../state/readers";
import type { FrameState, Tab } from "../state/tab";

type Refusal = Extract<Outcome, { ok: false }>;

const CHANGED =
	"The chart has changed. Nothing was done; the worksheet of the chart before is offered as previous.";
const GONE = "The document this came from is no longer open. Nothing was done.";

/** Refuses a command that was made for another encounter than the open one. */
export function sameEncounter(tab: Tab, encounter: string): Refusal | null {
	return tab.session.encounter?.id === encounter ? null : refuse("encounter-changed", CHANGED);
}

/**
 * Looks at the page again, this moment, before a command that puts a code anywhere: the top document and the
 * documents the words came from have to be there, and to show the same patient. Returns the refusal, or null.
 */
export async function stillThere(
	core: Core,
	tab: Tab,
	encounter: string,
	documents: readonly string[] = [],
): Promise<Refusal | null> {
	const early = sameEncounter(tab, encounter);
	if (early !== null) return early;
	const asked = framesToAsk(tab, documents);
	if (asked === null) return refuse("document-gone", GONE);
	const answers = await Promise.all(asked.map((frame) => within(sendToFrame(frame, "reader.check", {}))));
	let gone = false;
	asked.forEach((frame, index) => {
		const answer = answers[index];
		if (answer === null || answer === undefined) {
			gone = true;
			dropFrame(tab, frame.frameId);
		} else if (frame.surroundings !== null) {
			frame.surroundings = { ...frame.surroundings, banner: answer.banner, address: answer.address };
		}
	});
	if (watchChart(tab) || gone) core.notesChanged(tab);
	if (gone) {
		core.tabs.changed(tab);
		return refuse("document-gone", GONE);
	}
	return sameEncounter(tab, encounter);
}

/** The top document, those that name the patient, those the words come from; null when one is not known. */
function framesToAsk(tab: Tab, documents: readonly string[]): FrameState[] | null {
	const { top } = tab;
	if (top === null) return null;
	const frames = [...tab.frames.values()];
	const naming = top.surroundings?.banner ? [] : frames.filter((frame) => frame.surroundings?.banner);
	const asked = new Set([top, ...naming]);
	for (const doc of documents) {
		const frame = frames.find((each) => each.doc === doc);
		if (frame === undefined) return null;
		asked.add(frame);
	}
	return [...asked];
}
