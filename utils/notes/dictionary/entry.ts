/** Where an entry of the dictionary comes from. */
export const SOURCES = [
	"title",
	"inclusion",
	"see",
	"index",
	"default",
	"neoplasm",
	"phrase",
	"cue",
	"alias",
] as const;
export type EntrySource = (typeof SOURCES)[number];

/** A set of term keys that together name a row of the code set. */
export interface Entry {
	keys: string[];
	row: number;
	source: EntrySource;
}

/** Keys in a fixed order and without doubles: the identity of an entry. */
export function canonical(keys: readonly string[]): string[] {
	return [...new Set(keys)].sort();
}
