import { browser } from "wxt/browser";
import { MessageError } from "../../utils/messages/errors";
import { sendFromFrame } from "../../utils/messages/frame-client";
import { readerRules } from "../../utils/messages/reader-rules";
import type { ReaderRequests } from "../../utils/messages/requests";
import { listen, type ReaderHandlers } from "../../utils/messages/router";
import { clearRanges } from "../../utils/page/marks/highlights";
import { Reader } from "../../utils/page/reader";
import { openShadow } from "./open-shadow";
import { backgroundPort } from "./port";

/** Set in our own world, so that a second injection into the same document does nothing. */
interface World {
	chartsideReader?: { restart(): void };
}

/**
 * Starts the reader of this document: asks the background whether this frame may be read, and only then looks
 * at the page. A frame that may not keeps one listener for messages and nothing else.
 */
export function startReader(): void {
	const world = globalThis as World;
	if (world.chartsideReader !== undefined) {
		world.chartsideReader.restart();
		return;
	}
	const frame = new FrameReader();
	world.chartsideReader = frame;
	// A page that is made ready before anybody looks at it is not in view.
	if ((document as { prerendering?: boolean }).prerendering) {
		document.addEventListener("prerenderingchange", () => frame.restart(), { once: true });
	} else frame.restart();
}

class FrameReader {
	#reader: Reader | null = null;
	#doc = "";
	#abort: AbortController | null = null;
	#asking = false;
	/** Settles when the background has answered our hello. */
	#answered: Promise<unknown> = Promise.resolve();

	/** Says hello and starts when the answer is yes; does nothing while it is reading. */
	restart(): void {
		if (this.#asking || this.#reader?.running) return;
		this.#asking = true;
		void this.#hello().finally(() => {
			this.#asking = false;
		});
	}

	async #hello(): Promise<void> {
		clearRanges();
		this.#stop();
		const abort = new AbortController();
		this.#abort = abort;
		this.#doc = `d${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
		listen("reader", readerRules, this.#handlers(), abort.signal);
		const top = window.top === window;
		const hello = sendFromFrame(this.#doc, "frame.hello", { top, origin: self.origin }).catch(() => null);
		this.#answered = hello;
		const answer = await hello;
		if (answer === null || !answer.active || abort.signal.aborted) {
			this.#stop();
			return;
		}
		const port = backgroundPort(this.#doc, () => this.#lost());
		this.#reader = new Reader({ document, port, open: openShadow, top, eager: answer.eager });
		this.#reader.start();
		window.addEventListener("pagehide", () => this.#leave(), { signal: abort.signal });
	}

	/** The background has forgotten us (its session is new): stop, and ask again. */
	#lost(): void {
		this.#stop();
		setTimeout(() => this.restart(), 1_000);
	}

	/** The document leaves; it may come back from the history as it was. */
	#leave(): void {
		void sendFromFrame(this.#doc, "frame.bye", {}).catch(() => undefined);
		this.#stop();
		window.addEventListener("pageshow", () => this.restart(), { once: true });
	}

	#stop(): void {
		this.#reader?.stop();
		this.#reader = null;
		this.#abort?.abort();
		this.#abort = null;
	}

	#handlers(): ReaderHandlers {
		const reader = async (name: keyof ReaderRequests, doc: string): Promise<Reader> => {
			if (browser.runtime?.id === undefined) this.#stop();
			// The background may ask while it still makes up its mind about our hello.
			await this.#answered;
			await Promise.resolve();
			// Another document's message: the frame has moved on since it was addressed.
			if (this.#reader === null || doc !== this.#doc) throw new MessageError("no-answer", name);
			return this.#reader;
		};
		return {
			"reader.send-all": async (_payload, { doc }) => ({
				regions: await (await reader("reader.send-all", doc)).sendAll(),
			}),
			"reader.check": async (_payload, { doc }) => (await reader("reader.check", doc)).check(),
			"reader.marks": async (request, { doc }) => {
				(await reader("reader.marks", doc)).mark(request);
				return { ok: true };
			},
			"reader.reveal": async (at, { doc }) =>
				(await reader("reader.reveal", doc)).reveal(at)
					? { ok: true }
					: { ok: false, reason: "document-gone", message: "These words are no longer in the note." },
			"reader.close-card": async (_payload, { doc }) => {
				(await reader("reader.close-card", doc)).closeCard();
				return { ok: true };
			},
			"reader.stop": async (_payload, { doc }) => {
				await reader("reader.stop", doc);
				this.#stop();
				return { ok: true };
			},
		};
	}
}
