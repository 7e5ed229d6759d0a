import { compactCode } from "../code-text";
import { bytesOf } from "../pack/columns";
import { packNumbers } from "../pack/number-column";
import type { WordTableWriter } from "../pack/text-column";
import { type DraftIndex, INDEX_SOURCES, LINK_KINDS } from "./draft";
import { resolveSees } from "./see-references";

/**
 * Columns of the index: entries (parent, source, text) and links from rows to entries, sorted by
 * row with a start for each row, so that "which entries lead here" needs no search.
 *
 * @returns how many printed codes are no row of the set.
 */
export function buildIndexColumns(
	index: DraftIndex | undefined,
	rowOf: ReadonlyMap<string, number>,
	words: WordTableWriter,
	out: Record<string, Uint8Array>,
): { unknown: number } {
	const nodes = index?.nodes ?? [];
	words.add(
		"index",
		nodes.map((node) => node.title.replace(/\s+/g, " ")),
	);
	out["index.parent"] = packNumbers(
		nodes.map((node) => node.parent),
		"place",
	);
	out["index.source"] = Uint8Array.from(nodes, (node) => INDEX_SOURCES.indexOf(node.source));

	const sees = index?.sees ?? [];
	words.add(
		"see",
		sees.map((see) => see.target.replace(/\s+/g, " ")),
	);
	out["see.node"] = bytesOf(Uint32Array.from(sees, (see) => see.node));
	out["see.also"] = Uint8Array.from(sees, (see) => (see.also ? 1 : 0));

	const { links, unknown } = rowLinks(index, rowOf);
	const size = rowOf.size;
	const start = new Uint32Array(size + 1);
	for (const { row } of links) start[row + 1]!++;
	for (let row = 0; row < size; row++) start[row + 1]! += start[row]!;
	// Links come in the order of the entries, so filling row by row keeps that order inside a row.
	const next = start.slice();
	const node = new Uint32Array(links.length);
	const target = new Int32Array(links.length);
	const kind = new Uint8Array(links.length);
	for (const link of links) {
		const at = next[link.row]!++;
		node[at] = link.node;
		target[at] = link.target;
		kind[at] = link.kind;
	}
	out["link.start"] = packNumbers(start, "last");
	out["link.node"] = packNumbers(node, "last");
	// A "see" link names the entry that it sends the reader to.
	out["link.target"] = packNumbers(target, "last");
	out["link.kind"] = kind;
	return { unknown };
}

interface RowLink {
	row: number;
	node: number;
	target: number;
	kind: number;
}

/** Links whose code is a row of the set, in the order of their entries; followed references among them. */
function rowLinks(
	index: DraftIndex | undefined,
	rowOf: ReadonlyMap<string, number>,
): { links: RowLink[]; unknown: number } {
	const links: RowLink[] = [];
	let unknown = 0;
	if (!index) return { links, unknown };
	for (const { node, code, kind, column = 0 } of index.links) {
		const row = rowOf.get(compactCode(code));
		if (row === undefined) unknown++;
		else links.push({ row, node, target: -1, kind: LINK_KINDS.indexOf(kind) | (column << 4) });
	}
	for (const { node, target, code } of resolveSees(index)) {
		const row = rowOf.get(compactCode(code));
		if (row !== undefined) links.push({ row, node, target, kind: LINK_KINDS.indexOf("see") });
	}
	return { links: links.sort((a, b) => a.node - b.node), unknown };
}
