import { browser } from "wxt/browser";
import { broadcast } from "../../messages/frame-client";
import { asPattern, patternOf, webOrigin } from "../../messages/origins";
import type { PageRequests } from "../../messages/requests";
import type { BackgroundHandlers } from "../../messages/router";
import { writePreferences } from "../../storage/preferences";
import { readSites } from "../../storage/sites";
import { type Core, DONE, refuse } from "../core";
import { setIdleTime } from "../lifecycle/idle";
import { disableSite, enableSite } from "../sites/enable";
import { grantedPatterns, isGranted } from "../sites/registration";
import { templateProblem } from "../view/query-template";

type Names = Extract<keyof PageRequests, `sites.${string}` | `prefs.${string}`>;

/** Answers the options page and the switch for a site. */
export function settingsHandlers(core: Core): Pick<BackgroundHandlers, Names> {
	return {
		"sites.list": async () => {
			const granted = await grantedPatterns();
			return (await readSites()).map((site) => ({
				...site,
				granted: isGranted(patternOf(site.origin) ?? "", granted),
			}));
		},
		"sites.enable": async ({ tabId, origin, frames }) => {
			const top = webOrigin(origin);
			if (top === null) return refuse("not-allowed", "Only web pages can be enabled.");
			const patterns = frames.flatMap((frame) => asPattern(frame) ?? []);
			const granted = await browser.permissions.contains({ origins: [patternOf(top) as string] });
			if (!granted)
				return refuse("not-allowed", "The browser has not granted access to this site. Nothing is read.");
			await enableSite(core, top, patterns, [tabId]);
			return DONE;
		},
		"sites.disable": async ({ origin }) => {
			await disableSite(core, origin);
			return DONE;
		},
		"prefs.get": () => core.preferences(),
		"prefs.set": async (change) => {
			const problem = templateProblem(change.queryTemplate ?? "");
			if (problem !== null) return refuse("not-valid", problem);
			const preferences = await writePreferences(change);
			if (change.idleMinutes !== undefined) setIdleTime(preferences.idleMinutes);
			await core.preferencesChanged();
			broadcast("prefs.changed", {});
			return DONE;
		},
	};
}
