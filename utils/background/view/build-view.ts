import { browser } from "wxt/browser";
import { patternOf, webOrigin } from "../../messages/origins";
import type { TabStatus, TabView } from "../../messages/view";
import type { Core } from "../core";
import { dayOf } from "../engine/analyst";
import { NoCodeSetError, type OpenEngine } from "../engine/engine-host";
import { enabledSite } from "../sites/access";
import { probeFrames } from "../sites/inject";
import { grantedPatterns, isGranted } from "../sites/registration";
import type { Tab } from "../state/tab";
import { findingViews } from "./findings";
import { readView } from "./read-view";
import { sheetRows } from "./sheet-rows";
import { suggestionViews } from "./suggestions";

/** Makes what the pages are shown of a tab. Quotes the note: it goes to the extension's own pages only. */
export async function buildView(core: Core, tab: Tab): Promise<TabView> {
	const preferences = await core.preferences();
	const granted = await grantedPatterns();
	const site = await siteView(tab, granted);
	const open = await core.host.on(dayOf(tab)).catch((error: unknown) => error as Error);
	const opened = open instanceof Error ? null : open;
	const { session, analysed } = tab;
	const analysis = analysed?.analysis ?? null;
	const setting = session.setting ?? analysis?.setting ?? "outpatient";
	const kind = session.kind ?? analysis?.kind ?? "office";
	const suggestions = analysed === null || opened === null ? [] : suggestionViews(tab, analysed, opened.sets);
	const { error, status } = statusOf(tab, site, open);
	return {
		tabId: tab.tabId,
		revision: tab.revision,
		status,
		...(error === null ? {} : { message: error }),
		site: {
			origin: site.origin,
			enabled: site.enabled,
			readOnce: session.readOnce,
			canEnable: site.canEnable,
			askFor: site.askFor,
		},
		encounter: session.encounter?.id ?? null,
		previous: session.previous,
		read: readView(tab, site.allowed),
		analysing: tab.working !== null,
		setting: { value: setting, guessed: session.setting === null },
		kind: { value: kind, guessed: session.kind === null },
		depth: session.depth ?? preferences.depth,
		date: dayOf(tab),
		editions: (opened?.sets ?? []).map(({ release }) => ({
			system: release.system,
			edition: release.edition,
			starter: release.starter ?? false,
		})),
		suggestions,
		findings: analysed === null ? [] : findingViews(tab, analysed, preferences),
		worksheet: sheetRows(session.sheet.rows, suggestions),
		checks: checksOf(tab, opened, setting),
		kept: session.sheet.kept,
		canUndo: session.sheet.undo.length > 0,
	};
}

interface SiteFacts {
	origin: string;
	enabled: boolean;
	canEnable: boolean;
	askFor: string[];
	/** Match patterns the enabled site may read. */
	allowed: string[];
	unavailable: boolean;
}

async function siteView(tab: Tab, granted: ReadonlySet<string>): Promise<SiteFacts> {
	const url = await browser.tabs.get(tab.tabId).then(
		(found) => found.url,
		() => undefined,
	);
	const origin = webOrigin(url) ?? webOrigin(tab.top?.origin) ?? "";
	const unavailable = url !== undefined && webOrigin(url) === null;
	if (origin === "")
		return { origin, enabled: false, canEnable: false, askFor: [], allowed: [], unavailable };
	const site = await enabledSite(origin);
	const enabled = site !== undefined;
	const own = patternOf(origin);
	const allowed = [...(enabled && own !== null ? [own] : []), ...(site?.frames ?? [])].filter((pattern) =>
		isGranted(pattern, granted),
	);
	const frames = await frameOrigins(tab, enabled);
	const patterns = [origin, ...frames].flatMap((each) => patternOf(each) ?? []);
	const askFor = [...new Set(patterns)].filter((pattern) => !allowed.includes(pattern));
	return { origin, enabled, canEnable: !unavailable && !enabled, askFor, allowed, unavailable };
}

/** Origins of the frames the tab shows: from its readers, or from a look under `activeTab`. */
async function frameOrigins(tab: Tab, enabled: boolean): Promise<string[]> {
	const known = [...tab.frames.values()].flatMap(({ surroundings }) =>
		(surroundings?.frames ?? []).filter((frame) => frame.why === "cross-origin").map((frame) => frame.origin),
	);
	if (known.length > 0 || enabled || tab.frames.size > 0) return known;
	return (await probeFrames(tab.tabId)) ?? [];
}

function statusOf(
	tab: Tab,
	site: SiteFacts,
	open: OpenEngine | Error,
): { status: TabStatus; error: string | null } {
	if (site.unavailable) return { status: "unavailable", error: null };
	if (open instanceof Error) {
		const message = open instanceof NoCodeSetError ? open.message : "The code sets could not be opened.";
		return { status: "error", error: message };
	}
	if (!site.enabled && !tab.session.readOnce) return { status: "off", error: null };
	if (tab.error !== null) return { status: "error", error: tab.error };
	const waiting = (tab.top?.surroundings ?? null) === null && !tab.asleep && !tab.needsReload;
	const first = tab.working !== null && tab.analysed === null;
	return { status: waiting || first ? "reading" : "ready", error: null };
}

function checksOf(tab: Tab, open: OpenEngine | null, setting: "outpatient" | "inpatient") {
	const codes = tab.session.sheet.rows.map((row) => row.code);
	if (open === null || codes.length === 0) return [];
	return open.engine.check({ codes, setting, date: dayOf(tab) });
}
