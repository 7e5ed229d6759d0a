import type { CodeSet } from "../../codesets/types";

const ASKS = new Set(["useAdditional", "codeFirst", "codeAlso"]);

/**
 * Categories that a row's notes (its own and those above it) ask for beside it: "use additional code to identify
 * the stage (N18.-)" gives N18. Its own category is no partner: what stands inside "acute on chronic heart failure" is
 * the same failure. Worked out once per row.
 */
export function partnersOf(set: CodeSet): (row: number) => readonly string[] {
	const memo = new Map<number, readonly string[]>();
	return (row) => {
		const known = memo.get(row);
		if (known !== undefined) return known;
		const prefixes = new Set<string>();
		for (const note of [...set.notes(row), ...set.inheritedNotes(row)]) {
			if (!ASKS.has(note.kind) || !/^[A-Z]\d/.test(note.level)) continue;
			for (const match of note.text.matchAll(/\b([A-Z]\d[0-9A-Z])(?:\.[0-9A-Z]*)?-?/g))
				prefixes.add(match[1] as string);
		}
		const own = set.code(row).slice(0, 3);
		const found = [...prefixes].filter((prefix) => prefix !== own && !/^[VWXYZ]/.test(prefix));
		memo.set(row, found);
		return found;
	};
}
