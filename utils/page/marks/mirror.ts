import { addLayer, type LayerRoot } from "./layer-root";
import type { MarkAt } from "./types";

/** Everything that decides where a character of a textarea stands. */
const COPIED = [
	"fontFamily",
	"fontSize",
	"fontWeight",
	"fontStyle",
	"fontStretch",
	"fontVariant",
	"letterSpacing",
	"wordSpacing",
	"lineHeight",
	"textTransform",
	"textIndent",
	"textAlign",
	"tabSize",
	"direction",
	"paddingTop",
	"paddingRight",
	"paddingBottom",
	"paddingLeft",
	"overflowWrap",
	"wordBreak",
] as const;

const CSS_TEXT = `
.view { position: fixed; overflow: hidden; pointer-events: none; }
.text { white-space: pre-wrap; color: transparent; box-sizing: border-box; margin: 0; border: 0; }
.solid { text-decoration: underline solid 2px #b4530a; text-decoration-skip-ink: none; }
.dotted { text-decoration: underline dotted 2px #5b6b80; text-decoration-skip-ink: none; }
.evidence { background-color: #ffe08a80; }
`;

/**
 * Draws marks over a textarea, where ranges draw nothing: the same text, unseen, in the same type and place,
 * with the marked words underlined. The words stand in a closed root of ours; no range is ever made of them.
 */
export class Mirror {
	readonly #area: HTMLTextAreaElement;
	readonly #layer: LayerRoot;
	readonly #view: HTMLElement;
	readonly #text: HTMLElement;
	readonly #abort = new AbortController();
	#spans: { id: number; element: HTMLElement }[] = [];
	#frame = 0;

	constructor(area: HTMLTextAreaElement) {
		const document = area.ownerDocument;
		this.#area = area;
		this.#layer = addLayer(document, CSS_TEXT);
		this.#view = document.createElement("div");
		this.#view.className = "view";
		this.#view.setAttribute("aria-hidden", "true");
		this.#text = document.createElement("div");
		this.#text.className = "text";
		this.#view.append(this.#text);
		this.#layer.root.append(this.#view);
		const later = { capture: true, passive: true, signal: this.#abort.signal } as const;
		document.addEventListener("scroll", () => this.#placeSoon(), later);
		document.defaultView?.addEventListener("resize", () => this.#placeSoon(), later);
		if (typeof ResizeObserver === "function") {
			const sizes = new ResizeObserver(() => this.#placeSoon());
			sizes.observe(area);
			this.#abort.signal.addEventListener("abort", () => sizes.disconnect());
		}
	}

	/** Draws these marks over this text; marks may overlap. */
	draw(text: string, marks: readonly MarkAt[]): void {
		const document = this.#area.ownerDocument;
		const parts: Node[] = [];
		this.#spans = [];
		const inside = marks.filter((mark) => mark.end <= text.length);
		const cuts = new Set([0, text.length, ...inside.flatMap((mark) => [mark.start, mark.end])]);
		const edges = [...cuts].sort((a, b) => a - b);
		edges.slice(0, -1).forEach((start, index) => {
			const end = edges[index + 1] as number;
			const covering = inside.filter((mark) => mark.start < end && mark.end > start);
			const words = document.createTextNode(text.slice(start, end));
			if (covering.length === 0) {
				parts.push(words);
				return;
			}
			const element = document.createElement("span");
			element.className = covering.map((mark) => mark.style).join(" ");
			element.append(words);
			parts.push(element);
			for (const { id } of covering) this.#spans.push({ id, element });
		});
		// A last line without characters still has its height in a textarea.
		parts.push(document.createTextNode("\u200B"));
		this.#text.replaceChildren(...parts);
		this.#place();
	}

	/** Boxes of a mark's words in the viewport. */
	boxesOf(id: number): DOMRect[] {
		return this.#spans.filter((span) => span.id === id).flatMap((span) => [...span.element.getClientRects()]);
	}

	/** Scrolls the textarea so that the mark is in view. */
	scrollTo(id: number): void {
		const span = this.#spans.find((each) => each.id === id);
		if (span === undefined) return;
		const middle = span.element.offsetTop - this.#area.clientHeight / 2;
		this.#area.scrollTop = Math.max(0, middle);
		this.#place();
	}

	remove(): void {
		this.#abort.abort();
		this.#area.ownerDocument.defaultView?.cancelAnimationFrame(this.#frame);
		this.#layer.remove();
	}

	#placeSoon(): void {
		const view = this.#area.ownerDocument.defaultView;
		if (view === null || this.#frame !== 0) return;
		this.#frame = view.requestAnimationFrame(() => {
			this.#frame = 0;
			this.#place();
		});
	}

	#place(): void {
		const area = this.#area;
		const style = area.ownerDocument.defaultView?.getComputedStyle(area);
		if (style === undefined || !area.isConnected) return;
		const box = area.getBoundingClientRect();
		const view = this.#view.style;
		view.left = `${box.left + area.clientLeft}px`;
		view.top = `${box.top + area.clientTop}px`;
		view.width = `${area.clientWidth}px`;
		view.height = `${area.clientHeight}px`;
		view.visibility = box.width > 0 ? "visible" : "hidden";
		const text = this.#text.style;
		for (const name of COPIED) text[name] = style[name];
		text.width = `${area.clientWidth}px`;
		text.marginTop = `${-area.scrollTop}px`;
		text.marginLeft = `${-area.scrollLeft}px`;
	}
}
