import { compactCode, dottedCode } from "../code-text";
import { json, u8, u32 } from "../pack/columns";
import { type Pack, readPack } from "../pack/container";
import { numbers } from "../pack/number-column";
import { PackError } from "../pack/pack-error";
import { readWords, TextColumn } from "../pack/text-column";
import type { CodeNote, CodeSet, NoteKind, SeventhCharacter } from "../types";
import { BORROWED, LEVEL_BASE, type SetMeta } from "./build-set";
import { CodeTable } from "./code-table";
import { dayOf } from "./days";
import { NOTE_KINDS } from "./draft";
import { openIndexPaths } from "./open-index";

/**
 * Opens the code set of a pack. No text is made before it is asked for: columns are views into the buffer, or
 * numbers counted up from their differences in one pass.
 *
 * @throws PackError when the buffer is no pack, is damaged, or has no code set.
 */
export function openCodeSet(source: Uint8Array | ArrayBuffer | Pack): CodeSet {
	const pack = "section" in source ? source : readPack(source);
	const meta = json<SetMeta>(pack, "meta");
	const { release, levels } = meta;
	const codes = new CodeTable(
		u8(pack, "codes"),
		meta.codeWidth,
		pack.section("codes.sorted") ? numbers(pack, "codes.sorted", "last") : null,
	);
	const size = codes.size;
	const parents = numbers(pack, "parent", "place");
	const ends = numbers(pack, "end", "place");
	const flags = u8(pack, "flags");
	if (parents.length !== size || ends.length !== size || flags.length !== size) {
		throw new PackError("corrupt", "the columns of the pack differ in length");
	}
	const words = readWords(pack);
	const titles = new TextColumn(pack, "title", words);
	const notes = {
		level: u32(pack, "note.level"),
		kind: u8(pack, "note.kind"),
		text: new TextColumn(pack, "note", words),
	};
	const sevenths = {
		level: u32(pack, "seventh.level"),
		char: u8(pack, "seventh.char"),
		text: new TextColumn(pack, "seventh", words),
	};
	const valid = { row: u32(pack, "valid.row"), from: u32(pack, "valid.from"), to: u32(pack, "valid.to") };
	const paths = openIndexPaths(pack, words, meta, size);

	const code = (row: number): string => dottedCode(release.system, codes.get(row));
	const inside = (row: number): boolean => row >= 0 && row < size;
	const levelName = (at: number): string =>
		at >= LEVEL_BASE ? (levels[at - LEVEL_BASE]?.id ?? "") : code(at);

	/** Ancestors, nearest first: rows, then sections from the innermost out, then the chapter. */
	const above = (row: number): number[] => {
		const found: number[] = [];
		for (let at = parents[row]!; at >= 0; at = parents[at]!) found.push(at);
		const around = levels.flatMap((l, i) => (l.start <= row && row < l.end ? [{ l, i }] : []));
		around.sort((a, b) => a.l.end - a.l.start - (b.l.end - b.l.start) || b.i - a.i);
		for (const { i } of around) found.push(LEVEL_BASE + i);
		return found;
	};
	// A text is put together for the kinds that are asked for alone: most levels have inclusion terms only.
	const notesAt = (at: number, kinds?: ReadonlySet<NoteKind>): CodeNote[] => {
		const found: CodeNote[] = [];
		for (let i = lowerBound(notes.level, at); notes.level[i] === at; i++) {
			const flags = notes.kind[i]!;
			const kind = NOTE_KINDS[flags & 0x0f] ?? "note";
			if (kinds && !kinds.has(kind)) continue;
			found.push({
				kind,
				text: notes.text.get(i),
				level: levelName(at),
				...(flags & BORROWED ? { borrowed: true } : {}),
			});
		}
		return found;
	};
	const seventhsAt = (at: number): SeventhCharacter[] => {
		const found: SeventhCharacter[] = [];
		for (let i = lowerBound(sevenths.level, at); sevenths.level[i] === at; i++) {
			const char = String.fromCharCode(sevenths.char[i]!);
			found.push({ char, text: sevenths.text.get(i), level: levelName(at) });
		}
		return found;
	};

	return {
		release,
		size,
		code,
		title: (row) => titles.get(row),
		billable: (row) => (flags[row]! & 1) === 1,
		parent: (row) => (inside(row) ? parents[row]! : -1),
		end: (row) => (inside(row) ? ends[row]! : row + 1),
		children(row) {
			const found: number[] = [];
			if (inside(row)) for (let at = row + 1; at < ends[row]!; at = ends[at]!) found.push(at);
			return found;
		},
		find: (text) => codes.find(compactCode(text)),
		prefix: (text) => codes.prefix(compactCode(text)),
		notes: (row, kinds) => (inside(row) ? notesAt(row, kinds) : []),
		inheritedNotes: (row, kinds) => (inside(row) ? above(row).flatMap((at) => notesAt(at, kinds)) : []),
		levelNotes(id) {
			const at = levels.findIndex((level) => level.id === id);
			return at < 0 ? [] : notesAt(LEVEL_BASE + at);
		},
		seventhCharacters(row) {
			if (!inside(row)) return [];
			for (const at of [row, ...above(row)]) {
				const found = seventhsAt(at);
				if (found.length > 0) return found;
			}
			return [];
		},
		indexPaths: (row) => (inside(row) ? paths(row) : []),
		validity(row) {
			const i = lowerBound(valid.row, row);
			if (valid.row[i] !== row) return { from: null, to: null };
			return { from: dayOf(valid.from[i]!), to: dayOf(valid.to[i]!) };
		},
		chapter(row) {
			return levels.find((l) => l.kind === "chapter" && l.start <= row && row < l.end)?.id ?? "";
		},
		levels: () => levels,
		modifiers: () => meta.modifiers,
		section: (name) => pack.section(name),
	};
}

/** First place whose value is not below `value`. */
function lowerBound(sorted: Uint32Array, value: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const mid = (low + high) >>> 1;
		if (sorted[mid]! < value) low = mid + 1;
		else high = mid;
	}
	return low;
}
