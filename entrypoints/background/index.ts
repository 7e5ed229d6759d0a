import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { Core } from "../../utils/background/core";
import { installBundled } from "../../utils/background/engine/bundled";
import { installStarter } from "../../utils/background/engine/starter";
import { codeHandlers } from "../../utils/background/handlers/codes";
import { frameHandlers } from "../../utils/background/handlers/frame";
import { settingsHandlers } from "../../utils/background/handlers/settings";
import { sheetHandlers } from "../../utils/background/handlers/sheet";
import { tabHandlers } from "../../utils/background/handlers/tab";
import { watchIdle } from "../../utils/background/lifecycle/idle";
import { addMenu, watchLookUps } from "../../utils/background/lifecycle/look-ups";
import { startOnce } from "../../utils/background/lifecycle/start";
import { watchTabs } from "../../utils/background/lifecycle/tabs";
import { watchPermissions } from "../../utils/background/sites/enable";
import { createEngine } from "../../utils/engine/engine";
import { loadBundledTables } from "../../utils/lexicon/bundled";
import { backgroundRules } from "../../utils/messages/registry";
import { listen } from "../../utils/messages/router";

/**
 * The background: a service worker in Chromium, an event page in Firefox. Every listener is registered in
 * the first turn, or the event that woke us would be lost. Nothing is kept here that a stopped worker would
 * miss: codes and ids are in the session, notes are with their readers.
 */
export default defineBackground(() => {
	loadBundledTables();
	const core = new Core(createEngine);
	listen("background", backgroundRules, {
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
		void installStarter()
			.then(installBundled)
			.then(() => core.host.forget());
	});
	void startOnce(core);
});
