import { browser } from "wxt/browser";
import { sendToFrame } from "../../messages/frame-client";
import type { PageRequests } from "../../messages/requests";
import type { BackgroundHandlers } from "../../messages/router";
import { type Core, DONE, refuse } from "../core";
import { sameEncounter } from "../encounter/guard";
import { injectReader } from "../sites/inject";
import { releaseHeld } from "../state/charts";
import { stopAll } from "../state/readers";
import { buildView } from "../view/build-view";
import { wake } from "./frame";

type Names = Extract<keyof PageRequests, `tab.${string}`> | "previous.discard";

/** Longest wait of a view for readers that were not asked yet, in ms. */
const VIEW_MS = 1_500;

/** Answers what pages ask about a tab as a whole. */
export function tabHandlers(core: Core): Pick<BackgroundHandlers, Names> {
	return {
		"tab.view": async ({ tabId }) => {
			const exists = await browser.tabs.get(tabId).then(
				() => true,
				() => false,
			);
			await core.tabs.ready();
			if (exists && core.tabs.known(tabId)?.asleep !== true) await core.tab(tabId, VIEW_MS);
			return buildView(core, core.tabs.known(tabId) ?? core.tabs.get(tabId));
		},

		"tab.read-once": async ({ tabId }) => {
			const tab = await core.tab(tabId);
			wake(core, tab);
			if (tab.heldTexts.size > 0) {
				// The person says that the note belongs to the patient in view.
				releaseHeld(tab);
				core.notesChanged(tab);
				return DONE;
			}
			tab.session.readOnce = true;
			// Readers that found nothing start over and take what there is.
			const empty = [...tab.frames.values()].every((frame) => frame.regions.size === 0);
			if (empty && tab.frames.size > 0) await stopAll(tab);
			if (!(await injectReader(tabId))) {
				tab.session.readOnce = false;
				return refuse(
					"not-allowed",
					"The browser does not let this page be read. Press the toolbar button on the page first, or enable the site.",
				);
			}
			core.notesChanged(tab);
			core.tabs.changed(tab);
			return DONE;
		},

		"tab.set": async ({ tabId, ...change }) => {
			const tab = await core.tab(tabId);
			wake(core, tab);
			Object.assign(tab.session, change);
			core.tabs.changed(tab);
			void core.analyst.analyse(tab);
			return DONE;
		},

		"tab.reveal": async ({ tabId, encounter, words }) => {
			const tab = await core.settled(tabId);
			wake(core, tab);
			const refusal = sameEncounter(tab, encounter);
			if (refusal !== null) return refusal;
			const frame = [...tab.frames.values()].find((each) => each.doc === words.documentId);
			const part = tab.analysed?.joined.parts.find(
				(each) => each.documentId === words.documentId && each.regionId === words.regionId,
			);
			if (frame === undefined || part === undefined) {
				return refuse("document-gone", "The document with these words is no longer open.");
			}
			const { regionId, start, end } = words;
			const quote = part.text.slice(start, end);
			try {
				return await sendToFrame(frame, "reader.reveal", { regionId, start, end, quote });
			} catch {
				return refuse("document-gone", "The document with these words is no longer open.");
			}
		},

		"previous.discard": async ({ tabId }) => {
			const tab = await core.tab(tabId);
			tab.session.previous = null;
			core.tabs.changed(tab);
			return DONE;
		},
	};
}
