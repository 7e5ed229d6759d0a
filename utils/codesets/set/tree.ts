import type { DraftRow } from "./draft";

/** Rows in tree order with the parent and the end of each subtree. */
export interface Tree {
	rows: { compact: string; row: DraftRow }[];
	parent: Int32Array;
	end: Uint32Array;
}

/**
 * Hangs every code under its longest proper prefix that is a code too, keeping the order of the
 * source among siblings, so that descendants stand right behind their ancestor.
 *
 * @throws RangeError when a code comes twice.
 */
export function buildTree(rows: readonly { compact: string; row: DraftRow }[]): Tree {
	const at = new Map<string, number>();
	rows.forEach(({ compact }, i) => {
		if (at.has(compact)) throw new RangeError(`code ${compact} comes twice`);
		at.set(compact, i);
	});
	const children: number[][] = rows.map(() => []);
	const roots: number[] = [];
	rows.forEach(({ compact }, i) => {
		for (let n = compact.length - 1; n > 0; n--) {
			const above = at.get(compact.slice(0, n));
			if (above !== undefined) {
				children[above]!.push(i);
				return;
			}
		}
		roots.push(i);
	});

	const tree: Tree = {
		rows: [],
		parent: new Int32Array(rows.length),
		end: new Uint32Array(rows.length),
	};
	const visit = (i: number, parent: number): void => {
		const here = tree.rows.push(rows[i]!) - 1;
		tree.parent[here] = parent;
		for (const child of children[i]!) visit(child, here);
		tree.end[here] = tree.rows.length;
	};
	for (const root of roots) visit(root, -1);
	return tree;
}

/** HCPCS, CPT and local lists have no hierarchy: every row stands alone, in code order. */
export function flatTree(rows: readonly { compact: string; row: DraftRow }[]): Tree {
	const sorted = [...rows].sort((a, b) => (a.compact < b.compact ? -1 : a.compact > b.compact ? 1 : 0));
	sorted.forEach(({ compact }, i) => {
		if (i > 0 && sorted[i - 1]!.compact === compact) throw new RangeError(`code ${compact} comes twice`);
	});
	return {
		rows: sorted,
		parent: new Int32Array(sorted.length).fill(-1),
		end: Uint32Array.from(sorted, (_, i) => i + 1),
	};
}
