import { type Candidate, candidatesOf } from "./candidates";
import { causeCandidates } from "./causes/find";
import { withFactCodes, withoutBareIndex } from "./choose/fact-codes";
import { type NoteFacts, noteFactsOf } from "./choose/note-facts";
import { withDrugEffects } from "./drugs/effects";
import { withPoisonings } from "./drugs/poisoning";
import { DRUG_TELLING } from "./drugs/telling";
import { guessKind } from "./kind/guess";
import { type Mention, type PassageReading, readPassage } from "./mentions";
import { passagesOf } from "./passages";
import type { NoteReader } from "./reader";
import { withoutAbsorbed } from "./rules/absorbed";
import { combine } from "./rules/combinations";
import { consolidate } from "./rules/consolidate";
import { joined } from "./rules/joined";
import { type Section, splitSections } from "./sections";
import { type Features, featuresOf, type NoteView } from "./select/features";
import { toldSentences } from "./told-sentences";
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
	facts: NoteFacts;
	state: ReadingState;
}

/** Patient's sex as the note tells it most often, or null. */
function sexOf(text: string): "female" | "male" | null {
	const female = text.match(/\b(?:she|her|hers|female|woman|lady|girl|mrs|ms)\b/gi)?.length ?? 0;
	const male = text.match(/\b(?:he|his|him|male|man|gentleman|boy|mr)\b/gi)?.length ?? 0;
	if (female === male) return null;
	return female > male ? "female" : "male";
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
		passage.sides = reading.sides;
		passage.owned = reading.owned;
		for (const mention of reading.mentions)
			mentions.push({
				...mention,
				start: mention.start + passage.start,
				end: mention.end + passage.start,
				passage: i,
			});
		if (role !== "family" && role !== "family-social") for (const word of reading.keys) keys.add(word);
	}
	const facts = noteFactsOf(text);
	for (const key of facts.keys) keys.add(key);
	const guessed = guessKind(reader.kinds, sections, text);
	const guess = { kind: options.kind ?? guessed.kind, setting: options.setting ?? guessed.setting };
	const named = candidatesOf(reader, mentions, passages, facts);
	const chosen = reader.off.has("one condition")
		? named
		: withoutAbsorbed(
				reader,
				joined(
					reader,
					consolidate(reader, named, (i) => sections[passages[i]?.section ?? -1]?.role ?? "unknown", facts),
				),
			);
	yield;
	const said = toldSentences(text, sections, passages, DRUG_TELLING);
	const caused = withPoisonings(reader, text, said, withDrugEffects(reader, said, chosen));
	let candidates: Candidate[] = combine(
		reader,
		withoutBareIndex(reader.set, caused),
		reader.off.has("combinations") ? [] : reader.combinations,
		(i) => passages[i]?.keys ?? NO_KEYS,
		keys,
	);
	candidates = withFactCodes(reader.set, facts, passages, candidates);
	if (options.externalCauses === true) {
		const causes = yield* causeCandidates(reader, text, sections, passages, facts);
		const rows = new Set(causes.map(({ row }) => row));
		candidates = [...candidates.filter(({ row }) => !rows.has(row)), ...causes];
	}
	const view = { reader, text, sections, passages, guess, candidates };
	const state = { set: reader.set, passages: read };
	return { ...view, guessed, facts, mentions, features: featuresOf(view), state };
}
