import * as v from "valibot";
import { SessionValue } from "../../storage/session";
import type { Core } from "../core";
import { readOpenTabs } from "../sites/enable";
import { syncRegistration } from "../sites/registration";

/** True once this run of the extension has started; gone with a reload, an update and the browser. */
const started = new SessionValue("started", v.boolean(), () => false);

/**
 * The first life of the worker after an install, update, reload or browser start: makes the registration fit
 * the granted sites and reads the tabs that are open, whose readers the update has cut off. Later lives of the
 * worker do nothing here.
 */
export async function startOnce(core: Core): Promise<void> {
	if (await started.read()) return;
	await started.write(true);
	await syncRegistration();
	await readOpenTabs(core);
}
