import { compactCode } from "../code-text";
import { bytesOf } from "../pack/columns";
import type { WordTableWriter } from "../pack/text-column";
import { type DraftIndex, type DraftLink, INDEX_SOURCES, LINK_KINDS } from "./draft";
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
	out["index.parent"] = bytesOf(Int32Array.from(nodes, (node) => node.parent));
	out["index.source"] = Uint8Array.from(nodes, (node) => INDEX_SOURCES.indexOf(node.source));

	const sees = index?.sees ?? [];
	words.add(
		"see",
		sees.map((see) => see.target.replace(/\s+/g, " ")),
	);
	out["see.node"] = bytesOf(Uint32Array.from(sees, (see) => see.node));
	out["see.also"] = Uint8Array.from(sees, (see) => (see.also ? 1 : 0));

	let unknown = 0;
	const links: { row: number; link: DraftLink; target: number }[] = [];
	for (const link of index?.links ?? []) {
		const row = rowOf.get(compactCode(link.code));
		if (row === undefined) unknown++;
		else links.push({ row, link, target: -1 });
	}
	for (const { node, target, code } of index ? resolveSees(index) : []) {
		const row = rowOf.get(compactCode(code));
		if (row !== undefined) links.push({ row, link: { node, code, kind: "see" }, target });
	}
	links.sort((a, b) => a.row - b.row || a.link.node - b.link.node);

	const start = new Uint32Array(rowOf.size + 1);
	for (const { row } of links) start[row + 1]!++;
	for (let row = 0; row < rowOf.size; row++) start[row + 1]! += start[row]!;
	out["link.start"] = bytesOf(start);
	out["link.node"] = bytesOf(Uint32Array.from(links, (l) => l.link.node));
	// A "see" link names the entry that it sends the reader to.
	out["link.target"] = bytesOf(Int32Array.from(links, (l) => l.target));
	out["link.kind"] = Uint8Array.from(
		links,
		(l) => LINK_KINDS.indexOf(l.link.kind) | ((l.link.column ?? 0) << 4),
	);
	return { unknown };
}
