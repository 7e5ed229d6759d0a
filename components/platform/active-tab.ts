import { useEffect, useState } from "react";
import { browser } from "wxt/browser";

/** The tab named in the page's own address (`?tabId=7`): for tests, and for a panel opened as a tab. */
export function tabIdOfAddress(search: string): number | null {
	const value = new URLSearchParams(search).get("tabId");
	if (value === null || !/^\d{1,15}$/.test(value)) return null;
	return Number(value);
}

/**
 * The tab this page speaks of: the one in the address, or else the active tab of the window, followed
 * when another becomes active. Null until it is known.
 */
export function useActiveTab(): number | null {
	const fixed = tabIdOfAddress(globalThis.location.search);
	const [tabId, setTabId] = useState<number | null>(fixed);
	useEffect(() => {
		if (fixed !== null) return;
		let live = true;
		const look = async () => {
			const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
			if (live) setTabId(tab?.id ?? null);
		};
		void look();
		// `currentWindow` is the window of this page, so tabs of other windows do not matter.
		const changed = () => void look();
		browser.tabs.onActivated.addListener(changed);
		browser.windows?.onFocusChanged.addListener(changed);
		return () => {
			live = false;
			browser.tabs.onActivated.removeListener(changed);
			browser.windows?.onFocusChanged.removeListener(changed);
		};
	}, [fixed]);
	return tabId;
}
