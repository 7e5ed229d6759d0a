import type { StarterIndexEntry, StarterRow } from "./types";

/**
 * Index entries that the titles themselves give: "Heart failure, unspecified" is where "heart failure" leads,
 * "Unspecified asthma, uncomplicated" where "asthma, uncomplicated" does. Brackets are dropped the way a coder
 * drops them ("Essential (primary) hypertension").
 */
export function defaultEntries(rows: StarterRow[]): StarterIndexEntry[] {
	const entries: StarterIndexEntry[] = [];
	for (const row of rows) {
		if (!row.billable) continue;
		const plain = row.title.replace(/ \([^)]*\)/g, "").replace(/ \[[^\]]*\]/g, "");
		const short = plain.replace(/, unspecified$/, "").replace(/^Unspecified /, "");
		if (short === row.title || /unspecified|initial encounter|subsequent|sequela/i.test(short)) continue;
		const text = /^[A-Z][a-z]/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short;
		entries.push({ parts: [text], code: row.code, isDefault: true });
	}
	return entries;
}
