import { bytesOf, json, u8, u32 } from "../codesets/pack/columns";
import { numbers, packNumbers } from "../codesets/pack/number-column";
import type { CodeSet } from "../codesets/types";
import { type Dictionary, keyCounts, layOut } from "./dictionary/dictionary";
import { entriesOf } from "./dictionary/entries";
import type { Entry } from "./dictionary/entry";
import { type LexiconEntries, lexiconEntries } from "./dictionary/lexicon";
import { NO_HINT, type PhraseHint } from "./dictionary/phrase-hint";
import type { SectionRole } from "./sections";
import { TERMS_VERSION, wordForms } from "./terms/word-forms";

/** Sections of the note dictionary in a pack; written here, read by `readDictionary`. */
const SECTION = {
	version: "notes.version",
	words: "notes.words",
	counts: "notes.counts",
	starts: "notes.starts",
	keys: "notes.keys",
	rows: "notes.rows",
	sources: "notes.sources",
	anchors: "notes.anchors",
	anchored: "notes.anchored",
	phrases: "notes.phrases",
} as const;

/** A dictionary with how often each key stands in its entries. */
export interface CountedDictionary {
	dictionary: Dictionary;
	counts: Map<string, number>;
}

/** Makes the dictionary of a set's titles, inclusion terms and index paths. */
export function makeDictionary(set: CodeSet): CountedDictionary {
	const entries = entriesOf(set, wordForms());
	const counts = keyCounts(entries);
	return { dictionary: layOut(entries, new Map(), counts), counts };
}

/**
 * The note-reading part of a pack: the dictionary in typed arrays, and the lexicon's phrases for this set. None for
 * procedure sets, whose names are indexed when a reader opens.
 * Deterministic: the same set and the same tables of data/lexicon and data/rules give the same bytes.
 */
export function buildNoteSections(set: CodeSet): Record<string, Uint8Array> {
	if (set.release.system !== "ICD-10-CM") return {};
	const { dictionary, counts } = makeDictionary(set);
	const phrases = lexiconEntries(set, wordForms(), dictionary);
	const words = [...dictionary.ids.keys()];
	return {
		[SECTION.version]: bytesOf(Uint32Array.of(TERMS_VERSION)),
		[SECTION.words]: new TextEncoder().encode(words.join("\n")),
		[SECTION.counts]: bytesOf(Uint32Array.from(words, (word) => counts.get(word) ?? 0)),
		[SECTION.starts]: packNumbers(dictionary.starts, "last"),
		[SECTION.keys]: bytesOf(dictionary.keys),
		[SECTION.rows]: bytesOf(dictionary.rows),
		[SECTION.sources]: dictionary.sources,
		[SECTION.anchors]: bytesOf(dictionary.anchors),
		[SECTION.anchored]: bytesOf(dictionary.anchored),
		[SECTION.phrases]: new TextEncoder().encode(JSON.stringify(phrases.entries.map(packed(phrases)))),
	};
}

/** Keys, row, and the hint's parts where there is one. */
type PackedPhrase = [string, number] | [string, number, PackedHint];
type PackedHint = [
	string[],
	string[],
	readonly string[],
	readonly string[],
	string | null,
	PhraseHint["sex"],
	string | null,
	boolean,
];

function packed(phrases: LexiconEntries): (entry: Entry, at: number) => PackedPhrase {
	return ({ keys, row }, at) => {
		const hint = phrases.hints[at] as PhraseHint;
		if (hint === NO_HINT) return [keys.join(" "), row];
		return [
			keys.join(" "),
			row,
			[
				[...hint.roles],
				[...hint.notRoles],
				hint.near,
				hint.not,
				hint.written,
				hint.sex,
				hint.word,
				hint.plural,
			],
		];
	};
}

/** The lexicon's phrases as the pack holds them, or null when it has none of this version. */
export function readPhrases(set: CodeSet): LexiconEntries | null {
	const version = set.section(SECTION.version);
	if (version === null || u32(set, SECTION.version)[0] !== TERMS_VERSION) return null;
	const rows = json<PackedPhrase[]>(set, SECTION.phrases);
	return {
		entries: rows.map(([keys, row]) => ({ keys: keys.split(" "), row, source: "phrase" })),
		hints: rows.map(([, , hint]) => {
			if (hint === undefined) return NO_HINT;
			const [roles, notRoles, near, not, written, sex, word, plural] = hint;
			return {
				roles: new Set(roles as SectionRole[]),
				notRoles: new Set(notRoles as SectionRole[]),
				near,
				not,
				written,
				sex,
				word,
				plural,
			};
		}),
	};
}

/** The dictionary of a pack, or null when the pack has none or one of another version. */
export function readDictionary(set: CodeSet): CountedDictionary | null {
	const version = set.section(SECTION.version);
	if (version === null || u32(set, SECTION.version)[0] !== TERMS_VERSION) return null;
	const text = new TextDecoder().decode(u8(set, SECTION.words));
	const ids = new Map<string, number>();
	const counts = new Map<string, number>();
	const found = u32(set, SECTION.counts);
	let id = 0;
	for (const word of text === "" ? [] : text.split("\n")) {
		counts.set(word, found[id] ?? 0);
		ids.set(word, id++);
	}
	const rows = u32(set, SECTION.rows);
	const dictionary: Dictionary = {
		ids,
		size: rows.length,
		starts: numbers(set, SECTION.starts, "last"),
		keys: u32(set, SECTION.keys),
		rows,
		sources: u8(set, SECTION.sources),
		anchors: u32(set, SECTION.anchors),
		anchored: u32(set, SECTION.anchored),
	};
	return { dictionary, counts };
}
