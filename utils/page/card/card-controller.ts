import type { ReaderPort } from "../port";
import { Card, fits } from "./card";

/** What the card has to know of the marks. */
interface CardMarks {
	at(x: number, y: number): number | null;
	atCaret(): number | null;
	boxesOf(id: number): DOMRect[];
}

export interface CardOptions {
	document: Document;
	port: ReaderPort;
	marks: CardMarks;
	signal: AbortSignal;
}

/** Rest of the pointer before a card opens, in ms. */
const HOVER_MS = 300;
/** Time to move from the words to the card, in ms. */
const LEAVE_MS = 250;
/** Input is reported at most this often, in ms: it only keeps the encounter from going idle. */
const ACTIVITY_MS = 20_000;

/**
 * Opens and closes the card of a finding. By pointer: 300 ms of rest over marked words. By key, Alt+Shift+full
 * stop: while the caret or selection is in marked words; the same key again goes into the card, Escape leaves.
 */
export class CardController {
	readonly #options: CardOptions;
	#card: Card | null = null;
	#hover: ReturnType<typeof setTimeout> | null = null;
	#leave: ReturnType<typeof setTimeout> | null = null;
	#asked = 0;
	#active = 0;
	#pointer = { x: 0, y: 0 };

	constructor(options: CardOptions) {
		this.#options = options;
		const { document, signal } = options;
		const view = document.defaultView;
		const quiet = { capture: true, passive: true, signal } as const;
		document.addEventListener("pointermove", (event) => this.#moved(event), quiet);
		document.addEventListener("pointerdown", (event) => this.#pressed(event), quiet);
		document.addEventListener("scroll", () => this.#card?.place(), quiet);
		view?.addEventListener("resize", () => this.#card?.place(), quiet);
		view?.addEventListener("keydown", (event) => this.#key(event), { capture: true, signal });
		signal.addEventListener("abort", () => this.close());
	}

	/** Closes the card when its mark is gone. */
	closeUnless(isThere: (id: number) => boolean): void {
		if (this.#card !== null && !isThere(this.#card.id)) this.close();
	}

	close(): void {
		this.#asked++;
		if (this.#hover !== null) clearTimeout(this.#hover);
		if (this.#leave !== null) clearTimeout(this.#leave);
		this.#hover = this.#leave = null;
		this.#card?.remove();
		this.#card = null;
	}

	#moved(event: PointerEvent): void {
		this.#alive();
		if (event.pointerType === "touch") return;
		const { clientX: x, clientY: y } = event;
		this.#pointer = { x, y };
		if (this.#card !== null) this.#keepOrLeave(x, y);
		if (this.#hover !== null) clearTimeout(this.#hover);
		this.#hover = setTimeout(() => {
			this.#hover = null;
			const id = this.#options.marks.at(x, y);
			if (id !== null && id !== this.#card?.id && !this.#card?.contains(x, y)) void this.#open(id);
		}, HOVER_MS);
	}

	/** The card opened by pointer goes when the pointer is neither over the words nor over the card. */
	#keepOrLeave(x: number, y: number): void {
		const card = this.#card;
		if (card === null || card.byKey) return;
		if (card.contains(x, y)) {
			if (this.#leave !== null) clearTimeout(this.#leave);
			this.#leave = null;
			return;
		}
		this.#leave ??= setTimeout(() => {
			this.#leave = null;
			const now = this.#pointer;
			if (this.#card === card && this.#options.marks.at(now.x, now.y) !== card.id) this.close();
		}, LEAVE_MS);
	}

	#pressed(event: PointerEvent): void {
		this.#alive();
		if (this.#card !== null && !this.#card.contains(event.clientX, event.clientY)) this.close();
	}

	#key(event: KeyboardEvent): void {
		this.#alive();
		if (event.key === "Escape") {
			if (this.#card === null) {
				void this.#options.port.escape().catch(() => undefined);
				return;
			}
			event.preventDefault();
			event.stopPropagation();
			this.close();
		} else if (event.altKey && event.shiftKey && event.code === "Period") {
			const id = this.#card?.id ?? this.#options.marks.atCaret();
			if (id === null) return;
			event.preventDefault();
			event.stopPropagation();
			if (this.#card !== null) this.#card.focus();
			else void this.#open(id, true);
		}
	}

	async #open(id: number, byKey = false): Promise<void> {
		const { document, port, marks } = this.#options;
		const asked = ++this.#asked;
		const boxes = () => marks.boxesOf(id);
		if (!fits(document, boxes())) {
			// Too little room here: the panel shows it. Only a key is a wish strong enough for that.
			if (byKey) await port.cardAction(id, "panel").catch(() => undefined);
			return;
		}
		const text = await port.card(id).catch(() => null);
		if (text === null || asked !== this.#asked || this.#options.signal.aborted) return;
		this.#card?.remove();
		this.#card = new Card({
			document,
			id,
			text,
			boxes,
			byKey,
			act: (action) => {
				this.close();
				void port.cardAction(id, action).catch(() => undefined);
			},
		});
	}

	#alive(): void {
		const now = Date.now();
		if (now - this.#active < ACTIVITY_MS || this.#options.document.hidden) return;
		this.#active = now;
		void this.#options.port.activity().catch(() => undefined);
	}
}
