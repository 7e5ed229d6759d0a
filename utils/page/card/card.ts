import { computePosition, flip, offset, shift } from "@floating-ui/dom";
import { addLayer, type LayerRoot } from "../marks/layer-root";
import type { CardText } from "../port";
import { CARD_CSS } from "./card-style";
import { shorten } from "./card-text";

/** Least room for a card in a frame, in CSS pixels. */
const LEAST_WIDTH = 220;
const LEAST_HEIGHT = 150;

export interface CardParts {
	document: Document;
	id: number;
	text: CardText;
	/** Where the words are now. */
	boxes: () => DOMRect[];
	byKey: boolean;
	act: (action: "dismiss" | "panel") => void;
}

/** True when the frame has room for a card above or below the words. */
export function fits(document: Document, boxes: readonly DOMRect[]): boolean {
	const view = document.defaultView;
	if (view === null || boxes.length === 0 || view.innerWidth < LEAST_WIDTH) return false;
	const top = Math.min(...boxes.map((box) => box.top));
	const bottom = Math.max(...boxes.map((box) => box.bottom));
	return Math.max(top, view.innerHeight - bottom) >= LEAST_HEIGHT;
}

/** The card of one finding, in a closed root of our own. Never takes the focus by itself. */
export class Card {
	readonly id: number;
	readonly byKey: boolean;
	readonly #layer: LayerRoot;
	readonly #element: HTMLElement;
	readonly #boxes: () => DOMRect[];
	readonly #before: Element | null;

	constructor(parts: CardParts) {
		this.id = parts.id;
		this.byKey = parts.byKey;
		this.#boxes = parts.boxes;
		this.#before = parts.document.activeElement;
		this.#layer = addLayer(parts.document, CARD_CSS);
		this.#element = build(parts);
		this.#layer.root.append(this.#element);
		this.place();
	}

	/** Puts the card beside its words, on the side that has room; removes nothing from view but itself. */
	place(): void {
		const boxes = this.#boxes();
		const first = boxes[0];
		if (first === undefined) return;
		const anchor = {
			getBoundingClientRect: () => union(boxes, first),
			getClientRects: () => boxes,
		};
		const middleware = [offset(6), flip(), shift({ padding: 8 })];
		void computePosition(anchor, this.#element, {
			strategy: "fixed",
			placement: "bottom-start",
			middleware,
		}).then(({ x, y }) => {
			this.#element.style.left = `${Math.round(x)}px`;
			this.#element.style.top = `${Math.round(y)}px`;
		});
	}

	contains(x: number, y: number): boolean {
		const box = this.#element.getBoundingClientRect();
		return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
	}

	/** Goes into the card: only ever on a key of the person. */
	focus(): void {
		this.#element.querySelector("button")?.focus();
	}

	remove(): void {
		const inside = this.#layer.root.activeElement !== null;
		this.#layer.remove();
		if (inside && this.#before?.isConnected) (this.#before as HTMLElement).focus({ preventScroll: true });
	}
}

function build({ document, text, act }: CardParts): HTMLElement {
	const short = shorten(text);
	const card = document.createElement("div");
	card.className = "card";
	card.setAttribute("role", "group");
	card.setAttribute("aria-label", "Finding");
	const live = document.createElement("div");
	live.setAttribute("aria-live", "polite");
	for (const [name, words] of Object.entries({
		title: short.title,
		quote: short.quote === "" ? "" : `“${short.quote}”`,
		question: short.question,
		source: short.source,
	})) {
		if (words === "") continue;
		const line = document.createElement("p");
		line.className = name;
		line.textContent = words;
		live.append(line);
	}
	const actions = document.createElement("div");
	actions.className = "actions";
	actions.append(
		button(document, "Dismiss", () => act("dismiss")),
		button(document, "Show in panel", () => act("panel")),
	);
	card.append(live, actions);
	return card;
}

function button(document: Document, name: string, press: () => void): HTMLButtonElement {
	const element = document.createElement("button");
	element.type = "button";
	element.textContent = name;
	// A script of the page can make events; only a person may act on a finding.
	element.addEventListener("click", (event) => {
		if (event.isTrusted) press();
	});
	return element;
}

function union(boxes: readonly DOMRect[], first: DOMRect): DOMRect {
	// Words over many lines: beside the first line, so that the card stays near where reading starts.
	const line = boxes.filter((box) => Math.abs(box.top - first.top) < first.height);
	const left = Math.min(...line.map((box) => box.left));
	const right = Math.max(...line.map((box) => box.right));
	const bottom = Math.max(...boxes.map((box) => box.bottom));
	return new DOMRect(left, first.top, right - left, bottom - first.top);
}
