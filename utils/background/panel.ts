import { browser } from "wxt/browser";

/** The calls that open the panel, where the browser has them. */
interface PanelApi {
	sidePanel?: { open(options: { windowId?: number; tabId?: number }): Promise<void> };
	sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel, or Firefox's sidebar. Has to be called in the very turn of a person's action, before
 * any `await`: browsers refuse it later.
 */
export function openPanel(tab: { id?: number | undefined; windowId?: number | undefined } | undefined): void {
	const api = browser as unknown as PanelApi;
	if (api.sidePanel !== undefined) {
		const where = tab?.windowId !== undefined ? { windowId: tab.windowId } : { tabId: tab?.id as number };
		void api.sidePanel.open(where).catch(() => undefined);
	} else void api.sidebarAction?.open().catch(() => undefined);
}
