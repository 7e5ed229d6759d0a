import { broadcast, sendToFrame } from "../../messages/frame-client";
import type { FrameRequests } from "../../messages/requests";
import type { BackgroundHandlers, MessageContext } from "../../messages/router";
import { type Core, DONE, refuse } from "../core";
import { dismiss } from "../encounter/sheet";
import { openPanel } from "../panel";
import { mayRead } from "../sites/access";
import { addMarkStyles } from "../sites/inject";
import { closeEncounter, releaseHeld, watchChart } from "../state/charts";
import { sendMarks } from "../state/marker";
import { applyRegionEdit, takeRegions } from "../state/note-store";
import { addFrame, dropFrame, prune, restoreFrames } from "../state/readers";
import type { FrameState, Tab } from "../state/tab";
import { findingViews } from "../view/findings";
import { markId } from "../view/ids";

/** How long a note that stayed when only the address changed is left out, in ms; then it belongs there. */
const SETTLED_MS = 3_000;

const UNKNOWN = refuse("not-enabled", "This frame is not being read.");

type FrameHandlers = Pick<BackgroundHandlers, keyof FrameRequests>;

/** Answers the readers. None of these waits for other readers: they may be waiting for us. */
export function frameHandlers(core: Core): FrameHandlers {
	const tabOf = async ({ sender }: MessageContext): Promise<Tab> => {
		await core.tabs.ready();
		const tab = core.tabs.get(sender.tab?.id as number);
		restoreFrames(tab);
		return tab;
	};
	const frameOf = (tab: Tab, { sender, doc }: MessageContext): FrameState | null => {
		const frame = tab.frames.get(sender.frameId as number);
		return frame?.doc === doc ? frame : null;
	};

	return {
		"frame.hello": async ({ top, origin }, context) => {
			const tab = await tabOf(context);
			const { sender, doc } = context;
			const frameId = sender.frameId as number;
			if (doc === "" || top !== (frameId === 0)) return { active: false, eager: false };
			if (!(await mayRead(sender, origin, tab))) return { active: false, eager: false };
			addFrame(tab, { tabId: tab.tabId, frameId, doc, top, origin });
			tab.needsReload = false;
			tab.asleep = false;
			// A new top document: the frames of the one before are gone.
			if (top) void prune(tab).then((pruned) => pruned && core.notesChanged(tab));
			await addMarkStyles(tab.tabId, frameId);
			core.tabs.changed(tab);
			return { active: true, eager: tab.session.readOnce };
		},

		"frame.note": async ({ regions }, context) => {
			const tab = await tabOf(context);
			const frame = frameOf(tab, context);
			if (frame === null) return UNKNOWN;
			if (tab.asleep) return DONE;
			takeRegions(frame.regions, regions, tab.heldTexts);
			core.notesChanged(tab);
			return DONE;
		},

		"frame.edit": async (edit, context) => {
			const tab = await tabOf(context);
			const frame = frameOf(tab, context);
			wake(core, tab);
			if (frame === null || !applyRegionEdit(frame.regions, edit)) {
				// A worker that was stopped has lost the other frames' notes, too.
				if (tab.asked === null) void core.tab(tab.tabId);
				return { ok: false, sendAll: true };
			}
			core.notesChanged(tab);
			return { ok: true };
		},

		"frame.gone": async ({ regionIds }, context) => {
			const tab = await tabOf(context);
			const frame = frameOf(tab, context);
			if (frame === null) return UNKNOWN;
			for (const id of regionIds) frame.regions.delete(id);
			core.notesChanged(tab);
			return DONE;
		},

		"frame.bye": async (_payload, context) => {
			const tab = await tabOf(context);
			const frame = frameOf(tab, context);
			if (frame === null) return UNKNOWN;
			dropFrame(tab, frame.frameId);
			if (frame.top) {
				tab.session.readOnce = false;
				closeEncounter(tab, "navigated", false);
			}
			core.notesChanged(tab);
			core.tabs.changed(tab);
			return DONE;
		},

		"frame.surroundings": async (surroundings, context) => {
			const tab = await tabOf(context);
			const frame = frameOf(tab, context);
			if (frame === null) return UNKNOWN;
			const before = tab.session.encounter?.key.banner ?? null;
			frame.surroundings = surroundings;
			if (watchChart(tab)) {
				void sendMarks(tab, await core.preferences());
				void prune(tab).then((pruned) => pruned && core.notesChanged(tab));
				// The same patient, or nobody named: the note stays if it still stands there after a while.
				if (before === (tab.session.encounter?.key.banner ?? null)) releaseLater(core, tab);
			}
			core.tabs.changed(tab);
			return DONE;
		},

		"frame.card": async ({ id }, context) => {
			const found = await finding(core, context, id);
			if (found === null) return null;
			const { title, question, where, source } = found;
			return { title, question, quote: where.quote, source };
		},

		"frame.card-action": ({ id, action }, context) => {
			// The panel opens only in the very turn of the person's click.
			if (action === "panel") openPanel(context.sender.tab as { id: number; windowId?: number });
			return act(core, context, id, action);
		},

		"frame.escape": async (_payload, context) => {
			const tab = await tabOf(context);
			const others = [...tab.frames.values()].filter((frame) => frame.frameId !== context.sender.frameId);
			await Promise.all(
				others.map((frame) => sendToFrame(frame, "reader.close-card", {}).catch(() => undefined)),
			);
			return DONE;
		},

		"frame.activity": async (_payload, context) => {
			const tab = await tabOf(context);
			wake(core, tab);
			return DONE;
		},
	};
}

/** A person is here. After a wipe, the notes are read again. */
export function wake(core: Core, tab: Tab): void {
	tab.session.activeAt = Date.now();
	if (!tab.asleep) return;
	tab.asleep = false;
	tab.asked = null;
	void core.tab(tab.tabId);
}

function releaseLater(core: Core, tab: Tab): void {
	const encounter = tab.session.encounter?.id;
	setTimeout(() => {
		if (tab.session.encounter?.id !== encounter || tab.heldTexts.size === 0) return;
		releaseHeld(tab);
		core.notesChanged(tab);
	}, SETTLED_MS);
}

async function finding(core: Core, { sender, doc }: MessageContext, id: number) {
	const tab = await core.settled(sender.tab?.id as number);
	if (tab.analysed === null) return null;
	const views = findingViews(tab, tab.analysed, await core.preferences());
	return views.find((view) => markId(view.id) === id && view.where.documentId === doc) ?? null;
}

async function act(core: Core, context: MessageContext, id: number, action: "dismiss" | "panel") {
	const found = await finding(core, context, id);
	if (found === null) return refuse("not-found", "This finding is no longer there.");
	const tab = core.tabs.get(context.sender.tab?.id as number);
	wake(core, tab);
	if (action === "panel") {
		broadcast("finding.asked", { tabId: tab.tabId, id: found.id });
		return DONE;
	}
	core.dismissed(found.rule);
	tab.session.sheet = dismiss(tab.session.sheet, found.id);
	await core.analysed(tab);
	return DONE;
}
