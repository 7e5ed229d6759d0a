import * as v from "valibot";
import { browser } from "wxt/browser";

const KEY = "sites";

/** A site a person enabled: the top origin, port included, and match patterns of frame hosts inside it. */
export interface Site {
	origin: string;
	frames: string[];
}

const schema = v.array(v.object({ origin: v.string(), frames: v.array(v.string()) }));

/** Enabled sites. Addresses of sites only, never of a chart. */
export async function readSites(): Promise<Site[]> {
	const parsed = v.safeParse(schema, (await browser.storage.local.get(KEY))[KEY] ?? []);
	return parsed.success ? parsed.output : [];
}

/** Adds a site, or adds frames to one that is there. */
export async function addSite(origin: string, frames: readonly string[]): Promise<Site[]> {
	const sites = await readSites();
	const site = sites.find((each) => each.origin === origin);
	if (site === undefined) sites.push({ origin, frames: [...new Set(frames)] });
	else site.frames = [...new Set([...site.frames, ...frames])];
	return writeSites(sites);
}

/** Takes a site away. */
export async function removeSite(origin: string): Promise<Site[]> {
	return writeSites((await readSites()).filter((site) => site.origin !== origin));
}

async function writeSites(sites: Site[]): Promise<Site[]> {
	await browser.storage.local.set({ [KEY]: sites });
	return sites;
}
