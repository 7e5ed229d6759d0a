import { releaseOn } from "../../codesets/editions/in-force";
import { readPack } from "../../codesets/pack/container";
import { CODE_SYSTEMS, type CodeSet, type CodeSystem, type Day } from "../../codesets/types";
import { log } from "../../messages/logger";
import { type ReleaseRow, withDatabase } from "../../storage/db";
import type { Engine, EngineFactory } from "./engine-port";
import { openFresh } from "./refresh";
import { installStarter } from "./starter";

/** Engines kept: two editions at most are in memory, the least recently used goes. */
const MOST_ENGINES = 2;

/** The engine over the editions that are in force on a day. */
export interface OpenEngine {
	engine: Engine;
	sets: readonly CodeSet[];
	releases: readonly ReleaseRow[];
}

/** No usable code set is there, and the starter could not be put back. */
export class NoCodeSetError extends Error {
	override readonly name = "NoCodeSetError";
	constructor() {
		super("No code set could be opened. Reload the extension, or import a code set again.");
	}
}

/**
 * The one home of the engine. Opens packs from the database by date of service, keeps the last two, and puts
 * the starter back when the database was lost or a pack is damaged.
 */
export class EngineHost {
	readonly #factory: EngineFactory;
	readonly #shows: (system: CodeSystem) => boolean;
	#open = new Map<string, OpenEngine>();
	#opening = new Map<string, Promise<OpenEngine>>();

	constructor(factory: EngineFactory, shows: (system: CodeSystem) => boolean = () => true) {
		this.#factory = factory;
		this.#shows = shows;
	}

	/** Forgets open engines: code sets or preferences changed. */
	forget(): void {
		this.#open.clear();
		this.#opening.clear();
	}

	/** All releases there are. Puts the starter in when there are none. */
	async releases(): Promise<ReleaseRow[]> {
		const read = () =>
			withDatabase(
				(db) => db.releases.toArray(),
				() => log("database-reset"),
			);
		const rows = await read();
		if (rows.some((row) => row.starter)) return rows;
		await installStarter();
		return read();
	}

	/** The engine for a day. Rejects with NoCodeSetError when there is no code set at all. */
	async on(day: Day): Promise<OpenEngine> {
		const releases = await this.#inForce(day);
		const key = releases.map((row) => row.pack).join("|");
		const known = this.#open.get(key);
		if (known !== undefined) {
			this.#open.delete(key);
			this.#open.set(key, known);
			return known;
		}
		const opening = this.#opening.get(key) ?? this.#load(key, releases);
		this.#opening.set(key, opening);
		return opening.finally(() => this.#opening.delete(key));
	}

	/** The set of a system on a day, or null. */
	async set(system: CodeSystem, day: Day): Promise<CodeSet | null> {
		const { sets } = await this.on(day);
		return sets.find((set) => set.release.system === system) ?? null;
	}

	/** Facts of a code that is in none of the editions in force: looked up in the others, newest first. */
	async elsewhere(system: CodeSystem, code: string, day: Day): Promise<ReturnType<Engine["detail"]>> {
		const others = (await this.releases()).filter((row) => row.system === system && !row.starter);
		const sets: CodeSet[] = [];
		for (const row of others) {
			const set = await this.#read(row);
			if (set !== null) sets.push(set);
		}
		return sets.length === 0 ? null : this.#factory(sets).detail(system, code, day);
	}

	async #inForce(day: Day): Promise<ReleaseRow[]> {
		const all = (await this.releases()).filter((row) => this.#shows(row.system));
		const found: ReleaseRow[] = [];
		for (const system of CODE_SYSTEMS) {
			// A day no edition covers gets the latest one rather than nothing; the view names the edition.
			const row = releaseOn(all, system, day) ?? latest(all, system);
			if (row !== null) found.push(row);
		}
		return found;
	}

	async #load(key: string, releases: readonly ReleaseRow[]): Promise<OpenEngine> {
		const sets: CodeSet[] = [];
		for (const row of releases) {
			const set = (await this.#read(row)) ?? (await this.#starterOf(row));
			if (set !== null) sets.push(set);
		}
		if (sets.length === 0) throw new NoCodeSetError();
		const opened = { engine: this.#factory(sets), sets, releases };
		this.#open.set(key, opened);
		for (const oldest of [...this.#open.keys()].slice(0, -MOST_ENGINES)) this.#open.delete(oldest);
		return opened;
	}

	/** What serves while an imported pack is damaged or gone: the starter of its system. */
	async #starterOf(lost: ReleaseRow): Promise<CodeSet | null> {
		if (lost.starter) return null;
		const row = (await this.releases()).find((one) => one.starter && one.system === lost.system);
		return row === undefined ? null : this.#read(row);
	}

	/** Opens one pack; a damaged one of the starter is put in anew, a damaged import is left out. */
	async #read(row: ReleaseRow, again = row.starter): Promise<CodeSet | null> {
		try {
			const pack = await withDatabase((db) => db.packs.get(row.pack));
			if (pack === undefined) throw new Error("missing");
			return await openFresh(row, readPack(pack.bytes));
		} catch {
			log("pack-refused", { bytes: row.bytes });
			if (!again) return null;
			await installStarter();
			return this.#read(row, false);
		}
	}
}

function latest(rows: readonly ReleaseRow[], system: CodeSystem): ReleaseRow | null {
	const own = rows.filter((row) => row.system === system);
	return own.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
