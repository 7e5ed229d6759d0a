import type { CodeNote, CodeSet, CodeSystem, Day, IndexPath, SeventhCharacter } from "../codesets/types";

/** All that a set says of a code, for the code page. */
export interface CodeFacts {
	system: CodeSystem;
	code: string;
	title: string;
	billable: boolean;
	edition: string;
	validFrom: Day | null;
	validTo: Day | null;
	/** From the category down to the parent. */
	ancestors: { code: string; title: string }[];
	children: { code: string; title: string; billable: boolean }[];
	notes: CodeNote[];
	inheritedNotes: CodeNote[];
	seventhCharacters: SeventhCharacter[];
	indexPaths: IndexPath[];
}

/** Facts of a row: hierarchy up and down, notes with their level, index paths. */
export function codeFacts(set: CodeSet, row: number): CodeFacts {
	const ancestors: { code: string; title: string }[] = [];
	for (let at = set.parent(row); at >= 0; at = set.parent(at))
		ancestors.unshift({ code: set.code(at), title: set.title(at) });
	const own = set.validity(row);
	return {
		system: set.release.system,
		code: set.code(row),
		title: set.title(row),
		billable: set.billable(row),
		edition: set.release.edition,
		validFrom: own.from ?? set.release.validFrom,
		validTo: own.to ?? set.release.validTo,
		ancestors,
		children: set
			.children(row)
			.map((child) => ({ code: set.code(child), title: set.title(child), billable: set.billable(child) })),
		notes: set.notes(row),
		inheritedNotes: set.inheritedNotes(row),
		seventhCharacters: set.seventhCharacters(row),
		indexPaths: set.indexPaths(row),
	};
}

/** A row of the tree while browsing. */
export interface BrowseRow {
	code: string;
	title: string;
	billable: boolean;
	hasChildren: boolean;
}

/** Children of a code, or the top rows (categories) of the set. Empty when the code is unknown. */
export function browseRows(set: CodeSet, code?: string): BrowseRow[] {
	const show = (row: number): BrowseRow => ({
		code: set.code(row),
		title: set.title(row),
		billable: set.billable(row),
		hasChildren: set.end(row) > row + 1,
	});
	if (code !== undefined) {
		const row = set.find(code);
		return row < 0 ? [] : set.children(row).map(show);
	}
	const top: BrowseRow[] = [];
	for (let row = 0; row < set.size; row = Math.max(set.end(row), row + 1)) top.push(show(row));
	return top;
}
