import { canHost, type OpenShadow } from "../shadow";
import { announcesBanner, announcesNote, namesOf } from "./tokens";

/** What one walk over a page finds, in document order. */
export interface Survey {
	/** The document and every shadow root in it, closed ones included. */
	roots: (Document | ShadowRoot)[];
	/** Elements whose names announce a note. */
	notes: Element[];
	/** Elements whose names announce a patient banner, the outermost only. */
	banners: Element[];
}

/** Elements between two chances to stop, and elements looked at in all. */
const STRIDE = 250;
const MOST = 120_000;

/** No shadow root was found on these; asked again from time to time, because one may come later. */
let rootless = new WeakSet<Element>();
let askedAt = 0;
const ASK_AGAIN_MS = 30_000;

/**
 * Walks every element once, shadow trees included, and sorts out what announces a note or a patient banner. A
 * generator that can be stopped every few hundred elements: a busy portal has tens of thousands.
 */
export function* survey(document: Document, open: OpenShadow): Generator<void, Survey> {
	const found: Survey = { roots: [document], notes: [], banners: [] };
	const now = performance.now();
	if (now - askedAt > ASK_AGAIN_MS) {
		askedAt = now;
		rootless = new WeakSet();
	}
	let seen = 0;
	for (let i = 0; i < found.roots.length; i++) {
		const walker = document.createTreeWalker(found.roots[i] as Node, 1);
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			if (++seen > MOST) return found;
			if (seen % STRIDE === 0) yield;
			const element = node as Element;
			const shadow = shadowOf(element, open);
			if (shadow !== null) found.roots.push(shadow);
			sort(element, found);
		}
	}
	return found;
}

function shadowOf(element: Element, open: OpenShadow): ShadowRoot | null {
	if (!canHost(element) || rootless.has(element)) return null;
	const shadow = open(element);
	// A custom element may still be waiting for its script.
	if (shadow === null && !element.localName.includes("-")) rootless.add(element);
	return shadow;
}

function sort(element: Element, found: Survey): void {
	const name = element.localName;
	if (name === "body" || name === "html") return;
	if (element.attributes.length === 0 && name !== "article") return;
	const names = namesOf(element);
	if (name === "article" || announcesNote(names)) found.notes.push(element);
	if (announcesBanner(names) && !found.banners.at(-1)?.contains(element)) found.banners.push(element);
}
