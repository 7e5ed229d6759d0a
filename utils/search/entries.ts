import type { CodeSet, IndexPath } from "../codesets/types";
import { type Term, terms } from "./terms";

/** What an entry of the search index was made from; the order is the order of the entries. */
export const ENTRY_KINDS = ["title", "index", "drug", "external", "inclusion", "phrase"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Sources of the index paths of each kind. */
export const PATH_SOURCES: Readonly<Record<"index" | "drug" | "external", readonly IndexPath["source"][]>> = {
	index: ["index", "neoplasm", "starter"],
	drug: ["drug"],
	external: ["eindex"],
};

/** Note kinds that name conditions which belong to the row. */
export const INCLUSION_NOTES: ReadonlySet<string> = new Set(["inclusionTerm", "includes"]);

/** Terms of an index path: a second form of the main term ("Disease, diseased") counts as optional. */
export function pathTerms(parts: readonly string[]): Term[] {
	const found = terms(pathText(parts), true);
	const main = parts[0] ?? "";
	const comma = main.indexOf(",");
	if (comma > 0) {
		const stem = main.slice(0, Math.min(4, comma)).toLowerCase();
		for (const term of found) {
			if (term.start > comma && term.start < main.length && term.surface.startsWith(stem))
				term.optional = true;
		}
	}
	return found;
}

/** An index path as one line. */
export function pathText(parts: readonly string[]): string {
	return parts.join(" > ");
}

/**
 * The part of a row's title that its parent does not have, when the row is one choice of a last character
 * (", initial encounter for closed fracture"); such rows are not indexed one by one but chosen at the end.
 */
export function choiceSuffix(set: CodeSet, row: number): string | null {
	const parent = set.parent(row);
	if (parent < 0 || !set.billable(row) || set.code(row).length !== 8) return null;
	const above = set.title(parent);
	const title = set.title(row);
	return title.length > above.length && title.startsWith(above) ? title.slice(above.length) : null;
}
