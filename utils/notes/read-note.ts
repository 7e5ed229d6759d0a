import { type Candidate, candidatesOf } from "./candidates";
import { guessKind } from "./kind/guess";
import { type Mention, mentionsOf, passagesOf } from "./mentions";
import type { NoteReader } from "./reader";
import { combine } from "./rules/combinations";
import { splitSections } from "./sections";
import { type Features, featuresOf, type NoteView } from "./select/features";
import type { AnalyzeInput, AnalyzeOptions } from "./types";

/** Patient's sex as the note tells it most often, or null. */
function sexOf(text: string): "female" | "male" | null {
	const female = text.match(/\b(?:she|her|hers|female|woman|lady|girl|mrs|ms)\b/gi)?.length ?? 0;
	const male = text.match(/\b(?:he|his|him|male|man|gentleman|boy|mr)\b/gi)?.length ?? 0;
	if (female === male) return null;
	return female > male ? "female" : "male";
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** A note read as far as candidates with their features. */
export interface Reading extends NoteView {
	features: Features[];
	mentions: Mention[];
}

/** Reads a note; pauses (yields) between passages so that the caller can do something else. */
export function* readNote(
	reader: NoteReader,
	input: AnalyzeInput,
	options: AnalyzeOptions,
): Generator<void, Reading> {
	const { text } = input;
	const sections = splitSections(input);
	const passages = passagesOf(text, sections);
	const mentions: Mention[] = [];
	const keys = new Set<string>();
	const sex = sexOf(text);
	for (let i = 0; i < passages.length; i++) {
		const passage = passages[i] as (typeof passages)[number];
		const section = sections[passage.section] as (typeof sections)[number];
		mentions.push(...mentionsOf(reader, text, section, passage, i, sex));
		if (section.role !== "family") for (const key of passage.keys) keys.add(key);
		yield;
	}
	const guessed = guessKind(sections, text);
	const guess = { kind: options.kind ?? guessed.kind, setting: options.setting ?? guessed.setting };
	const chosen = candidatesOf(reader, mentions, passages, keys);
	const candidates: Candidate[] = combine(
		reader,
		chosen,
		reader.combinations,
		(i) => passages[i]?.keys ?? NO_KEYS,
		keys,
	);
	const view = { reader, text, sections, passages, guess, candidates };
	return { ...view, mentions, features: featuresOf(view) };
}
