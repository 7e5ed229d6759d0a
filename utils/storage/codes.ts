import type { CodeSystem } from "../codesets/types";
import { type ChartsideDatabase, type CodeRow, withDatabase } from "./db";

/** Recents kept; more are a history, and nobody asked for one. */
const MOST_RECENTS = 50;

type CodeTable = "favourites" | "recents";

function keyOf(system: CodeSystem, code: string): string {
	return `${system}|${code}`;
}

/** Codes of a table, latest first. */
export function listCodes(table: CodeTable): Promise<CodeRow[]> {
	return withDatabase((db) => db[table].orderBy("at").reverse().toArray());
}

/** Puts a code on top of a table; `now` in milliseconds since 1970. Codes only: no note, no time of a visit. */
export function putCode(table: CodeTable, system: CodeSystem, code: string, now = Date.now()): Promise<void> {
	return withDatabase(async (db) => {
		await db[table].put({ key: keyOf(system, code), system, code, at: now });
		if (table === "recents") await trim(db);
	});
}

/** Takes a code off a table. */
export function removeCode(table: CodeTable, system: CodeSystem, code: string): Promise<void> {
	return withDatabase((db) => db[table].delete(keyOf(system, code)));
}

/** Empties a table. */
export function clearCodes(table: CodeTable): Promise<void> {
	return withDatabase((db) => db[table].clear());
}

/** True when the code is in the table. */
export async function hasCode(table: CodeTable, system: CodeSystem, code: string): Promise<boolean> {
	return (await withDatabase((db) => db[table].get(keyOf(system, code)))) !== undefined;
}

async function trim(db: ChartsideDatabase): Promise<void> {
	const old = await db.recents.orderBy("at").reverse().offset(MOST_RECENTS).primaryKeys();
	if (old.length > 0) await db.recents.bulkDelete(old);
}
