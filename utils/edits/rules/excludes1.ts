import { names, type RowRange, tellsApart } from "../../codesets/tabular/named-rows";
import { notesOf, type ReadNote } from "../../codesets/tabular/notes";
import type { CodeSet } from "../../codesets/types";
import type { ListedCode } from "../code-list";
import type { EditRule } from "../rule";
import type { EditFinding } from "../types";

/** A reference of a note that names codes of the list, with their places on it. */
interface Hit {
	note: ReadNote;
	range: RowRange;
	places: number[];
}

/** What the notes of one level name on the list. */
function hitsOf(icd: CodeSet, notes: readonly ReadNote[], diagnoses: readonly ListedCode[]): Hit[] {
	const hits: Hit[] = [];
	for (const note of notes) {
		for (const range of note.rows) {
			const places: number[] = [];
			diagnoses.forEach(({ row }, place) => {
				if (names(icd, range, row)) places.push(place);
			});
			if (places.length > 0) hits.push({ note, range, places });
		}
	}
	return hits;
}

/** The note of `one` that excludes each place of the list, the nearest level first. A note never excludes its own code. */
function excludedBy(icd: CodeSet, one: ListedCode, hits: readonly Hit[]): Map<number, ReadNote> {
	const excluded = new Map<number, ReadNote>();
	for (const { note, range, places } of hits) {
		if (!tellsApart(icd, range, one.row)) continue;
		for (const place of places) if (!excluded.has(place)) excluded.set(place, note);
	}
	return excluded;
}

/**
 * Pairs under an Excludes1 note, at whatever level it sits. Shown as "check", never as an error: two
 * unrelated conditions may both be coded (Guidelines I.A.12.a). Excludes2 stays silent (I.A.12.b).
 */
export const excludes1: EditRule = {
	id: "excludes1",
	source: "I.A.12.a",
	check: ({ diagnoses, icd }) => {
		if (!icd) return [];
		// Codes of one category share their levels: each is held against the list once.
		const levels = new Map<readonly ReadNote[], Hit[]>();
		const hitsAt = (notes: readonly ReadNote[]): Hit[] => {
			const hits = levels.get(notes) ?? hitsOf(icd, notes, diagnoses);
			levels.set(notes, hits);
			return hits;
		};
		const pairs = new Set<string>();
		return diagnoses.flatMap((one): EditFinding[] => {
			const excluded = excludedBy(icd, one, notesOf(icd, one.row).excludes1.flatMap(hitsAt));
			return [...excluded]
				.sort(([a], [b]) => a - b)
				.flatMap(([place, note]): EditFinding[] => {
					const other = diagnoses[place] as ListedCode;
					if (other.bare === one.bare || pairs.has(`${other.bare} ${one.bare}`)) return [];
					if (pairs.has(`${one.bare} ${other.bare}`)) return [];
					pairs.add(`${one.bare} ${other.bare}`);
					return [
						{
							rule: "excludes1",
							codes: [one.code, other.code],
							severity: "check",
							text: `${one.code} and ${other.code}: Excludes1 at ${note.level}, “${note.text}”. Both are right only when the conditions are unrelated.`,
							source: `I.A.12.a; Excludes1 note at ${note.level}`,
						},
					];
				});
		});
	},
};
