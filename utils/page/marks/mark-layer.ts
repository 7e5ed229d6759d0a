import { CardController } from "../card/card-controller";
import type { ReaderPort } from "../port";
import { remap, type TextEdit } from "../text/edit";
import { rangesOf } from "../text/ranges";
import type { Region } from "../watch/region";
import { clearRanges, showRanges } from "./highlights";
import { Mirror } from "./mirror";
import type { MarkAt, MarkRequest, MarkStyle } from "./types";

/** A mark that is drawn. */
interface Drawn {
	mark: MarkAt;
	region: Region;
	ranges: Range[];
}

/** Id of the words that were looked up; finding ids are never negative. */
const EVIDENCE = -1;

/**
 * All marks of a document: drawn from offsets, carried over edits, dropped when an edit touches them or the
 * words are no longer there. Nothing in the page's tree is changed.
 */
export class MarkLayer {
	readonly #document: Document;
	readonly #region: (id: string) => Region | undefined;
	readonly #card: CardController;
	#drawn: Drawn[] = [];
	#mirrors = new Map<Region, Mirror>();
	/** Revision of a region's text that its drawn marks count in. */
	#revisions = new WeakMap<Region, number>();

	constructor(
		document: Document,
		port: ReaderPort,
		region: (id: string) => Region | undefined,
		signal: AbortSignal,
	) {
		this.#document = document;
		this.#region = region;
		clearRanges();
		this.#card = new CardController({ document, port, marks: this, signal });
		signal.addEventListener("abort", () => {
			this.#drawn = [];
			for (const mirror of this.#mirrors.values()) mirror.remove();
			this.#mirrors.clear();
			clearRanges();
		});
	}

	/** Draws these findings; the words that were looked up stay. */
	replace(request: MarkRequest): void {
		const evidence = this.#drawn.filter((each) => each.mark.id === EVIDENCE);
		const next: Drawn[] = [];
		for (const mark of request.marks) {
			const region = this.#region(mark.regionId);
			const edits = region?.editsSince(request.revisions[mark.regionId] ?? -1);
			if (region === undefined || !edits) continue;
			const moved = carry(mark, edits);
			if (moved !== null) next.push({ mark: moved, region, ranges: [] });
		}
		this.#drawn = [...next, ...evidence];
		this.#draw();
		this.#card.closeUnless((id) => this.#drawn.some((each) => each.mark.id === id));
	}

	/** A region was read again: its marks follow the last edit. */
	moved(region: Region): void {
		const kept: Drawn[] = [];
		for (const each of this.#drawn) {
			if (each.region !== region) {
				kept.push(each);
				continue;
			}
			const edits = region.editsSince(this.#revisions.get(region) ?? region.revision);
			const mark = edits && carry(each.mark, edits);
			if (mark) kept.push({ ...each, mark });
		}
		this.#drawn = kept;
		this.#draw();
		this.#card.closeUnless((id) => this.#drawn.some((each) => each.mark.id === id));
	}

	/** Marks words and scrolls to them; false when they do not stand there as quoted. */
	reveal(at: { regionId: string; start: number; end: number; quote: string }): boolean {
		const region = this.#region(at.regionId);
		this.#drawn = this.#drawn.filter((each) => each.mark.id !== EVIDENCE);
		if (region === undefined || region.text.slice(at.start, at.end) !== at.quote) {
			this.#draw();
			return false;
		}
		const { regionId, start, end } = at;
		this.#drawn.push({ mark: { id: EVIDENCE, regionId, start, end, style: "evidence" }, region, ranges: [] });
		this.#draw();
		const drawn = this.#drawn.at(-1);
		if (region.isTextarea) {
			region.element.scrollIntoView({ block: "nearest" });
			this.#mirrors.get(region)?.scrollTo(EVIDENCE);
			return true;
		}
		const node = drawn?.ranges[0]?.startContainer.parentElement;
		node?.scrollIntoView({ block: "center", inline: "nearest" });
		return node !== undefined && node !== null;
	}

	closeCard(): void {
		this.#card.close();
	}

	/** The finding under a point of the viewport, or null. */
	at(x: number, y: number): number | null {
		for (const each of this.#findings()) {
			const inside = this.boxesOf(each.mark.id).some(
				(box) => x >= box.left && x <= box.right && y >= box.top - 2 && y <= box.bottom + 2,
			);
			if (inside) return each.mark.id;
		}
		return null;
	}

	/** The finding whose words hold the caret or touch the selection, or null. */
	atCaret(): number | null {
		const active = deepActive(this.#document);
		for (const each of this.#findings()) {
			if (each.region.isTextarea) {
				const area = each.region.element as HTMLTextAreaElement;
				if (area !== active) continue;
				if (area.selectionStart <= each.mark.end && area.selectionEnd >= each.mark.start) return each.mark.id;
			} else if (each.ranges.some((range) => touchesSelection(range))) return each.mark.id;
		}
		return null;
	}

	/** Where a mark is seen: its boxes in the viewport. */
	boxesOf(id: number): DOMRect[] {
		return this.#drawn
			.filter((each) => each.mark.id === id)
			.flatMap((each) =>
				each.region.isTextarea
					? (this.#mirrors.get(each.region)?.boxesOf(id) ?? [])
					: each.ranges.flatMap((range) => [...range.getClientRects()]),
			);
	}

	#findings(): Drawn[] {
		return this.#drawn.filter((each) => each.mark.id !== EVIDENCE);
	}

	#draw(): void {
		const ranges: Record<MarkStyle, Range[]> = { solid: [], dotted: [], evidence: [] };
		const inAreas = new Map<Region, MarkAt[]>();
		for (const each of this.#drawn) {
			const { region, mark } = each;
			this.#revisions.set(region, region.revision);
			if (region.isTextarea) {
				inAreas.set(region, [...(inAreas.get(region) ?? []), mark]);
				continue;
			}
			each.ranges = rangesOf(region.map, region.text, mark.start, mark.end);
			ranges[mark.style].push(...each.ranges);
		}
		showRanges(ranges);
		for (const [region, mirror] of this.#mirrors) {
			if (inAreas.has(region)) continue;
			mirror.remove();
			this.#mirrors.delete(region);
		}
		for (const [region, marks] of inAreas) {
			const mirror = this.#mirrors.get(region) ?? new Mirror(region.element as HTMLTextAreaElement);
			this.#mirrors.set(region, mirror);
			mirror.draw(region.text, marks);
		}
	}
}

function carry(mark: MarkAt, edits: readonly TextEdit[]): MarkAt | null {
	let at = { start: mark.start, end: mark.end };
	for (const edit of edits) {
		const moved = remap(at, edit);
		if (moved === null) return null;
		at = moved;
	}
	return { ...mark, ...at };
}

function deepActive(document: Document): Element | null {
	let active = document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	return active;
}

/** The selection of the range's own tree: a shadow root has one of its own in Chromium. */
function touchesSelection(range: Range): boolean {
	const root = range.startContainer.getRootNode() as (Document | ShadowRoot) & {
		getSelection?: () => Selection | null;
	};
	const selection = root.getSelection?.() ?? range.startContainer.ownerDocument?.getSelection() ?? null;
	if (selection === null || selection.rangeCount === 0) return false;
	const chosen = selection.getRangeAt(0);
	if (chosen.startContainer.getRootNode() !== root) return false;
	return (
		chosen.compareBoundaryPoints(Range.START_TO_END, range) >= 0 &&
		chosen.compareBoundaryPoints(Range.END_TO_START, range) <= 0
	);
}
