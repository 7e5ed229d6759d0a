/**
 * Gives the shadow root of an element, closed ones included, or null. The browser-specific way comes from
 * the entrypoint (chrome.dom in Chromium, a property in Firefox); pages without it see open roots only.
 */
export type OpenShadow = (element: Element) => ShadowRoot | null;

/** What works everywhere: open roots. */
export const openRootsOnly: OpenShadow = (element) => element.shadowRoot;

/** A closed root can only belong to these elements, so others need not be asked. */
const HOSTS = new Set(
	"article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/** True when an element of this name can have a shadow root at all. */
export function canHost(element: Element): boolean {
	return element.localName.includes("-") || HOSTS.has(element.localName);
}

/** The parent across shadow boundaries: a root's host, a slotted element's parent. */
export function composedParent(node: Node): Node | null {
	if (node.parentNode !== null) return node.parentNode;
	return "host" in node ? (node as ShadowRoot).host : null;
}

/** True when `inner` is `outer` or stands below it, shadow trees included. */
export function composedContains(outer: Node, inner: Node): boolean {
	for (let node: Node | null = inner; node !== null; node = composedParent(node)) {
		if (node === outer) return true;
	}
	return false;
}
