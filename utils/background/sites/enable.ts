import { browser } from "wxt/browser";
import { covers, patternOf, webOrigin } from "../../messages/origins";
import { addSite, readSites, removeSite, type Site } from "../../storage/sites";
import type { Core } from "../core";
import { closeEncounter } from "../state/charts";
import { stopAll } from "../state/readers";
import type { Tab } from "../state/tab";
import { enabledSite } from "./access";
import { injectReader } from "./inject";
import { grantedPatterns, isGranted, patternsOf, syncRegistration } from "./registration";

/** Enables a site with these frame patterns and reads the open tabs of it, or says that they need a reload. */
export async function enableSite(
	core: Core,
	origin: string,
	frames: readonly string[],
	tabs: readonly number[],
): Promise<void> {
	await addSite(
		origin,
		frames.filter((pattern) => pattern !== patternOf(origin)),
	);
	await syncRegistration();
	await Promise.all(tabs.map((tabId) => readTab(core, tabId)));
}

/** Disables a site: readers stop, the permissions that no other site needs are given back. */
export async function disableSite(core: Core, origin: string): Promise<void> {
	const gone = (await readSites()).find((site) => site.origin === origin);
	const left = await removeSite(origin);
	await syncRegistration();
	await stopWhereOff(core);
	if (gone === undefined) return;
	const granted = await grantedPatterns();
	const needed = new Set(patternsOf(left, granted));
	const unused = patternsOf([gone], granted).filter(
		(pattern) => granted.has(pattern) && !needed.has(pattern),
	);
	if (unused.length > 0) await browser.permissions.remove({ origins: unused }).catch(() => false);
}

/** Follows permissions that come (the prompt may have closed the pop-up) and go (in the browser's settings). */
export function watchPermissions(core: Core): void {
	browser.permissions.onAdded.addListener((added) => {
		void finishEnabling(core, added.origins ?? []);
	});
	browser.permissions.onRemoved.addListener(() => {
		void syncRegistration().then(() => stopWhereOff(core));
	});
}

/**
 * The person said yes to the browser. The pop-up that asked may be gone, so the site is the active tab's: it
 * was asked for on a click there. Other origins of the same answer are its frames.
 */
export async function finishEnabling(core: Core, patterns: readonly string[]): Promise<void> {
	const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
	const origin = webOrigin(tab?.url);
	const sites = await readSites();
	const own = origin === null ? null : patternOf(origin);
	if (origin !== null && own !== null && tab?.id !== undefined) {
		const known = sites.some((site) => site.origin === origin);
		if (patterns.includes(own) || known) return enableSite(core, origin, patterns, [tab.id]);
	}
	// A permission that came back for a site that is enabled already.
	if (sites.some((site) => patterns.some((pattern) => covers(pattern, site.origin)))) {
		await syncRegistration();
		await readOpenTabs(core);
	}
}

/** Reads a tab that was open before: puts the reader in, or notes that the page has to be reloaded. */
async function readTab(core: Core, tabId: number): Promise<void> {
	await core.tabs.ready();
	const tab = core.tabs.get(tabId);
	tab.session.readOnce = false;
	tab.needsReload = !(await injectReader(tabId));
	core.tabs.changed(tab);
}

/** Reads every open tab of an enabled site again: after an update, a reload, a permission that came back. */
export async function readOpenTabs(core: Core): Promise<void> {
	const granted = await grantedPatterns();
	const sites = (await readSites()).filter((site) => isGranted(patternOf(site.origin) ?? "", granted));
	if (sites.length === 0) return;
	const open = await browser.tabs.query({ url: patternsOf(sites.map(topOnly), granted) });
	await Promise.all(
		open.map(async ({ id, url }) => {
			const enabled = sites.some((site) => site.origin === webOrigin(url));
			if (id !== undefined && enabled) await readTab(core, id);
		}),
	);
}

function topOnly(site: Site): Site {
	return { origin: site.origin, frames: [] };
}

/** Stops readers in tabs whose site is no longer enabled or granted, and forgets what they read. */
async function stopWhereOff(core: Core): Promise<void> {
	await core.tabs.ready();
	await Promise.all(core.tabs.all().map((tab) => stopIfOff(core, tab)));
}

async function stopIfOff(core: Core, tab: Tab): Promise<void> {
	const top = tab.session.frames.find((frame) => frame.top);
	if (tab.session.readOnce || tab.session.frames.length === 0) return;
	if (top !== undefined && (await enabledSite(top.origin)) !== undefined) return;
	await stopAll(tab);
	closeEncounter(tab, "navigated", false);
	tab.forgetNotes();
	core.tabs.changed(tab);
}
