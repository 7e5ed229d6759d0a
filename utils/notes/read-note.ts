import { type Candidate, candidatesOf } from "./candidates";
import { type NoteFacts, noteFactsOf } from "./choose/note-facts";
import { guessKind } from "./kind/guess";
import { type Mention, type Passage, type PassageReading, passagesOf, readPassage } from "./mentions";
import type { NoteReader } from "./reader";
import { combine } from "./rules/combinations";
import { consolidate } from "./rules/consolidate";
import { type Section, splitSections } from "./sections";
import { type Features, featuresOf, type NoteView } from "./select/features";
import type { AnalyzeInput, AnalyzeOptions, NoteKind, Setting } from "./types";

/** What an analysis hands to the next one of the same note: its passages as read. Memory only. */
export interface ReadingState {
	readonly set: unknown;
	readonly passages: ReadonlyMap<string, PassageReading>;
}

/** A note read as far as candidates with their features. */
export interface Reading extends NoteView {
	features: Features[];
	mentions: Mention[];
	guessed: { kind: NoteKind; setting: Setting };
	state: ReadingState;
}

/** Patient's sex as the note tells it most often, or null. */
function sexOf(text: string): "female" | "male" | null {
	const female = text.match(/\b(?:she|her|hers|female|woman|lady|girl|mrs|ms)\b/gi)?.length ?? 0;
	const male = text.match(/\b(?:he|his|him|male|man|gentleman|boy|mr)\b/gi)?.length ?? 0;
	if (female === male) return null;
	return female > male ? "female" : "male";
}

/** The weeks of a pregnancy have a code of their own (Z3A), beside any code of the chapter on pregnancy. */
function gestationOf(
	reader: NoteReader,
	{ weeks }: NoteFacts,
	passages: readonly Passage[],
	candidates: readonly Candidate[],
): Candidate | null {
	if (weeks === null || !candidates.some(({ row }) => reader.set.code(row).startsWith("O"))) return null;
	const row = reader.set.find(`Z3A.${String(weeks.weeks).padStart(2, "0")}`);
	const passage = passages.findIndex(({ start, end }) => start <= weeks.at.start && weeks.at.start < end);
	if (row < 0 || passage < 0) return null;
	const mention: Mention = {
		...weeks.at,
		row,
		source: "cue",
		weight: 6,
		cost: 0,
		keys: new Set(),
		status: "affirmed",
		bySection: false,
		sentence: { terms: [], ids: new Int32Array(), places: new Map(), path: new Float32Array(1) },
		from: 0,
		to: 0,
		passage,
		inTitle: false,
		order: 1,
		chosen: new Map(),
	};
	return {
		row,
		named: row,
		mentions: [mention],
		by: [],
		sideMissing: false,
		margin: 1,
		rule: "Guideline I.C.21.c.11",
	};
}

const ONE_SECTION = (text: string): Section => ({
	name: "",
	role: "unknown",
	headingStart: 0,
	start: 0,
	end: text.length,
	items: [],
});

const NO_KEYS: ReadonlySet<string> = new Set();

/**
 * Reads a note; pauses (yields) between passages so that the caller can do something else. Passages that
 * `previous` has read with the same words in a section of the same role are taken over: the outcome is the
 * same as without it.
 */
export function* readNote(
	reader: NoteReader,
	input: AnalyzeInput,
	options: AnalyzeOptions,
	previous?: ReadingState,
): Generator<void, Reading> {
	const { text } = input;
	const sections = reader.off.has("sections") ? [ONE_SECTION(text)] : splitSections(input);
	yield;
	const passages = passagesOf(text, sections);
	const known = previous?.set === reader.set ? previous.passages : null;
	const read = new Map<string, PassageReading>();
	const mentions: Mention[] = [];
	const keys = new Set<string>();
	const sex = sexOf(text);
	for (let i = 0; i < passages.length; i++) {
		const passage = passages[i] as (typeof passages)[number];
		const { role } = sections[passage.section] as Section;
		const title = passage.title === null ? "" : `${passage.title.end - passage.start}`;
		const key = `${role}|${sex}|${title}|${text.slice(passage.start, passage.end)}`;
		let reading = read.get(key) ?? known?.get(key);
		if (reading === undefined) {
			reading = readPassage(reader, text, role, passage, sex);
			yield;
		}
		read.set(key, reading);
		passage.keys = reading.keys;
		passage.side = reading.side;
		for (const mention of reading.mentions)
			mentions.push({
				...mention,
				start: mention.start + passage.start,
				end: mention.end + passage.start,
				passage: i,
			});
		if (role !== "family") for (const word of reading.keys) keys.add(word);
	}
	const facts = noteFactsOf(text);
	const guessed = guessKind(reader.kinds, sections, text);
	const guess = { kind: options.kind ?? guessed.kind, setting: options.setting ?? guessed.setting };
	const named = candidatesOf(reader, mentions, passages, facts);
	const chosen = reader.off.has("one condition") ? named : consolidate(reader, named);
	yield;
	const candidates: Candidate[] = combine(
		reader,
		chosen,
		reader.off.has("combinations") ? [] : reader.combinations,
		(i) => passages[i]?.keys ?? NO_KEYS,
		keys,
	);
	const gestation = gestationOf(reader, facts, passages, candidates);
	if (gestation !== null) candidates.push(gestation);
	const view = { reader, text, sections, passages, guess, candidates };
	const state = { set: reader.set, passages: read };
	return { ...view, guessed, mentions, features: featuresOf(view), state };
}
