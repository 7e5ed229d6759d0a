import { compactCode } from "../code-text";
import { bytesOf } from "../pack/columns";
import { packNumbers } from "../pack/number-column";
import { WordTableWriter } from "../pack/text-column";
import type { Level, Modifier, Release } from "../types";
import { buildIndexColumns } from "./build-index";
import { codeTableOf } from "./code-table";
import { dayNumber } from "./days";
import { type CodeSetDraft, type DraftRow, NOTE_KINDS } from "./draft";
import { placeLevels } from "./levels";
import { buildTree, flatTree } from "./tree";

/** The `meta` section: what is small enough to be JSON. */
export interface SetMeta {
	release: Release;
	codeWidth: number;
	levels: Level[];
	/** Column headings of the drug and neoplasm tables. */
	columns: Record<string, Record<number, string>>;
	modifiers: Modifier[];
	/** The index entries were taken over from an earlier edition. */
	indexBorrowed: boolean;
}

/** Levels above the rows are written as this plus their place in `meta.levels`. */
export const LEVEL_BASE = 0x8000_0000;
/** Bit of a note's kind byte: taken over from an earlier edition. */
export const BORROWED = 0x80;

/**
 * Packs a draft into sections: codes, titles, hierarchy, flags, validity, notes, last characters and
 * index entries. Notes, last characters and links whose level or code is no row of the set are left
 * out and counted in `release.counts`.
 *
 * @throws RangeError when a code comes twice or has a character that no code has.
 */
export function buildSet(draft: CodeSetDraft): Record<string, Uint8Array> {
	const rows = draft.rows.map((row) => ({ compact: compactCode(row.code), row }));
	const hasTree = draft.system === "ICD-10-CM" || draft.system === "ICD-10-PCS";
	const tree = hasTree ? buildTree(rows) : flatTree(rows);
	const codes = tree.rows.map((r) => r.compact);
	const rowOf = new Map(codes.map((code, i) => [code, i]));
	const levels = placeLevels(draft.system, tree, draft.levels ?? []);
	const levelAt = new Map(levels.map((level, i) => [level.id, LEVEL_BASE + i]));
	const place = (level: string): number | undefined => levelAt.get(level) ?? rowOf.get(compactCode(level));

	const words = new WordTableWriter();
	words.add(
		"title",
		tree.rows.map((r) => oneLine(r.row.title)),
	);
	const table = codeTableOf(codes);
	const out: Record<string, Uint8Array> = {
		codes: table.bytes,
		parent: packNumbers(tree.parent, "place"),
		end: packNumbers(tree.end, "place"),
		flags: Uint8Array.from(tree.rows, (r) => (r.row.billable ? 1 : 0)),
		...validity(tree.rows),
	};
	if (table.sorted) out["codes.sorted"] = packNumbers(table.sorted, "last");

	const lost = { notes: 0 };
	addNotes(draft, { place, words, out, lost });
	addSevenths(draft, { place, words, out, lost });
	const index = buildIndexColumns(draft.index, rowOf, words, out);

	const counts: Release["counts"] = {
		...draft.counts,
		rows: rows.length,
		billable: rows.filter((r) => r.row.billable).length,
		...(draft.modifiers?.length ? { modifiers: draft.modifiers.length } : {}),
		...(lost.notes ? { notesWithoutLevel: lost.notes } : {}),
		...(index.unknown ? { linksWithoutCode: index.unknown } : {}),
	};
	const meta: SetMeta = {
		release: {
			system: draft.system,
			edition: draft.edition,
			validFrom: draft.validFrom,
			validTo: draft.validTo,
			sources: draft.sources,
			counts,
			...(draft.borrowedFrom ? { borrowedFrom: draft.borrowedFrom } : {}),
			...(draft.starter ? { starter: true } : {}),
		},
		codeWidth: table.width,
		levels,
		indexBorrowed: draft.index?.borrowed === true,
		columns: (draft.index?.columns ?? {}) as SetMeta["columns"],
		modifiers: (draft.modifiers ?? []).map((m) => ({
			code: m.code,
			title: m.title,
			from: m.from ?? null,
			to: m.to ?? null,
		})),
	};
	return { meta: new TextEncoder().encode(JSON.stringify(meta)), ...words.sections(), ...out };
}

/** Texts are kept line by line: breaks inside of one become blanks. */
function oneLine(text: string): string {
	const lines = text.split(/[\r\n]+/);
	return lines.length === 1 ? text : lines.map((line) => line.trim()).join(" ");
}

function validity(rows: readonly { row: DraftRow }[]): Record<string, Uint8Array> {
	const own = rows.flatMap(({ row }, i) => (row.from || row.to ? [{ row, i }] : []));
	return {
		"valid.row": bytesOf(Uint32Array.from(own, ({ i }) => i)),
		"valid.from": bytesOf(Uint32Array.from(own, ({ row }) => dayNumber(row.from))),
		"valid.to": bytesOf(Uint32Array.from(own, ({ row }) => dayNumber(row.to))),
	};
}

type Place = (level: string) => number | undefined;

/** What the parts of a set are written with: where a level stands, the common words, the sections so far. */
interface Packing {
	place: Place;
	words: WordTableWriter;
	out: Record<string, Uint8Array>;
	lost: { notes: number };
}

/** Keeps what has a place, ordered by place, otherwise as it came. */
function placed<T extends { level: string }>(items: readonly T[], place: Place, lost: { notes: number }) {
	const found: { at: number; item: T }[] = [];
	for (const item of items) {
		const at = place(item.level);
		if (at === undefined) lost.notes++;
		else found.push({ at, item });
	}
	return found.sort((a, b) => a.at - b.at);
}

/** Writes what belongs to levels: where each stands and its text. Gives back what found its place, in order. */
function addAtLevels<T extends { level: string; text: string }>(
	name: "note" | "seventh",
	items: readonly T[],
	{ place, words, out, lost }: Packing,
): T[] {
	const found = placed(items, place, lost);
	words.add(
		name,
		found.map(({ item }) => oneLine(item.text)),
	);
	out[`${name}.level`] = bytesOf(Uint32Array.from(found, ({ at }) => at));
	return found.map(({ item }) => item);
}

function addNotes(draft: CodeSetDraft, packing: Packing): void {
	const notes = addAtLevels("note", draft.notes ?? [], packing);
	packing.out["note.kind"] = Uint8Array.from(
		notes,
		({ kind, borrowed }) => NOTE_KINDS.indexOf(kind) | (borrowed ? BORROWED : 0),
	);
}

function addSevenths(draft: CodeSetDraft, packing: Packing): void {
	const sevenths = addAtLevels("seventh", draft.sevenths ?? [], packing);
	packing.out["seventh.char"] = Uint8Array.from(sevenths, ({ char }) => char.charCodeAt(0));
}
