import type { Segment, TextMap } from "./text-map";

/**
 * The document ranges of [start, end): one, or one for each shadow tree that the words run through. Empty
 * when a node has left the document or no longer says what was read: a mark fails closed.
 */
export function rangesOf(map: TextMap, text: string, start: number, end: number): Range[] {
	const ranges: Range[] = [];
	let open: { first: Segment; last: Segment; root: Node } | null = null;
	for (const segment of map.within(start, end)) {
		if (!isAsRead(segment, text, start, end)) return [];
		const root = segment.node.getRootNode();
		if (open !== null && open.root === root) open.last = segment;
		else {
			if (open !== null) ranges.push(rangeOver(open.first, open.last, start, end));
			open = { first: segment, last: segment, root };
		}
	}
	if (open !== null) ranges.push(rangeOver(open.first, open.last, start, end));
	return ranges;
}

/** The words still stand in the node as they were read (blanks may differ: they were normalised). */
function isAsRead(segment: Segment, text: string, start: number, end: number): boolean {
	if (!segment.node.isConnected) return false;
	const from = Math.max(start, segment.start);
	const to = Math.min(end, segment.start + segment.length);
	const at = segment.nodeStart + (from - segment.start);
	const now = segment.node.data.slice(at, at + (to - from));
	return now.replace(/\s/g, " ") === text.slice(from, to).replace(/\s/g, " ");
}

function rangeOver(first: Segment, last: Segment, start: number, end: number): Range {
	const range = first.node.ownerDocument.createRange();
	range.setStart(first.node, first.nodeStart + Math.max(0, start - first.start));
	range.setEnd(last.node, last.nodeStart + Math.min(last.length, end - last.start));
	return range;
}
