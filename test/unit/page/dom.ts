import { openRootsOnly } from "../../../utils/page/shadow";
import { type Collected, collect, finish } from "../../../utils/page/text/collect";

/** Puts markup into the body and gives the element to read. */
export function body(html: string): HTMLElement {
	document.body.innerHTML = html;
	return (document.body.firstElementChild ?? document.body) as HTMLElement;
}

/** Reads an element at once. */
export function read(root: Element): Collected {
	return finish(collect(root, { open: openRootsOnly, leaveOut: () => false }));
}
