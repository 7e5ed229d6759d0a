import { isVisible } from "./editable";

export interface FrameSeen {
	/** Origin of the frame, or "null" for one without any of its own. */
	origin: string;
	why?: "cross-origin" | "sandboxed" | "pdf" | "canvas";
}

/** Smaller frames are counters and logins, not notes (CSS pixels). */
const SMALLEST = 60;

/**
 * Lists what this document shows and we cannot look into from here: frames of other origins, sandboxed
 * frames, PDF viewers, and a canvas that fills the view. Same-origin frames have a reader of their own.
 */
export function framesIn(roots: readonly (Document | ShadowRoot)[]): FrameSeen[] {
	const seen: FrameSeen[] = [];
	for (const root of roots) {
		for (const element of root.querySelectorAll("iframe, frame, embed, object, canvas")) {
			const frame = isVisible(element) && isLarge(element) ? describe(element) : null;
			if (frame !== null) seen.push(frame);
		}
	}
	return seen;
}

function describe(element: Element): FrameSeen | null {
	const own = element.ownerDocument.defaultView?.origin ?? "null";
	const name = element.localName;
	if (name === "canvas") return fillsView(element) ? { origin: own, why: "canvas" } : null;
	const source = element.getAttribute(name === "object" ? "data" : "src") ?? "";
	const type = element.getAttribute("type") ?? "";
	const url = urlOf(source, element.ownerDocument.baseURI);
	if (type === "application/pdf" || /\.pdf$/i.test(url?.pathname ?? "")) {
		return { origin: url?.origin ?? own, why: "pdf" };
	}
	if (name === "embed" || name === "object") return null;
	const sandbox = element.getAttribute("sandbox");
	if (sandbox !== null && !/\ballow-same-origin\b/.test(sandbox)) {
		return { origin: url !== null && isWeb(url) ? url.origin : "null", why: "sandboxed" };
	}
	if (url === null || !isWeb(url) || url.origin === own) return null;
	return { origin: url.origin, why: "cross-origin" };
}

function urlOf(source: string, base: string): URL | null {
	if (source === "" || source.startsWith("about:")) return null;
	try {
		return new URL(source, base);
	} catch {
		return null;
	}
}

function isWeb(url: URL): boolean {
	return url.protocol === "https:" || url.protocol === "http:";
}

function isLarge(element: Element): boolean {
	const box = element.getBoundingClientRect();
	// Without layout (tests) every box is empty: then nothing is known, and the frame is listed.
	return (box.width === 0 && box.height === 0) || (box.width >= SMALLEST && box.height >= SMALLEST);
}

function fillsView(element: Element): boolean {
	const view = element.ownerDocument.defaultView;
	const box = element.getBoundingClientRect();
	return view !== null && box.width * box.height > 0.3 * view.innerWidth * view.innerHeight;
}
