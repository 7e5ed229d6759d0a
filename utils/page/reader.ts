import { bannerHash, findBanner } from "./find/banner";
import { type DiscoverOptions, type Discovery, discoverSteps } from "./find/discover";
import { type FrameSeen, framesIn } from "./find/frames";
import { isFurniture } from "./find/tokens";
import { MarkLayer } from "./marks/mark-layer";
import type { MarkRequest } from "./marks/types";
import type { ReaderPort, RegionText, Surroundings } from "./port";
import { composedParent, type OpenShadow } from "./shadow";
import { finish } from "./text/collect";
import type { TextEdit } from "./text/edit";
import { addressOf } from "./watch/address";
import { type Changes, Mutations } from "./watch/mutations";
import { Outbox } from "./watch/outbox";
import { Region } from "./watch/region";
import { inSlices, pause } from "./watch/slices";

export interface ReaderOptions {
	document: Document;
	port: ReaderPort;
	open: OpenShadow;
	top: boolean;
	/** A person asked to read this page once: read its main text when nothing announces a note. */
	eager: boolean;
}

/** Quiet time after a change before we look, in ms. */
const SETTLE_MS = 60;
/** Fields that are set by a script tell nobody; neither does a changed address everywhere. */
const LOOK_AGAIN_MS = 1_500;
/**
 * Searching, and reading, may each use one part in this many of the page's main thread: together with what is
 * not measured (observer records, timers) that stays under a twentieth.
 */
const SHARE = 32;
/** Least time between two searches when a note or banner has gone, in ms. */
const URGENT_MS = 300;
/** How long a banner may be missing before that is told, in ms. */
const DOUBT_MS = 350;

/**
 * Reads the notes of one document and keeps reading: finds the regions, hands out their text once and then
 * only what changed, draws marks. The reader holds the only copy of a note's text outside of the engine's
 * memory. Inert until `start`; `start` and `stop` may be called again; everything hangs on one signal.
 */
export class Reader {
	readonly #options: ReaderOptions;
	#abort: AbortController | null = null;
	#mutations: Mutations | null = null;
	#marks: MarkLayer | null = null;
	#outbox: Outbox | null = null;
	#regions: Region[] = [];
	#dirty = new Set<Region>();
	#structure = true;
	#due = 0;
	#nextSearch = 0;
	#nextRead = 0;
	#searchedAt = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#cycling: Promise<void> | null = null;
	#roots: (Document | ShadowRoot)[] = [];
	#ids = 0;
	/** The elements that name the patient. */
	#strips: Element[] = [];
	/** Frames that were seen; null when they have to be looked for again. */
	#frames: FrameSeen[] | null = null;
	/** When the banner was missed first. */
	#lostAt: number | null = null;

	constructor(options: ReaderOptions) {
		this.#options = options;
	}

	get running(): boolean {
		return this.#abort !== null;
	}

	/** Starts reading; does nothing when it is running. */
	start(): void {
		if (this.#abort !== null) return;
		const { document, port } = this.#options;
		const abort = new AbortController();
		this.#abort = abort;
		this.#outbox = new Outbox(port, () => this.#kick(LOOK_AGAIN_MS));
		this.#mutations = new Mutations(() => this.#kick(SETTLE_MS), abort.signal);
		this.#marks = new MarkLayer(document, port, (id) => this.#regions.find((r) => r.id === id), abort.signal);
		this.#mutations.watch([document]);
		this.#structure = true;
		this.#searchedAt = this.#nextSearch = this.#nextRead = 0;
		document.addEventListener("input", (event) => this.#typed(event), {
			capture: true,
			signal: abort.signal,
		});
		const timer = setInterval(() => this.#lookAgain(), LOOK_AGAIN_MS);
		abort.signal.addEventListener("abort", () => clearInterval(timer));
		this.#kick(0);
	}

	/** Stops and forgets everything: no text, no mark, no listener is left. */
	stop(): void {
		this.#abort?.abort();
		this.#abort = null;
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
		this.#mutations = null;
		this.#marks = null;
		this.#outbox = null;
		this.#regions = [];
		this.#dirty.clear();
		this.#roots = [];
		this.#strips = [];
		this.#frames = null;
		this.#lostAt = null;
	}

	/** Reads everything anew; tells the surroundings first and resolves with all regions. */
	async sendAll(): Promise<RegionText[]> {
		this.#structure = true;
		this.#nextSearch = 0;
		for (const region of this.#regions) this.#dirty.add(region);
		this.#outbox?.forget();
		await this.#cycle(false);
		return this.#regions.filter((region) => region.text !== "").map((region) => region.snapshot());
	}

	/** What the document shows at this moment, looked at now. Pending changes count. */
	check(): { banner: string | null; address: string; regions: { regionId: string; revision: number }[] } {
		this.#sort(this.#mutations?.take());
		for (const region of this.#regions) {
			if (!region.element.isConnected) this.#structure = true;
			else if (this.#dirty.has(region) && finish(region.read(this.#collecting(region))) === null) {
				this.#dirty.delete(region);
			}
		}
		if (this.#dirty.size > 0 || this.#structure) this.#kick(0);
		if (this.#strips.some((strip) => !strip.isConnected)) {
			// The banner was drawn anew: whose it is cannot wait for the next search.
			const { document, open, top, eager } = this.#options;
			this.#strips = finish(this.#searching(document, { open, top, eager })).strips;
		}
		const { banner, address } = this.#surroundings();
		const regions = this.#regions.filter((r) => r.element.isConnected);
		return { banner, address, regions: regions.map((r) => ({ regionId: r.id, revision: r.revision })) };
	}

	/** Draws these marks instead of the ones before. */
	mark(request: MarkRequest): void {
		this.#marks?.replace(request);
	}

	/** Scrolls to words and marks them; false when they are no longer there as quoted. */
	reveal(at: { regionId: string; start: number; end: number; quote: string }): boolean {
		return this.#marks?.reveal(at) ?? false;
	}

	/** Closes the card of a finding, if one is open. */
	closeCard(): void {
		this.#marks?.closeCard();
	}

	#typed(event: Event): void {
		const target = event.composedPath()[0];
		const region = this.#regions.find((r) => r.element === target);
		if (region?.isTextarea) this.#touch(region);
	}

	#lookAgain(): void {
		const { document, port } = this.#options;
		if (!port.alive()) this.stop();
		if (document.hidden) return;
		for (const region of this.#regions) {
			if (!region.element.isConnected) this.#structure = true;
			else if (
				region.isTextarea &&
				(region.element as HTMLTextAreaElement).value.length !== region.text.length
			) {
				this.#touch(region);
			}
		}
		if (this.#structure || this.#outbox?.differs(addressOf(document.location))) this.#kick(0);
	}

	#touch(region: Region): void {
		this.#dirty.add(region);
		this.#kick(SETTLE_MS);
	}

	/** Looks again after `delay`, or when the page has had its share of time; an earlier look stays planned. */
	#kick(delay: number): void {
		if (this.#abort === null) return;
		const now = performance.now();
		const due = Math.max(now + delay, this.#nextRead);
		if (this.#timer !== null) {
			if (this.#due <= due) return;
			clearTimeout(this.#timer);
		}
		this.#due = due;
		this.#timer = setTimeout(() => {
			this.#timer = null;
			const view = this.#options.document.defaultView;
			if (this.#abort === null || view === null) return;
			void pause(view).then(() => this.#cycle(true));
		}, due - now);
	}

	#cycle(send: boolean): Promise<void> {
		const before = this.#cycling ?? Promise.resolve();
		// A look that failed is made again: what it had read may not have gone out.
		const mine = before.then(() => this.#look(send)).catch(() => this.#kick(LOOK_AGAIN_MS));
		this.#cycling = mine;
		return mine;
	}

	async #look(send: boolean): Promise<void> {
		const { document, port } = this.#options;
		const signal = this.#abort?.signal;
		const view = document.defaultView;
		if (signal === undefined || view === null || this.#outbox === null) return;
		if (!port.alive()) {
			this.stop();
			return;
		}
		this.#sort(this.#mutations?.take());
		// What is typed goes out at once, unless a note or banner was taken away: then whose it is comes first.
		const known = this.#searchedAt > 0 && !this.#lost;
		if (known && !(await this.#readAndTell(send, [], signal, view))) return;
		if (this.#structure && performance.now() >= this.#nextSearch) {
			const gone = await this.#search(signal, view);
			if (gone === null || !(await this.#readAndTell(send, gone, signal, view))) return;
		}
		if (this.#dirty.size > 0) this.#kick(SETTLE_MS);
		else if (this.#structure) this.#kick(Math.max(SETTLE_MS, this.#nextSearch - performance.now()));
	}

	/** Reads what is dirty and tells it; false when it was stopped or is in doubt. */
	async #readAndTell(send: boolean, gone: string[], signal: AbortSignal, view: Window): Promise<boolean> {
		if (this.#outbox === null) return false;
		const edits = new Map<Region, TextEdit>();
		let work = 0;
		for (const region of [...this.#dirty]) {
			this.#dirty.delete(region);
			const done = await inSlices(region.read(this.#collecting(region)), view, signal);
			if (done === null) return false;
			work += done.ms;
			if (done.value !== null) edits.set(region, done.value);
			this.#marks?.moved(region);
		}
		this.#nextRead = performance.now() + work * SHARE;
		// The banner is read after the text: a text must never go out under an older patient.
		const surroundings = this.#surroundings();
		if (this.#isInDoubt(surroundings)) {
			this.#kick(DOUBT_MS);
			return false;
		}
		await this.#outbox.tell(surroundings);
		if (gone.length > 0) await this.#outbox.gone(gone);
		if (send) await this.#outbox.send(this.#regions, edits);
		else this.#outbox.handedOut(this.#regions);
		return true;
	}

	/** A banner or a note that was there is no longer in the document. */
	get #lost(): boolean {
		return (
			this.#strips.some((el) => !el.isConnected) || this.#regions.some((each) => !each.element.isConnected)
		);
	}

	/**
	 * A banner that has just gone may be on its way back, as pages redraw themselves. For a moment nothing is
	 * told; what is asked in the meantime (`check`) is answered with what is seen.
	 */
	#isInDoubt({ banner }: Surroundings): boolean {
		const missed = banner === null && (this.#outbox?.banner ?? null) !== null;
		if (!missed) this.#lostAt = null;
		else this.#lostAt ??= performance.now();
		return this.#lostAt !== null && performance.now() - this.#lostAt < DOUBT_MS;
	}

	/** Looks for regions and banners anew, in slices; resolves with the ids of regions that are gone. */
	async #search(signal: AbortSignal, view: Window): Promise<string[] | null> {
		const { document, open, top, eager } = this.#options;
		this.#structure = false;
		const done = await inSlices(this.#searching(document, { open, top, eager }), view, signal);
		if (done === null) return null;
		const { roots, regions, strips } = done.value;
		this.#roots = roots;
		this.#strips = strips;
		this.#frames = null;
		this.#mutations?.watch(roots);
		const kept = regions.map(({ element, editable }) => {
			const known = this.#regions.find((r) => r.element === element && r.editable === editable);
			const region = known ?? new Region(`r${++this.#ids}`, element, editable);
			if (known === undefined) this.#dirty.add(region);
			return region;
		});
		const gone = this.#regions.filter((region) => !kept.includes(region));
		for (const region of gone) this.#dirty.delete(region);
		const others = [...kept.filter((region) => !this.#regions.includes(region)), ...gone];
		this.#regions = kept;
		// A note leaves out the fields in it: when one comes or goes, the note around it reads differently.
		for (const { element } of others) {
			const parent = composedParent(element);
			const around = parent === null ? undefined : this.#regionAround(parent);
			if (around !== undefined) this.#dirty.add(around);
		}
		this.#searchedAt = performance.now();
		this.#nextSearch = this.#searchedAt + done.ms * SHARE;
		return gone.map((region) => region.id);
	}

	*#searching(
		document: Document,
		options: DiscoverOptions,
	): Generator<void, Discovery & { strips: Element[] }> {
		const found = yield* discoverSteps(document, options);
		const notes = found.regions.map((region) => region.element);
		return { ...found, strips: yield* findBanner(document, found.banners, notes) };
	}

	/** Sorts changes: inside a region it is dirty, elsewhere the structure may have changed. */
	#sort(changes: Changes | undefined): void {
		if (changes === undefined) return;
		if (this.#lost) {
			// A note or a banner has gone: another chart may be coming, and that cannot wait.
			this.#structure = true;
			this.#nextSearch = Math.min(this.#nextSearch, this.#searchedAt + URGENT_MS);
		}
		if (changes.everything) {
			for (const region of this.#regions) if (!region.isTextarea) this.#dirty.add(region);
			this.#structure = true;
		}
		for (const target of changes.targets) {
			const region = this.#regionAround(target);
			if (region !== undefined && !region.isTextarea) this.#dirty.add(region);
			// A field may come up inside a read-only note; inside an editor it is only typing.
			if (region === undefined || (changes.nodes && !region.editable)) this.#structure = true;
		}
	}

	/** The innermost region that holds a node: an editor inside a note is a region of its own. */
	#regionAround(node: Node): Region | undefined {
		for (let up: Node | null = node; up !== null; up = composedParent(up)) {
			const region = this.#regions.find((each) => each.element === up);
			if (region !== undefined) return region;
		}
		return undefined;
	}

	#surroundings(): Surroundings {
		const { document } = this.#options;
		this.#frames ??= framesIn(this.#roots.length > 0 ? this.#roots : [document]);
		const strips = this.#strips.filter((strip) => strip.isConnected);
		return { frames: this.#frames, banner: bannerHash(strips), address: addressOf(document.location) };
	}

	#collecting(region: Region): { open: OpenShadow; leaveOut: (element: Element) => boolean } {
		const others = new Set(this.#regions.filter((other) => other !== region).map((other) => other.element));
		const leaveOut = (element: Element) => others.has(element) || (!region.editable && isFurniture(element));
		return { open: this.#options.open, leaveOut };
	}
}
