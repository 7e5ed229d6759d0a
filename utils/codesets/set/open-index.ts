import { u8 } from "../pack/columns";
import type { Pack } from "../pack/container";
import { numbers } from "../pack/number-column";
import { PackError } from "../pack/pack-error";
import { TextColumn } from "../pack/text-column";
import type { IndexPath } from "../types";
import type { SetMeta } from "./build-set";
import { INDEX_SOURCES, LINK_KINDS } from "./draft";

const MAX_DEPTH = 32;

/** Reader of the index entries that lead to a row. @throws PackError for columns that do not fit. */
export function openIndexPaths(
	pack: Pack,
	words: readonly string[],
	meta: SetMeta,
	size: number,
): (row: number) => IndexPath[] {
	const parent = numbers(pack, "index.parent", "place");
	const source = u8(pack, "index.source");
	const titles = new TextColumn(pack, "index", words);
	const start = numbers(pack, "link.start", "last");
	const nodes = numbers(pack, "link.node", "last");
	const targets = numbers(pack, "link.target", "last");
	const kinds = u8(pack, "link.kind");
	if (start.length !== size + 1 || nodes.length !== kinds.length) {
		throw new PackError("corrupt", "the index columns of the pack differ in length");
	}

	const partsOf = (node: number): string[] => {
		const parts: string[] = [];
		for (let at = node, depth = 0; at >= 0 && depth < MAX_DEPTH; depth++) {
			parts.push(titles.get(at));
			at = parent[at] ?? -1;
		}
		return parts.reverse();
	};

	return (row) => {
		const found: IndexPath[] = [];
		for (let i = start[row]!; i < start[row + 1]!; i++) {
			const node = nodes[i]!;
			const kind = LINK_KINDS[kinds[i]! & 15] ?? "code";
			const column = kinds[i]! >> 4;
			const from = INDEX_SOURCES[source[node]!] ?? "index";
			const parts = partsOf(node);
			const heading = column ? meta.columns[from]?.[column] : undefined;
			if (heading) parts.push(heading);
			const target = targets[i] ?? -1;
			found.push({
				parts,
				source: from,
				isDefault: parent[node] === -1 && !column && (kind === "code" || kind === "see"),
				...(meta.indexBorrowed ? { borrowed: true } : {}),
				...(kind === "manif" ? { manifestation: true } : {}),
				...(kind === "see" && target >= 0 ? { see: partsOf(target) } : {}),
			});
		}
		return found;
	};
}
