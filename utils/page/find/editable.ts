import { composedParent } from "../shadow";

/** Smallest height of a field that is meant for a note, in CSS pixels; one line is for a word. */
const NOTE_HEIGHT = 40;

/** Every field a note can be written in, below one root: textareas and outermost editable elements. */
export function editablesIn(root: Document | ShadowRoot): Element[] {
	const found: Element[] = [];
	const body = (root as Document).body as HTMLElement | undefined;
	if (body && ((root as Document).designMode === "on" || isEditable(body))) return [body];
	for (const element of root.querySelectorAll("textarea, [contenteditable]")) {
		if (element.localName === "textarea") {
			if (isRoomy(element as HTMLTextAreaElement)) found.push(element);
		} else if (isEditable(element) && !hasEditableParent(element) && !isOneLine(element)) {
			found.push(element);
		}
	}
	return found;
}

/** The name a person sees on a field ("Assessment"), or null. At most 80 characters. */
export function labelOf(element: Element): string | null {
	const labelled = element.getAttribute("aria-labelledby");
	const scope = element.getRootNode() as Document | ShadowRoot;
	const texts = [
		element.getAttribute("aria-label"),
		labelled && typeof scope.getElementById === "function"
			? scope.getElementById(labelled)?.textContent
			: null,
		(element as HTMLTextAreaElement).labels?.[0]?.textContent,
	];
	for (const text of texts) {
		const label = text?.replace(/\s+/g, " ").trim();
		if (label) return label.slice(0, 80);
	}
	return null;
}

/** True when the browser shows the element (or cannot tell, as without layout). */
export function isVisible(element: Element): boolean {
	return (
		element.checkVisibility?.({ visibilityProperty: true, contentVisibilityAuto: false } as object) ?? true
	);
}

function isEditable(element: Element): boolean {
	const value = element.getAttribute("contenteditable");
	return value !== null && value.toLowerCase() !== "false";
}

function hasEditableParent(element: Element): boolean {
	for (let node = composedParent(element); node !== null; node = composedParent(node)) {
		if (node.nodeType === 1 && isEditable(node as Element)) return true;
	}
	return false;
}

/** A single-line text box made of an editable element. */
function isOneLine(element: Element): boolean {
	return element.getAttribute("aria-multiline") === "false" || element.getAttribute("role") === "combobox";
}

function isRoomy(area: HTMLTextAreaElement): boolean {
	if (area.value.length >= 80 || area.rows >= 3) return true;
	const height = area.clientHeight;
	return height === 0 ? area.rows >= 2 : height >= NOTE_HEIGHT;
}
