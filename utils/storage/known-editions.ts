import * as v from "valibot";
import { browser } from "wxt/browser";

const KEY = "editions";
const schema = v.array(v.string());

/**
 * Ids of the editions that were imported here. Kept apart from the database: when the browser makes room
 * by taking the database away, this still says what was there.
 */
export async function knownEditions(): Promise<string[]> {
	const parsed = v.safeParse(schema, (await browser.storage.local.get(KEY))[KEY] ?? []);
	return parsed.success ? parsed.output : [];
}

/** Notes what is there now: after an import, a removal, or when a loss has been seen. */
export async function rememberEditions(ids: readonly string[]): Promise<void> {
	await browser.storage.local.set({ [KEY]: [...ids] });
}
