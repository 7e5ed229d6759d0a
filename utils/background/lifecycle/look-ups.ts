import { browser } from "wxt/browser";
import { broadcast, sendToFrame } from "../../messages/frame-client";
import type { Core } from "../core";
import { today } from "../engine/analyst";
import { openPanel } from "../panel";
import { findingViews } from "../view/findings";

const MENU = "look-up";
/** Longest selection that is looked up; more is a note, not a term. */
const LONGEST = 200;

/** Puts the entry into the page's menu; called when the extension is installed or updated. */
export function addMenu(): void {
	browser.contextMenus.removeAll(() => {
		browser.contextMenus.create({ id: MENU, title: "Look up “%s” in Chartside", contexts: ["selection"] });
	});
}

/** The page's menu, the address bar and the keyboard: ways to look something up outside of the panel. */
export function watchLookUps(core: Core): void {
	browser.contextMenus.onClicked.addListener((info, tab) => {
		if (info.menuItemId !== MENU) return;
		openPanel(tab);
		lookUp(core, info.selectionText ?? "");
	});
	browser.commands?.onCommand.addListener((command, tab) => {
		if (command === "open-panel") openPanel(tab);
		if (tab?.id === undefined) return;
		if (command === "next-finding") void showAnother(core, tab.id, 1);
		if (command === "previous-finding") void showAnother(core, tab.id, -1);
	});
	browser.omnibox?.onInputChanged.addListener((text, suggest) => {
		void suggestCodes(core, text).then(suggest);
	});
	browser.omnibox?.onInputEntered.addListener((text) => {
		void browser.windows.getLastFocused().then((window) => openPanel({ windowId: window.id }));
		lookUp(core, text);
	});
}

/** Hands the words to the panel through memory; they are in no address and no storage. */
function lookUp(core: Core, text: string): void {
	core.pendingSearch = text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
	broadcast("search.asked", {});
}

async function suggestCodes(core: Core, text: string): Promise<{ content: string; description: string }[]> {
	try {
		const { engine } = await core.host.on(today());
		const { results } = engine.search(text.slice(0, LONGEST), { limit: 6 });
		return results.map(({ code, title }) => ({ content: code, description: escapeXml(`${code}  ${title}`) }));
	} catch {
		return [];
	}
}

function escapeXml(text: string): string {
	return text.replace(/[<>&'"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Which finding was shown last, by tab. */
const shown = new Map<number, string>();

/** Scrolls to the next or previous finding and marks it; the panel is told which one. */
async function showAnother(core: Core, tabId: number, by: 1 | -1): Promise<void> {
	const tab = await core.settled(tabId);
	if (tab.analysed === null) return;
	const findings = findingViews(tab, tab.analysed, await core.preferences());
	const at = findings.findIndex((view) => view.id === shown.get(tabId));
	const from = at < 0 && by < 0 ? 0 : at;
	const next = findings[(from + by + findings.length) % Math.max(1, findings.length)];
	const frame = [...tab.frames.values()].find((each) => each.doc === next?.where.documentId);
	if (next === undefined || frame === undefined) return;
	shown.set(tabId, next.id);
	const { regionId, start, end, quote } = next.where;
	await sendToFrame(frame, "reader.reveal", { regionId, start, end, quote }).catch(() => undefined);
	broadcast("finding.asked", { tabId, id: next.id });
}
