import type { OpenShadow } from "../../utils/page/shadow";

interface ShadowAccess {
	chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

/** Gives closed shadow roots as well: chrome.dom in Chromium, a property of elements in Firefox. */
export const openShadow: OpenShadow = (element) => {
	const dom = (globalThis as ShadowAccess).chrome?.dom;
	try {
		if (dom?.openOrClosedShadowRoot !== undefined) return dom.openOrClosedShadowRoot(element);
		return (element as { openOrClosedShadowRoot?: ShadowRoot }).openOrClosedShadowRoot ?? element.shadowRoot;
	} catch {
		return element.shadowRoot;
	}
};
