/** A run of note text that stands unbroken in one text node. Offsets are UTF-16 code units. */
export interface Segment {
	node: Text;
	/** Where the run starts in the node's data. */
	nodeStart: number;
	/** Where it starts in the note text. */
	start: number;
	length: number;
}

/** A place in the document. */
export interface Point {
	node: Text;
	offset: number;
}

/**
 * The map from note text back to the document: segments in order, gaps where we put a line break that no
 * node has. A node's runs follow each other, so lookups in both directions are binary searches.
 */
export class TextMap {
	constructor(readonly segments: readonly Segment[]) {}

	/** Segments that share text with [start, end), in order. */
	within(start: number, end: number): Segment[] {
		const found: Segment[] = [];
		for (let i = this.#firstEndingAfter(start); i < this.segments.length; i++) {
			const segment = this.segments[i] as Segment;
			if (segment.start >= end) break;
			found.push(segment);
		}
		return found;
	}

	/** The document's place of a text offset; null when it lies in a gap. */
	pointAt(offset: number): Point | null {
		const segment = this.segments[this.#firstEndingAfter(offset)];
		if (segment === undefined || segment.start > offset) return null;
		return { node: segment.node, offset: segment.nodeStart + (offset - segment.start) };
	}

	/** The text offset of a place in the document; null when the node is not in the text. */
	offsetOf(node: Node, offset: number): number | null {
		let best: number | null = null;
		for (const segment of this.segments) {
			if (segment.node !== node) {
				if (best !== null) break;
				continue;
			}
			if (offset < segment.nodeStart) return best ?? segment.start;
			best = segment.start + Math.min(offset - segment.nodeStart, segment.length);
			if (offset <= segment.nodeStart + segment.length) return best;
		}
		return best;
	}

	#firstEndingAfter(offset: number): number {
		let low = 0;
		let high = this.segments.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const segment = this.segments[middle] as Segment;
			if (segment.start + segment.length <= offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}
