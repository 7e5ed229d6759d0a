import type { TextRange } from "../text/note-text";
import { type Candidate, leadingStatus } from "./candidates";
import { CAUSE_RULE } from "./causes/find";
import { moreSpecificFor } from "./explain/more-specific";
import { leadingMention, reasonsFor } from "./explain/reasons";
import { findProcedures } from "./procedures/find";
import { type Reading, type ReadingState, readNote } from "./read-note";
import type { NoteReader } from "./reader";
import type { Section } from "./sections";
import { codeClass } from "./select/code-class";
import type { Features } from "./select/features";
import { probability } from "./select/model";
import { excludedOf, isSelected, type Likely } from "./select/selected";
import { supersededIn } from "./select/superseded";
import type { AnalyzeInput, AnalyzeOptions, Depth, NoteKind, Setting, SpanStatus, Suggestion } from "./types";

export type { ReadingState } from "./read-note";

/** A note read to the end, without findings. */
export interface NoteReading {
	setting: Setting;
	settingGuessed: boolean;
	kind: NoteKind;
	kindGuessed: boolean;
	suggestions: Suggestion[];
	/** The note as it was cut, for whoever reads on. */
	sections: readonly Section[];
	state: ReadingState;
}

/** Statuses that may be selected; an uncertain diagnosis is coded in the inpatient setting only. */
function mayReport(status: SpanStatus, setting: Setting): boolean {
	if (status === "affirmed" || status === "historical") return true;
	return status === "uncertain" && setting === "inpatient";
}

/** Past this place a suggestion carries one short reason only: explaining is the dearest part. */
const EXPLAINED = 25;
/** Below this a code is not worth showing at all. */
const LEAST_SCORE = 0.004;

/**
 * Reads a note in steps of a few milliseconds. `previous` is the state of an earlier analysis of the same note:
 * what did not change is not read again, and the outcome is the same. Same input, same output.
 */
export function* readingSteps(
	reader: NoteReader,
	input: AnalyzeInput,
	options: AnalyzeOptions,
	previous?: ReadingState,
): Generator<void, NoteReading> {
	const reading = yield* readNote(reader, input, options, previous);
	const depth = options.depth ?? "managed";
	const superseded = supersededIn(reading);
	const ranked = reading.candidates
		.map((candidate, i) => {
			const features = reading.features[i] as Features;
			return rank(reader, reading, candidate, features, depth, superseded.has(candidate));
		})
		.filter(({ suggestion }) => suggestion.score >= LEAST_SCORE)
		.sort(
			(a, b) => b.suggestion.score - a.suggestion.score || (a.suggestion.code < b.suggestion.code ? -1 : 1),
		);
	const excluded = excludedOf(
		reader.set,
		ranked.filter(({ suggestion }) => suggestion.selected),
	);
	yield;
	ranked.slice(0, EXPLAINED).forEach(({ suggestion, candidate }) => {
		const section = suggestion.spans.find(({ leading }) => leading)?.section ?? "";
		suggestion.reasons = reasonsFor(reader, candidate, input.text, section);
		suggestion.moreSpecific = moreSpecificFor(reader, candidate);
	});
	for (const [{ suggestion }, { beside, note }] of excluded) {
		suggestion.selected = false;
		suggestion.group = suggestion.status === "affirmed" ? "also" : "not-current";
		const text = `not selected beside ${beside.suggestion.code}: Excludes1 “${note.text}”`;
		suggestion.reasons = [
			...suggestion.reasons,
			{ text, source: `Excludes1 note at ${note.level}; I.A.12.a` },
		];
	}
	yield;
	const procedures =
		reader.procedures.length === 0
			? []
			: findProcedures(reader, input.text, reading.sections, reading.guess.kind, reading.facts);
	return {
		setting: reading.guess.setting,
		settingGuessed: options.setting === undefined,
		kind: reading.guess.kind,
		kindGuessed: options.kind === undefined,
		suggestions: [...ranked.map(({ suggestion }) => suggestion), ...procedures],
		sections: reading.sections,
		state: reading.state,
	};
}

/** Runs the analysis to its end. */
export function readWhole(
	reader: NoteReader,
	input: AnalyzeInput,
	options: AnalyzeOptions = {},
): NoteReading {
	const steps = readingSteps(reader, input, options);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

interface Ranked extends Likely {
	suggestion: Suggestion;
	candidate: Candidate;
}

function rank(
	reader: NoteReader,
	reading: Reading,
	candidate: Candidate,
	features: Features,
	depth: Depth,
	superseded: boolean,
): Ranked {
	const { model, set } = reader;
	const code = set.code(candidate.row);
	const status = leadingStatus(candidate);
	const external = codeClass(code) === "external";
	const ranked = { row: candidate.row, features, likely: probability(model, features, depth) };
	const reportable =
		set.billable(candidate.row) &&
		candidate.contradicted !== true &&
		mayReport(status, reading.guess.setting);
	const selected = external
		? candidate.rule === CAUSE_RULE && reportable && hasInjury(reading)
		: reportable && !superseded && isSelected(ranked, depth, model.thresholds[depth]);
	const spans = candidate.mentions.map((mention) => {
		const section = reading.sections[reading.passages[mention.passage]?.section ?? 0]?.name;
		const told = mention.told ?? mention.status;
		return { start: mention.start, end: mention.end, status: told, ...(section ? { section } : {}) };
	});
	const suggestion: Suggestion = {
		system: "ICD-10-CM",
		code,
		title: set.title(candidate.row),
		billable: set.billable(candidate.row),
		score: Math.round(probability(model, features, "order") * 1000) / 1000,
		selected,
		companion: external || candidate.rule === "history" || /^(?:drug|status)$/.test(codeClass(code)),
		group: selected
			? "report"
			: mayReport(status, reading.guess.setting) && status === "affirmed"
				? "also"
				: "not-current",
		status,
		spans: unique(spans, leadingMention(candidate)),
		reasons: [{ text: "named in the note" }],
		moreSpecific: [],
	};
	return { ...ranked, suggestion, candidate };
}

/** External causes are reported beside an injury or poisoning only. */
function hasInjury({ reader, candidates }: Reading): boolean {
	return candidates.some(
		(candidate) => /^[ST]/.test(reader.set.code(candidate.row)) && leadingStatus(candidate) === "affirmed",
	);
}

/** Each span once, in the order of the text; `lead` marks the one that leads. */
function unique(spans: Suggestion["spans"], lead: TextRange): Suggestion["spans"] {
	const seen = new Set<string>();
	const once = spans
		.filter(({ start, end, status }) => {
			const id = `${start} ${end} ${status}`;
			return seen.has(id) ? false : seen.add(id) !== undefined;
		})
		.sort((a, b) => a.start - b.start || a.end - b.end);
	const leading = once.find(({ start, end }) => start === lead.start && end === lead.end);
	if (leading !== undefined) leading.leading = true;
	return once;
}
