import { browser } from "wxt/browser";
import type { Core } from "../core";
import { closeEncounter } from "../state/charts";
import { prune, restoreFrames } from "../state/readers";

/** Follows the life of tabs: closed tabs are forgotten, left documents close their encounter. */
export function watchTabs(core: Core): void {
	browser.tabs.onRemoved.addListener((tabId) => {
		void core.tabs.ready().then(() => core.tabs.drop(tabId));
	});
	browser.tabs.onReplaced?.addListener((_added, removed) => {
		void core.tabs.ready().then(() => core.tabs.drop(removed));
	});
	browser.tabs.onUpdated.addListener((tabId, change) => {
		if (change.status !== undefined) void left(core, tabId);
	});
}

/** A tab loads something: readers that do not answer are gone, and with the top one the chart. */
async function left(core: Core, tabId: number): Promise<void> {
	await core.tabs.ready();
	const tab = core.tabs.known(tabId);
	if (tab === undefined) return;
	restoreFrames(tab);
	if (tab.frames.size === 0) {
		core.tabs.changed(tab);
		return;
	}
	const pruned = await prune(tab);
	if (!pruned) return;
	if (tab.top === null) {
		tab.session.readOnce = false;
		closeEncounter(tab, "navigated", false);
	}
	core.notesChanged(tab);
	core.tabs.changed(tab);
}
