import type { ReaderPort, Surroundings } from "../port";
import type { TextEdit } from "../text/edit";
import type { Region } from "./region";

/**
 * Hands regions out in the right order and knows what the other side has. A message that nobody answered is
 * sent again later, as a whole.
 */
export class Outbox {
	readonly #port: ReaderPort;
	readonly #later: () => void;
	/** Revision the other side has, by region. */
	#has = new Map<string, number>();
	#told = "";
	#address: string | null = null;
	#banner: string | null = null;

	constructor(port: ReaderPort, later: () => void) {
		this.#port = port;
		this.#later = later;
	}

	/** The other side has lost everything. */
	forget(): void {
		this.#has.clear();
		this.#told = "";
	}

	/** True when this address was not told yet. */
	differs(address: string): boolean {
		return this.#address !== null && this.#address !== address;
	}

	/** The banner that was told last. */
	get banner(): string | null {
		return this.#banner;
	}

	/** Tells the surroundings when they changed. */
	async tell(surroundings: Surroundings): Promise<void> {
		const key = JSON.stringify(surroundings);
		this.#address = surroundings.address;
		if (key === this.#told) return;
		await this.#try(() => this.#port.surroundings(surroundings));
		this.#told = key;
		this.#banner = surroundings.banner;
	}

	/** Tells which regions are no more. */
	async gone(ids: string[]): Promise<void> {
		const known = ids.filter((id) => this.#has.delete(id));
		if (known.length > 0) await this.#try(() => this.#port.gone(known));
	}

	/** Sends new regions whole and known ones as the edit since; asks nothing when nothing changed. */
	async send(regions: readonly Region[], edits: ReadonlyMap<Region, TextEdit>): Promise<void> {
		let whole = regions.filter((region) => !this.#has.has(region.id) && region.text !== "");
		for (const [region, edit] of edits) {
			const base = this.#has.get(region.id);
			if (base === undefined || !regions.includes(region)) continue;
			if (base !== region.revision - 1) {
				whole.push(region);
				continue;
			}
			const { id: regionId, revision, blocks } = region;
			const taken = await this.#try(() => this.#port.edit({ regionId, base, revision, ...edit, blocks }));
			if (taken) this.#has.set(regionId, revision);
			else whole = regions.filter((each) => each.text !== "");
		}
		const unsent = regions.filter((r) => this.#has.has(r.id) && this.#has.get(r.id) !== r.revision);
		const all = [...new Set([...whole, ...unsent])];
		if (all.length === 0) return;
		const snapshots = all.map((region) => region.snapshot());
		await this.#try(() => this.#port.note(snapshots));
		for (const { regionId, revision } of snapshots) this.#has.set(regionId, revision);
	}

	/** All regions were given as an answer. */
	handedOut(regions: readonly Region[]): void {
		for (const region of regions) if (region.text !== "") this.#has.set(region.id, region.revision);
	}

	async #try<T>(send: () => Promise<T>): Promise<T> {
		try {
			return await send();
		} catch (error) {
			this.#later();
			throw error;
		}
	}
}
