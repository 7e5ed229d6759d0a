import type { CodeSetDraft } from "../set/draft";
import { draftOf } from "../set/read-draft";
import type { CodeSet } from "../types";

/** The draft without what it had taken over, so that it can borrow anew from a nearer edition. */
export function withoutBorrowed(draft: CodeSetDraft): CodeSetDraft {
	const { borrowedFrom: _from, index, ...own } = draft;
	const kept: CodeSetDraft = { ...own, notes: (draft.notes ?? []).filter((note) => !note.borrowed) };
	if (!draft.counts?.tabularNodes) {
		kept.levels = [];
		kept.sevenths = [];
	}
	if (index && !index.borrowed) kept.index = index;
	return kept;
}

/**
 * Gives an edition that came without the Tabular List or without an index those of an earlier one:
 * chapters and sections as they are, notes, last characters and index entries for codes whose title
 * is unchanged. What is taken over is marked, and the draft says from where. A draft that has its own
 * is returned as it is.
 */
export function borrow(draft: CodeSetDraft, from: CodeSet): CodeSetDraft {
	const needsNotes = !draft.counts?.tabularNodes;
	const needsIndex = !draft.counts?.indexEntries;
	if (draft.system !== "ICD-10-CM" || !(needsNotes || needsIndex)) return draft;
	const lent = draftOf(from);
	const unchanged = new Set<string>();
	for (const row of draft.rows) {
		const at = from.find(row.code);
		if (at >= 0 && from.title(at) === row.title) unchanged.add(from.code(at));
	}
	const levels = new Set((lent.levels ?? []).map((level) => level.id));
	const keeps = (level: string): boolean => unchanged.has(level) || levels.has(level);

	const out: CodeSetDraft = { ...draft, borrowedFrom: from.release.edition };
	if (needsNotes && from.release.counts.tabularNodes) {
		out.levels = lent.levels ?? [];
		out.notes = (lent.notes ?? [])
			.filter((note) => keeps(note.level))
			.map((note) => ({ ...note, borrowed: true }));
		out.sevenths = (lent.sevenths ?? []).filter((seventh) => keeps(seventh.level));
	}
	if (needsIndex && lent.index && lent.index.nodes.length > 0) {
		out.index = {
			...lent.index,
			borrowed: true,
			links: lent.index.links.filter((link) => unchanged.has(link.code)),
		};
	}
	return out;
}
