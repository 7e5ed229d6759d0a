import { browser } from "wxt/browser";
import type { Core } from "../core";
import { closeEncounter } from "../state/charts";
import { sendMarks } from "../state/marker";
import { restoreFrames } from "../state/readers";
import type { Tab } from "../state/tab";

const ALARM = "idle-check";

/** Tells the browser after how many minutes without input the machine counts as idle. */
export function setIdleTime(minutes: number): void {
	browser.idle?.setDetectionInterval(Math.max(15, minutes * 60));
}

/**
 * Wipes encounters when the screen is locked, when the machine is idle, and when a chart had no input for the
 * set time while the coder works elsewhere. Listeners are registered in the worker's first turn.
 */
export function watchIdle(core: Core): void {
	browser.idle?.onStateChanged.addListener((state: string) => {
		void core.tabs.ready().then(() => {
			if (state === "active") return wakeAll(core);
			for (const tab of core.tabs.all()) wipe(core, tab, state === "locked" ? "locked" : "idle");
		});
	});
	browser.alarms.onAlarm.addListener((alarm: { name: string }) => {
		if (alarm.name === ALARM) void wipeIdle(core);
	});
	void core.preferences().then(({ idleMinutes }) => setIdleTime(idleMinutes));
	void browser.alarms.create(ALARM, { periodInMinutes: 1 });
}

/** Wipes the charts nobody touched for the set time. `now` in milliseconds since 1970. */
export async function wipeIdle(core: Core, now = Date.now()): Promise<void> {
	await core.tabs.ready();
	const { idleMinutes } = await core.preferences();
	for (const tab of core.tabs.all()) {
		if (now - tab.session.activeAt > idleMinutes * 60_000) wipe(core, tab, "idle");
	}
}

/** Forgets all of an encounter: sheet, previous chart, every word, every mark. */
export function wipe(core: Core, tab: Tab, why: "idle" | "locked"): void {
	// A worker that was woken by the alarm has to find the readers first, or their marks would stay.
	restoreFrames(tab);
	if (tab.asleep || (tab.session.encounter === null && tab.frames.size === 0)) return;
	closeEncounter(tab, why, false);
	tab.forgetNotes();
	tab.asleep = true;
	core.tabs.changed(tab);
	void core.preferences().then((preferences) => sendMarks(tab, preferences));
}

/** The person is back: tabs are read again when they are looked at. */
function wakeAll(core: Core): void {
	for (const tab of core.tabs.all()) {
		if (!tab.asleep) continue;
		tab.asleep = false;
		tab.asked = null;
		tab.session.activeAt = Date.now();
		core.tabs.changed(tab);
	}
}
