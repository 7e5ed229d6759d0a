import { covers, patternOf } from "../../messages/origins";
import type { ReadView, UnreadableFrame } from "../../messages/view";
import type { Tab } from "../state/tab";

const WHY: Record<string, string> = {
	"cross-origin": "It comes from another address, which is not enabled.",
	sandboxed: "It is sandboxed, and this page was read once only. Enable the site to read it.",
	pdf: "The browser's PDF viewer cannot be read by an extension.",
	canvas: "Its words are painted as a picture.",
};

const SILENT = "It is enabled, but does not answer. Reload the page.";

/** What was read of the tab, and what was not with the reason. `allowed` holds the patterns its site may read. */
export function readView(tab: Tab, allowed: readonly string[]): ReadView {
	const frames = [...tab.frames.values()];
	const regions = frames
		.flatMap((frame) => [...frame.regions.values()])
		.filter((each) => each.text.trim() !== "");
	const held = regions.filter((region) => region.held);
	const used = regions.filter((region) => !region.held);
	const words = used.reduce((sum, region) => sum + (region.text.match(/\S+/g)?.length ?? 0), 0);
	const unreadable = unreadableFrames(tab, allowed);
	if (held.length > 0) {
		unreadable.push({
			what: held.length === 1 ? "1 note" : `${held.length} notes`,
			why: "It did not change when the patient on the page did. Read the page once to use it.",
		});
	}
	const read = frames.filter((frame) => frame.regions.size > 0).length;
	return { regions: used.length, frames: read, words, unreadable, needsReload: tab.needsReload };
}

function unreadableFrames(tab: Tab, allowed: readonly string[]): UnreadableFrame[] {
	const frames = [...tab.frames.values()];
	const found = new Map<string, UnreadableFrame>();
	for (const { surroundings } of frames) {
		for (const { origin, why = "cross-origin" } of surroundings?.frames ?? []) {
			if (why === "pdf" || why === "canvas") {
				found.set(why, { what: why === "pdf" ? "PDF" : "Canvas", why: WHY[why] as string });
				continue;
			}
			const reading = frames.some(
				(frame) => frame.origin === origin || (why === "sandboxed" && frame.origin === "null"),
			);
			if (reading) continue;
			const pattern = patternOf(origin);
			const what = pattern === null ? "Sandboxed frame" : origin;
			const silent = allowed.some((each) => covers(each, origin));
			const entry: UnreadableFrame = { what, why: silent ? SILENT : (WHY[why] as string) };
			if (pattern !== null && !silent) entry.enable = pattern;
			found.set(what, entry);
		}
	}
	return [...found.values()];
}
