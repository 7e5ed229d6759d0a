import * as v from "valibot";
import { browser } from "wxt/browser";
import { log } from "../messages/logger";

/**
 * A value in `storage.session`: in the browser's memory, for the extension's own pages and background only,
 * gone with the browser and with an update. It is what a killed worker finds again. Reads are checked
 * against the schema; what does not fit is taken for missing.
 */
export class SessionValue<T> {
	readonly #key: string;
	readonly #schema: v.GenericSchema<unknown, T>;
	readonly #empty: () => T;
	#writing: Promise<void> = Promise.resolve();

	constructor(key: string, schema: v.GenericSchema<unknown, T>, empty: () => T) {
		this.#key = key;
		this.#schema = schema;
		this.#empty = empty;
	}

	async read(): Promise<T> {
		const stored = (await browser.storage.session.get(this.#key))[this.#key];
		const parsed = v.safeParse(this.#schema, stored);
		return parsed.success ? parsed.output : this.#empty();
	}

	/** Writes in the order of calls. Rejects when the session's 10 MB are full. */
	write(value: T): Promise<void> {
		const next = this.#writing.then(
			() => browser.storage.session.set({ [this.#key]: value }),
			() => browser.storage.session.set({ [this.#key]: value }),
		);
		this.#writing = next;
		return next.catch((error) => {
			log("session-full");
			throw error;
		});
	}
}
