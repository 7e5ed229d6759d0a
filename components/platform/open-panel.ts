import { useEffect, useState } from "react";
import { browser } from "wxt/browser";

/** Firefox calls its side panel a sidebar. */
interface SidebarBrowser {
	sidebarAction?: { open(): Promise<void> };
	sidePanel?: { open(options: { windowId: number }): Promise<void> };
}

/**
 * A function that opens the side panel, or null while that is not possible. Call it directly in a click
 * handler: the browser refuses once anything was awaited after the click.
 */
export function useOpenPanel(): (() => Promise<void>) | null {
	const [windowId, setWindowId] = useState<number | null>(null);
	useEffect(() => {
		let live = true;
		browser.windows?.getCurrent().then(
			(current) => live && current.id !== undefined && setWindowId(current.id),
			() => {},
		);
		return () => {
			live = false;
		};
	}, []);
	const api = browser as unknown as SidebarBrowser;
	if (api.sidePanel !== undefined && windowId !== null) return () => api.sidePanel!.open({ windowId });
	if (api.sidebarAction !== undefined) return () => api.sidebarAction!.open();
	return null;
}
