import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { createEngine } from "../../utils/engine/engine";
import { loadBundledTables } from "../../utils/lexicon/bundled";
import { listen } from "../../utils/messages/router";
import { Core } from "./core";
import { installStarter } from "./engine/starter";
import { codeHandlers } from "./handlers/codes";
import { frameHandlers } from "./handlers/frame";
import { settingsHandlers } from "./handlers/settings";
import { sheetHandlers } from "./handlers/sheet";
import { tabHandlers } from "./handlers/tab";
import { watchIdle } from "./lifecycle/idle";
import { addMenu, watchLookUps } from "./lifecycle/look-ups";
import { startOnce } from "./lifecycle/start";
import { watchTabs } from "./lifecycle/tabs";
import { watchPermissions } from "./sites/enable";

/**
 * The background: a service worker in Chromium, an event page in Firefox. Every listener is registered in
 * the first turn, or the event that woke us would be lost. Nothing is kept here that a stopped worker would
 * miss: codes and ids are in the session, notes are with their readers.
 */
export default defineBackground(() => {
	loadBundledTables();
	const core = new Core(createEngine);
	listen("background", {
		...tabHandlers(core),
		...sheetHandlers(core),
		...codeHandlers(core),
		...settingsHandlers(core),
		...frameHandlers(core),
	});
	watchTabs(core);
	watchPermissions(core);
	watchIdle(core);
	watchLookUps(core);
	browser.runtime.onInstalled.addListener(() => {
		addMenu();
		void installStarter().then(() => core.host.forget());
	});
	void startOnce(core);
});
