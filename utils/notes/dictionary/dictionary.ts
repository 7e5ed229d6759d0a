import { type Entry, type EntrySource, SOURCES } from "./entry";

/** Entries in typed arrays, found by their rarest key. */
export interface Dictionary {
	/** Key -> id; shared by all dictionaries of a reader. */
	readonly ids: Map<string, number>;
	readonly size: number;
	/** Keys of entry `e` are `keys[starts[e]] … keys[starts[e + 1] - 1]` (ids). */
	readonly starts: Uint32Array | Int32Array;
	readonly keys: Uint32Array;
	readonly rows: Uint32Array;
	readonly sources: Uint8Array;
	/** Entries whose rarest key is `id`: `anchored[anchors[id]] … anchored[anchors[id + 1] - 1]`. */
	readonly anchors: Uint32Array;
	readonly anchored: Uint32Array;
}

/** Number of entries each key stands in. */
export function keyCounts(entries: readonly Entry[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const entry of entries) for (const key of entry.keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/**
 * Lays entries out in typed arrays. New keys get the next ids of `ids`; `counts` (how common a key is) choose
 * the anchor, and must know every key.
 */
export function layOut(
	entries: readonly Entry[],
	ids: Map<string, number>,
	counts: ReadonlyMap<string, number>,
): Dictionary {
	let total = 0;
	for (const entry of entries) {
		total += entry.keys.length;
		for (const key of entry.keys) if (!ids.has(key)) ids.set(key, ids.size);
	}
	const starts = new Uint32Array(entries.length + 1);
	const keys = new Uint32Array(total);
	const rows = new Uint32Array(entries.length);
	const sources = new Uint8Array(entries.length);
	const anchorOf = new Uint32Array(entries.length);
	const anchors = new Uint32Array(ids.size + 1);
	let at = 0;
	entries.forEach((entry, e) => {
		starts[e] = at;
		rows[e] = entry.row;
		sources[e] = SOURCES.indexOf(entry.source);
		let rarest = Number.POSITIVE_INFINITY;
		for (const key of entry.keys) {
			const id = ids.get(key) as number;
			keys[at++] = id;
			const count = counts.get(key) ?? 0;
			if (count < rarest) {
				rarest = count;
				anchorOf[e] = id;
			}
		}
		const anchor = anchorOf[e] as number;
		anchors[anchor + 1] = (anchors[anchor + 1] as number) + 1;
	});
	starts[entries.length] = at;
	for (let id = 0; id < ids.size; id++)
		anchors[id + 1] = (anchors[id + 1] as number) + (anchors[id] as number);
	const next = anchors.slice();
	const anchored = new Uint32Array(entries.length);
	for (let e = 0; e < entries.length; e++) {
		const anchor = anchorOf[e] as number;
		anchored[next[anchor] as number] = e;
		next[anchor] = (next[anchor] as number) + 1;
	}
	return { ids, size: entries.length, starts, keys, rows, sources, anchors, anchored };
}

/** Source of an entry. */
export function sourceOf(dictionary: Dictionary, entry: number): EntrySource {
	return SOURCES[dictionary.sources[entry] as number] as EntrySource;
}

/** Entry of a dictionary with exactly these keys (in any order), or -1. */
export function findEntry(dictionary: Dictionary, keys: readonly string[]): number {
	const wanted = new Set<number>();
	for (const key of keys) {
		const id = dictionary.ids.get(key);
		if (id === undefined || id + 1 >= dictionary.anchors.length) return -1;
		wanted.add(id);
	}
	for (const id of wanted) {
		const last = dictionary.anchors[id + 1] as number;
		for (let a = dictionary.anchors[id] as number; a < last; a++) {
			const entry = dictionary.anchored[a] as number;
			const start = dictionary.starts[entry] as number;
			const end = dictionary.starts[entry + 1] as number;
			if (end - start !== wanted.size) continue;
			let same = true;
			for (let k = start; k < end && same; k++) same = wanted.has(dictionary.keys[k] as number);
			if (same) return entry;
		}
	}
	return -1;
}
