import type { CodeSet } from "../../codesets/types";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** An index path as shown, and the keys of its words. */
export interface IndexPath {
	path: string;
	keys: ReadonlySet<string>;
}

/** The index paths that lead to a row, each without its nonessential words in brackets; worked out once per row. */
export function indexPathsOf(set: CodeSet, forms: WordForms): (row: number) => readonly IndexPath[] {
	const memo = new Map<number, readonly IndexPath[]>();
	return (row) => {
		const known = memo.get(row);
		if (known !== undefined) return known;
		const found = set.indexPaths(row).map(({ parts }) => ({
			path: parts.join(" › "),
			keys: new Set(parts.flatMap((part) => keysOf(part.replace(/\([^)]*\)/g, " "), forms))),
		}));
		memo.set(row, found);
		return found;
	};
}
