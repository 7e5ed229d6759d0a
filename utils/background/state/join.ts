import type { Block, NoteText, TextRange } from "../../text/note-text";
import type { RegionState } from "./note-store";

/** Where a region's text came to stand in the joined one. */
export interface JoinedPart {
	frameId: number;
	documentId: string;
	regionId: string;
	revision: number;
	/** First code unit in the joined text. */
	at: number;
	text: string;
}

export interface Joined extends NoteText {
	parts: JoinedPart[];
}

export interface JoinFrame {
	frameId: number;
	documentId: string;
	regions: Iterable<RegionState>;
}

/** Between two regions: a paragraph's end for the engine, and in no page. */
const BETWEEN = "\n\n";

/**
 * Joins all notes of a tab to the one text that is analysed, so that a disease named in one field and its
 * complication in another meet. The label of a field becomes a heading, as it is one to the reader's eye.
 */
export function joinRegions(frames: readonly JoinFrame[]): Joined {
	const pieces: string[] = [];
	const blocks: Block[] = [];
	const parts: JoinedPart[] = [];
	let length = 0;
	const add = (text: string) => {
		pieces.push(text);
		length += text.length;
	};
	for (const { frameId, documentId, regions } of frames) {
		for (const region of regions) {
			if (region.held || region.text.trim() === "") continue;
			if (length > 0) add(BETWEEN);
			const label = region.blocks[0]?.label;
			if (label !== undefined) {
				blocks.push({ kind: "heading", level: 2, start: length, end: length + label.length });
				add(`${label}\n`);
			}
			const { regionId, revision, text } = region;
			parts.push({ frameId, documentId, regionId, revision, at: length, text });
			for (const block of region.blocks) {
				blocks.push({ ...block, start: block.start + length, end: block.end + length });
			}
			add(text);
		}
	}
	return { text: pieces.join(""), blocks, parts };
}

/** The part and the offsets in it of a joined range; null when it lies in what we put between. */
export function splitRange(joined: Joined, range: TextRange): (TextRange & { part: JoinedPart }) | null {
	const part = joined.parts.find(
		(each) => range.start >= each.at && range.start < each.at + each.text.length,
	);
	if (part === undefined) return null;
	const start = range.start - part.at;
	const end = Math.min(range.end - part.at, part.text.length);
	return end > start ? { part, start, end } : null;
}

/** How alike two texts are by their words, 0 to 1; null when one has too few to tell. */
export function wordOverlap(before: string, after: string): number | null {
	const a = wordSet(before);
	const b = wordSet(after);
	if (a.size < 8 || b.size < 8) return null;
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared / Math.min(a.size, b.size);
}

function wordSet(text: string): Set<string> {
	return new Set(
		text
			.slice(0, 50_000)
			.toLowerCase()
			.match(/[a-z0-9]{3,}/g) ?? [],
	);
}
