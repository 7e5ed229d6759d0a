import type { BlockStyle } from "./text-builder";

/** Never note text: code, pictures, controls. A textarea is a region of its own. */
const SKIPPED = new Set(
	(
		"script style template noscript head svg math canvas audio video object embed iframe frame img " +
		"button select option input textarea datalist progress meter"
	).split(" "),
);

const ROLES_SKIPPED = new Set(["button", "menu", "menubar", "toolbar", "tablist", "tab", "tooltip", "alert"]);

/** Blocks by name, for documents without layout (and what a browser does by default). */
const BLOCKS = new Set(
	(
		"address article aside blockquote body dd details dialog div dl dt fieldset figcaption figure footer form " +
		"h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption " +
		"legend label"
	).split(" "),
);

/** True when nothing below the element belongs to a note. */
export function isSkipped(element: Element): boolean {
	return SKIPPED.has(element.localName) || ROLES_SKIPPED.has(element.getAttribute("role") ?? "");
}

/** What layout says of an element. Inline or block, seen or not, blanks kept or not. */
export interface Look {
	gone: boolean;
	hidden: boolean;
	block: boolean;
	cell: boolean;
	verbatim: boolean;
}

/** Reads the computed style once. */
export function lookOf(element: Element): Look {
	const style = element.ownerDocument.defaultView?.getComputedStyle(element);
	const display = style?.display ?? "";
	const name = element.localName;
	const cell = display === "table-cell" || name === "td" || name === "th";
	return {
		gone: display === "none" || (element as HTMLElement).hidden === true || isFolded(element),
		hidden: style !== undefined && style.visibility !== "" && style.visibility !== "visible",
		block: cell || isBlockDisplay(display, name),
		cell,
		verbatim: style?.whiteSpace ? /^(pre|break-spaces)/.test(style.whiteSpace) : name === "pre",
	};
}

/** How a block's text is announced to the engine; null when the element says nothing of its own. */
export function blockStyleOf(element: Element): BlockStyle | null {
	const name = element.localName;
	const heading = /^h([1-6])$/.exec(name);
	if (heading !== null) return { kind: "heading", level: Number(heading[1]) };
	if (element.getAttribute("role") === "heading") {
		return { kind: "heading", level: Number(element.getAttribute("aria-level")) || 2 };
	}
	if (name === "dt" || name === "legend" || name === "caption" || name === "summary" || name === "label") {
		return { kind: "heading", level: 6 };
	}
	if (name === "li") return { kind: "list-item", level: listDepth(element) };
	if (name === "td" || name === "th") return { kind: "table-cell" };
	return null;
}

function listDepth(element: Element): number {
	let depth = 0;
	for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
		if (parent.localName === "ul" || parent.localName === "ol") depth++;
	}
	return Math.max(1, depth);
}

/** Inside a closed <details>, but for its summary. */
function isFolded(element: Element): boolean {
	const parent = element.parentElement;
	return parent?.localName === "details" && !parent.hasAttribute("open") && element.localName !== "summary";
}

function isBlockDisplay(display: string, name: string): boolean {
	if (display === "" || display === "inline") return display === "" && BLOCKS.has(name);
	return !display.startsWith("inline") && display !== "contents" && !display.startsWith("ruby");
}
