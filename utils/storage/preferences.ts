import * as v from "valibot";
import { browser } from "wxt/browser";
import { DEFAULT_PREFERENCES } from "../messages/preferences";
import { pageSchemas } from "../messages/schemas/page";
import type { Preferences } from "../messages/view";

const KEY = "preferences";

/** The preferences of this machine; a stored value that no longer fits gives way to its default. */
export async function readPreferences(): Promise<Preferences> {
	const stored = (await browser.storage.local.get(KEY))[KEY];
	return merge(DEFAULT_PREFERENCES, stored);
}

/** Changes some preferences; resolves with all of them. */
export async function writePreferences(change: Partial<Preferences>): Promise<Preferences> {
	const next = merge(await readPreferences(), change);
	await browser.storage.local.set({ [KEY]: next });
	return next;
}

/** Takes over the fields of `change` that fit, one by one. */
export function merge(base: Preferences, change: unknown): Preferences {
	const next: Preferences = { ...base };
	if (typeof change !== "object" || change === null) return next;
	for (const [name, value] of Object.entries(change)) {
		const parsed = v.safeParse(pageSchemas["prefs.set"], { [name]: value });
		if (parsed.success) Object.assign(next, parsed.output);
	}
	return next;
}
