/** A row that can have the focus. `key` is stable while the thing it shows stays. */
export interface Row<T> {
	key: string;
	item: T;
}

/** A group of rows under a heading. A collapsed section shows its heading only. */
export interface Section<T> {
	id: string;
	title: string;
	rows: Row<T>[];
	/** Absent: the section cannot be collapsed. */
	collapsed?: boolean;
}

export type Entry<T> =
	| { kind: "heading"; key: string; section: Section<T> }
	| { kind: "row"; key: string; row: Row<T> };

/** Sections as one flat list, headings included; empty sections are left out. */
export function flatten<T>(sections: readonly Section<T>[]): Entry<T>[] {
	return sections
		.filter((section) => section.rows.length > 0)
		.flatMap((section): Entry<T>[] => [
			...(section.title === "" ? [] : [{ kind: "heading" as const, key: `section ${section.id}`, section }]),
			...(section.collapsed === true
				? []
				: section.rows.map((row) => ({ kind: "row" as const, key: row.key, row }))),
		]);
}

/** Entries the focus can stand on: rows, and headings that open and close. */
export function focusable<T>(entries: readonly Entry<T>[]): string[] {
	return entries
		.filter((entry) => entry.kind === "row" || entry.section.collapsed !== undefined)
		.map((entry) => entry.key);
}

/**
 * Where the focus goes when the entry it stood on is gone: the entry now at the same place, or the last.
 * Null when nothing is left.
 */
export function keepPlace(keys: readonly string[], focused: string | null, place: number): string | null {
	if (focused !== null && keys.includes(focused)) return focused;
	return keys[Math.min(Math.max(place, 0), keys.length - 1)] ?? null;
}
