import Dexie, { type Table } from "dexie";
import type { CodeSystem, Day, Release } from "../codesets/types";

/** A pack: one buffer, one row. Writing its 75,000 codes as rows would take 12 seconds. */
export interface PackRow {
	/** "ICD-10-CM/FY2027", "starter/ICD-10-CM" … */
	id: string;
	bytes: ArrayBuffer;
}

/** What the release table knows without opening a pack. */
export interface ReleaseRow {
	/** Id of the release and of its pack. */
	id: string;
	system: CodeSystem;
	edition: string;
	validFrom: Day;
	validTo: Day | null;
	sources: { name: string; sha256: string }[];
	counts: Release["counts"];
	borrowedFrom?: string;
	starter: boolean;
	/** Size of the pack. */
	bytes: number;
	/** Key of the pack row; another one while a replacement is being written. */
	pack: string;
}

/** A code a person chose to keep at hand, or used lately. */
export interface CodeRow {
	/** "ICD-10-CM|E11.9" */
	key: string;
	system: CodeSystem;
	code: string;
	/** When it was set or last used, milliseconds since 1970. */
	at: number;
}

/** How often a documentation rule was shown and dismissed; the difference was kept. Numbers only. */
export interface RuleCountRow {
	rule: string;
	shown: number;
	dismissed: number;
}

/**
 * The extension's database: code sets and what belongs to this machine. No note, no patient, no worksheet
 * is ever in here. Losing it is a normal state: the starter is put back, imports have to be made again.
 */
export class ChartsideDatabase extends Dexie {
	declare packs: Table<PackRow, string>;
	declare releases: Table<ReleaseRow, string>;
	declare favourites: Table<CodeRow, string>;
	declare recents: Table<CodeRow, string>;
	declare ruleCounts: Table<RuleCountRow, string>;

	constructor(name = "chartside") {
		super(name);
		this.version(1).stores({
			packs: "id",
			releases: "id, system",
			favourites: "key, at",
			recents: "key, at",
			ruleCounts: "rule",
		});
	}
}

let open: ChartsideDatabase | null = null;

/** The one database of this context. */
export function database(): ChartsideDatabase {
	open ??= new ChartsideDatabase();
	return open;
}

/** Errors after which the database is of no use as it is. */
const BROKEN = new Set([
	"DatabaseClosedError",
	"InvalidStateError",
	"NotFoundError",
	"OpenFailedError",
	"UnknownError",
	"VersionError",
]);

/**
 * Runs `work` with the database. When the database was deleted or broken under us, it is opened anew (the
 * second time after being deleted) and `work` runs again; `reset` is called when data was lost.
 */
export async function withDatabase<T>(
	work: (db: ChartsideDatabase) => Promise<T>,
	reset: () => void = () => undefined,
): Promise<T> {
	for (let attempt = 1; ; attempt++) {
		const db = database();
		try {
			return await work(db);
		} catch (error) {
			if (attempt >= 3 || !BROKEN.has((error as Error).name)) throw error;
			db.close();
			open = null;
			if (attempt === 2) {
				await Dexie.delete(db.name).catch(() => undefined);
				reset();
			}
		}
	}
}
