import { sendToFrame } from "../../messages/frame-client";
import { log } from "../../messages/logger";
import type { FrameRegion } from "../../messages/requests";
import { takeRegions } from "./note-store";
import type { FrameState, Tab } from "./tab";

/** A frame that does not answer a command within this time is taken for gone, in ms. */
const ANSWER_MS = 4_000;
/** A page that is busy with itself gets longer before it is given up: its note is 1 MB, or its machine is slow. */
const PATIENCE_MS = 60_000;

/** Notes a reader; another document in the same frame takes the older one's place. */
export function addFrame(tab: Tab, frame: Omit<FrameState, "surroundings" | "regions">): FrameState {
	const known = tab.frames.get(frame.frameId);
	if (known?.doc === frame.doc) return known;
	const state: FrameState = { ...frame, surroundings: null, regions: new Map() };
	tab.frames.set(frame.frameId, state);
	keepFrames(tab);
	return state;
}

/** Forgets a reader and what it read. */
export function dropFrame(tab: Tab, frameId: number): void {
	if (!tab.frames.delete(frameId)) return;
	log("frame-lost", { frame: frameId });
	keepFrames(tab);
}

function keepFrames(tab: Tab): void {
	tab.session.frames = [...tab.frames.values()].map(({ frameId, doc, top, origin }) => ({
		frameId,
		doc,
		top,
		origin,
	}));
}

/** Puts the readers back that the session knows of, after the worker was stopped. */
export function restoreFrames(tab: Tab): void {
	for (const { frameId, doc, top, origin } of tab.session.frames) {
		if (tab.frames.has(frameId)) continue;
		const state: FrameState = {
			tabId: tab.tabId,
			frameId,
			doc,
			top,
			origin,
			surroundings: null,
			regions: new Map(),
		};
		tab.frames.set(frameId, state);
	}
}

/** Asks every reader of a tab for everything; one that does not answer is gone. Top first. */
export async function askAll(tab: Tab): Promise<void> {
	restoreFrames(tab);
	const frames = [...tab.frames.values()].sort((a, b) => Number(b.top) - Number(a.top));
	await Promise.all(frames.map((frame) => askFrame(tab, frame)));
}

async function askFrame(tab: Tab, frame: FrameState): Promise<void> {
	const answer = await within(sendToFrame(frame, "reader.send-all", {}), PATIENCE_MS);
	if (tab.frames.get(frame.frameId) !== frame) return;
	if (answer === null) dropFrame(tab, frame.frameId);
	else replaceRegions(tab, frame, answer.regions);
}

/** What the reader has now is all there is. */
function replaceRegions(tab: Tab, frame: FrameState, regions: readonly FrameRegion[]): void {
	frame.regions.clear();
	takeRegions(frame.regions, regions, tab.heldTexts);
}

/** Takes out readers that are gone; resolves with true when one was. */
export async function prune(tab: Tab): Promise<boolean> {
	let pruned = false;
	const frames = [...tab.frames.values()];
	await Promise.all(
		frames.map(async (frame) => {
			if ((await within(sendToFrame(frame, "reader.check", {}), PATIENCE_MS)) !== null) return;
			if (tab.frames.get(frame.frameId) !== frame) return;
			dropFrame(tab, frame.frameId);
			pruned = true;
		}),
	);
	return pruned;
}

/** Tells every reader to stop: no mark and no listener of ours is left in the page. */
export async function stopAll(tab: Tab): Promise<void> {
	restoreFrames(tab);
	const frames = [...tab.frames.values()];
	await Promise.all(frames.map((frame) => within(sendToFrame(frame, "reader.stop", {}))));
	tab.frames.clear();
	keepFrames(tab);
}

/** The answer, or null when there is none in time. */
export async function within<T>(answer: Promise<T>, ms = ANSWER_MS): Promise<T | null> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(() => resolve(null), ms);
	});
	try {
		return await Promise.race([answer, late]);
	} catch {
		return null;
	} finally {
		clearTimeout(timer);
	}
}
