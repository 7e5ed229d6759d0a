/** Set on our own elements from inside their shadow, stronger than anything the page can say of them. */
const HOST_CSS = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
	width: 0 !important; height: 0 !important; z-index: 2147483647 !important; display: block !important;
	pointer-events: none !important; }
`;

export interface LayerRoot {
	root: ShadowRoot;
	remove(): void;
}

/**
 * Puts an element of ours beside `body` with a closed shadow root and these styles, and returns the root. The
 * element has no name, class or attribute; a constructed sheet works under any content security policy.
 */
export function addLayer(document: Document, css: string): LayerRoot {
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "closed" });
	const view = document.defaultView as (Window & typeof globalThis) | null;
	const sheet = new (view?.CSSStyleSheet ?? CSSStyleSheet)();
	sheet.replaceSync(HOST_CSS + css);
	root.adoptedStyleSheets = [sheet];
	document.documentElement.append(host);
	return { root, remove: () => host.remove() };
}
