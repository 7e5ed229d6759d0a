import { json, u8, u32 } from "../pack/columns";
import { numbers } from "../pack/number-column";
import { readWords, TextColumn } from "../pack/text-column";
import type { CodeSet } from "../types";
import type { SetMeta } from "./build-set";
import {
	type CodeSetDraft,
	type DraftIndex,
	type DraftNote,
	type DraftSeventh,
	INDEX_SOURCES,
	LINK_KINDS,
} from "./draft";

/** A draft out of a pack: the way back from `buildSet`, for borrowing and for building again. */
export function draftOf(set: CodeSet): CodeSetDraft {
	const meta = json<SetMeta>(set, "meta");
	const { rows: _rows, billable: _billable, modifiers: _modifiers, ...counts } = meta.release.counts;
	const notes: DraftNote[] = [];
	const sevenths: DraftSeventh[] = [];
	const rows = Array.from({ length: set.size }, (_, row) => {
		notes.push(...set.notes(row));
		const code = set.code(row);
		for (const seventh of set.seventhCharacters(row)) if (seventh.level === code) sevenths.push(seventh);
		return { code, title: set.title(row), billable: set.billable(row), ...set.validity(row) };
	});
	for (const level of set.levels()) notes.push(...set.levelNotes(level.id));
	const draft: CodeSetDraft = {
		system: meta.release.system,
		edition: meta.release.edition,
		validFrom: meta.release.validFrom,
		validTo: meta.release.validTo,
		sources: meta.release.sources,
		rows,
		notes,
		sevenths,
		levels: set.levels().map((level) => ({
			id: level.id,
			kind: level.kind,
			title: level.title,
			first: set.code(level.start).slice(0, 3),
			last: set.code(level.end - 1).slice(0, 3),
		})),
		index: readIndex(set, meta),
		modifiers: meta.modifiers.map((m) => ({ ...m, billable: true })),
		counts,
	};
	if (meta.release.starter) draft.starter = true;
	if (meta.release.borrowedFrom) draft.borrowedFrom = meta.release.borrowedFrom;
	return draft;
}

/** "See" links are left out: they are found again when the index is built. */
function readIndex(set: CodeSet, meta: SetMeta): DraftIndex {
	const words = readWords(set);
	const titles = new TextColumn(set, "index", words);
	const parent = numbers(set, "index.parent", "place");
	const source = u8(set, "index.source");
	const start = numbers(set, "link.start", "last");
	const nodes = numbers(set, "link.node", "last");
	const kinds = u8(set, "link.kind");
	const index: DraftIndex = {
		nodes: Array.from(parent, (above, i) => ({
			parent: above,
			title: titles.get(i),
			source: INDEX_SOURCES[source[i]!] ?? "index",
		})),
		links: [],
		...(meta.indexBorrowed ? { borrowed: true } : {}),
		sees: readSees(set, words),
		columns: meta.columns,
	};
	for (let row = 0; row < set.size; row++) {
		for (let i = start[row]!; i < start[row + 1]!; i++) {
			const kind = LINK_KINDS[kinds[i]! & 15] ?? "code";
			const column = kinds[i]! >> 4;
			if (kind === "see") continue;
			index.links.push({ node: nodes[i]!, code: set.code(row), kind, ...(column ? { column } : {}) });
		}
	}
	return index;
}

function readSees(set: CodeSet, words: readonly string[]): DraftIndex["sees"] {
	const node = u32(set, "see.node");
	const also = u8(set, "see.also");
	const target = new TextColumn(set, "see", words);
	return Array.from(node, (at, i) => ({ node: at, target: target.get(i), also: also[i] === 1 }));
}
