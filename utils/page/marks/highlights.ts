import { HIGHLIGHT_NAMES, type MarkStyle } from "./types";

const STYLES = Object.keys(HIGHLIGHT_NAMES) as MarkStyle[];

/** The registry of the CSS Custom Highlight API, or null where the browser has none. */
function registry(): HighlightRegistry | null {
	return typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
}

/**
 * Shows these ranges, by style. The page shares the registry: we set and delete our own names, never clear
 * it, and never hand in a range of our own shadow trees, from which a page could walk into them.
 */
export function showRanges(ranges: Record<MarkStyle, Range[]>): void {
	const highlights = registry();
	if (highlights === null) return;
	for (const style of STYLES) {
		const name = HIGHLIGHT_NAMES[style];
		if (ranges[style].length === 0) highlights.delete(name);
		else {
			const highlight = new Highlight(...ranges[style]);
			// The words looked for stand out over an underline.
			highlight.priority = style === "evidence" ? 1 : 0;
			highlights.set(name, highlight);
		}
	}
}

/** Takes all our marks away, those of an older copy of this script included. */
export function clearRanges(): void {
	const highlights = registry();
	if (highlights === null) return;
	for (const style of STYLES) highlights.delete(HIGHLIGHT_NAMES[style]);
}
