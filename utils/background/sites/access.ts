import { covers, patternOf, webOrigin } from "../../messages/origins";
import type { Sender } from "../../messages/senders";
import { readSites, type Site } from "../../storage/sites";
import type { Tab } from "../state/tab";
import { grantedPatterns, isGranted } from "./registration";

/**
 * Decides whether the reader in a frame may read: the site of the tab's top document is enabled and the frame
 * belongs to it, or a person asked to read this tab once. A frame of an enabled origin inside a page that is
 * not enabled stays inert. A frame without an origin of its own (about:blank, srcdoc, sandboxed) runs only
 * where the browser matched its creator, so it belongs to it.
 */
export async function mayRead(sender: Sender, frameOrigin: string, tab: Tab): Promise<boolean> {
	if (tab.session.readOnce) return true;
	// Without a permission for the top address the browser does not tell it, and then it is not enabled.
	const top = webOrigin(sender.tab?.url);
	const site = top === null ? undefined : await enabledSite(top);
	if (site === undefined) return false;
	const origin = webOrigin(frameOrigin);
	return origin === null || origin === site.origin || belongs(site, origin);
}

function belongs(site: Site, origin: string): boolean {
	const own = patternOf(site.origin);
	return (own !== null && covers(own, origin)) || site.frames.some((pattern) => covers(pattern, origin));
}

/** The enabled site of an origin; undefined when it is not enabled or its permission is gone. */
export async function enabledSite(origin: string): Promise<Site | undefined> {
	const site = (await readSites()).find((each) => each.origin === origin);
	const pattern = patternOf(origin);
	if (site === undefined || pattern === null) return undefined;
	return isGranted(pattern, await grantedPatterns()) ? site : undefined;
}
