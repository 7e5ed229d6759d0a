import { leadingStatus } from "./candidates";
import { readNote } from "./read-note";
import type { NoteReader } from "./reader";
import { CONCLUSION } from "./select/features";
import type { AnalyzeInput, AnalyzeOptions, NoteKind, Setting, Suggestion } from "./types";

/** What an analysis hands to the next one of the same note. Opaque to callers. */
export interface ReadingState {
	text: string;
}

/** A note read to the end, without findings. */
export interface NoteReading {
	setting: Setting;
	settingGuessed: boolean;
	kind: NoteKind;
	kindGuessed: boolean;
	suggestions: Suggestion[];
	state: ReadingState;
}

/** Reads a note in steps; provisional selection until the fitted model is in place. */
export function* readingSteps(
	reader: NoteReader,
	input: AnalyzeInput,
	options: AnalyzeOptions,
	_previous?: ReadingState,
): Generator<void, NoteReading> {
	const reading = yield* readNote(reader, input, options);
	const suggestions = reading.candidates.map((candidate): Suggestion => {
		const status = leadingStatus(candidate);
		const roleOf = (passage: number) => reading.sections[reading.passages[passage]?.section ?? 0];
		const concluded = candidate.mentions.some((one) =>
			CONCLUSION.has(roleOf(one.passage)?.role ?? "unknown"),
		);
		const selected = status === "affirmed" && concluded;
		return {
			system: "ICD-10-CM",
			code: reader.set.code(candidate.row),
			title: reader.set.title(candidate.row),
			billable: reader.set.billable(candidate.row),
			score: selected ? 0.8 : status === "affirmed" ? 0.4 : 0.1,
			selected,
			companion: false,
			group: selected ? "report" : status === "affirmed" ? "also" : "not-current",
			status,
			spans: candidate.mentions.map((one) => {
				const section = roleOf(one.passage)?.name;
				return { start: one.start, end: one.end, status: one.status, ...(section ? { section } : {}) };
			}),
			reasons: [{ text: `named in the note; ${candidate.by.join(", ")}` }],
			moreSpecific: [],
		};
	});
	suggestions.sort((a, b) => b.score - a.score);
	return {
		setting: reading.guess.setting,
		settingGuessed: options.setting === undefined,
		kind: reading.guess.kind,
		kindGuessed: options.kind === undefined,
		suggestions,
		state: { text: input.text },
	};
}
