import { browser } from "wxt/browser";
import { log } from "../../messages/logger";
import { patternOf } from "../../messages/origins";
import { readSites, type Site } from "../../storage/sites";

/** The one registered script. */
const ID = "reader";
export const READER_FILE = "/reader.js";

/** Match patterns of sites that the browser has really granted; registering another one would fail as a whole. */
export async function grantedPatterns(): Promise<Set<string>> {
	return new Set((await browser.permissions.getAll()).origins ?? []);
}

/** True when a pattern is granted, by itself or by a wider one ("https://*\/*"). */
export function isGranted(pattern: string, granted: ReadonlySet<string>): boolean {
	if (granted.has(pattern) || granted.has("<all_urls>") || granted.has("*://*/*")) return true;
	const [scheme = "", host = ""] = pattern.split("://");
	const name = host.replace(/\/\*$/, "");
	return [...granted].some((wide) => {
		const [wideScheme = "", wideHost = ""] = wide.split("://");
		if (wideScheme !== scheme && wideScheme !== "*") return false;
		const suffix = wideHost.replace(/\/\*$/, "");
		if (suffix === "*" || suffix === name) return true;
		return suffix.startsWith("*.") && (name === suffix.slice(2) || name.endsWith(suffix.slice(1)));
	});
}

/** The patterns to run in: those of every site and of its frames, as far as they are granted. */
export function patternsOf(sites: readonly Site[], granted: ReadonlySet<string>): string[] {
	const patterns = sites.flatMap(({ origin, frames }) => [patternOf(origin), ...frames]);
	const wanted = new Set(patterns.filter((pattern): pattern is string => pattern !== null));
	return [...wanted].filter((pattern) => isGranted(pattern, granted)).sort();
}

/**
 * Makes the registration say what the enabled sites say: after an update, a revoked permission, a change.
 * Runs one at a time; the last state wins.
 */
export function syncRegistration(): Promise<void> {
	syncing = syncing.then(sync, sync);
	return syncing;
}

let syncing: Promise<void> = Promise.resolve();

async function sync(): Promise<void> {
	try {
		const matches = patternsOf(await readSites(), await grantedPatterns());
		const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
		if (matches.length === 0) {
			if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
			return;
		}
		const script = {
			id: ID,
			js: [READER_FILE],
			matches,
			allFrames: true,
			matchOriginAsFallback: true,
			runAt: "document_idle",
			persistAcrossSessions: true,
		} as const;
		if (known.length > 0) await browser.scripting.updateContentScripts([script as never]);
		else await browser.scripting.registerContentScripts([script as never]);
	} catch {
		log("registration-failed");
	}
}
