import { codeStatus } from "../codesets/editions/code-status";
import { releaseOn } from "../codesets/editions/in-force";
import { CODE_SYSTEMS, type CodeSet, type CodeSystem, type Day } from "../codesets/types";
import { type DocumentationOptions, findGaps } from "../documentation/find";
import { checkCodes } from "../edits/check";
import type { CheckInput, EditFinding } from "../edits/types";
import { type NoteReading, type ReadingState, readingSteps } from "../notes/analyze";
import { type NoteReader, openReader } from "../notes/reader";
import type { Analysis, AnalyzeInput, AnalyzeOptions } from "../notes/types";
import { openSearch, type Searcher } from "../search/search";
import { searchAll } from "../search/search-all";
import type { SearchAnswer, SearchOptions } from "../search/types";
import { type BrowseRow, browseRows, type CodeFacts, codeFacts } from "./detail";

/** A code that is not valid on the asked day, and what stands for it now. */
export interface EndedCode {
	on: Day;
	replacedBy: string[];
}

export interface AnalysisRun extends Analysis {
	/** What the next analysis of the edited note builds on. */
	state: ReadingState;
	/** The note as it was cut. */
	sections?: NoteReading["sections"];
}

export interface EngineAnalyzeOptions extends AnalyzeOptions {
	documentation?: DocumentationOptions;
}

/** One door to the rooms of the engine. Holds no note text between calls but in the states it hands out. */
export interface Engine {
	readonly sets: readonly CodeSet[];
	/** The set of each system that serves a date of service; without a date, the newest of each. */
	setsOn(date?: Day): CodeSet[];
	search(query: string, options?: SearchOptions & { date?: Day }): SearchAnswer;
	/** Pauses (yields) every few milliseconds; returns when the note is read. */
	analyzeSteps(
		input: AnalyzeInput,
		options?: EngineAnalyzeOptions,
		previous?: ReadingState,
	): Generator<void, AnalysisRun>;
	analyze(input: AnalyzeInput, options?: EngineAnalyzeOptions): AnalysisRun;
	check(input: CheckInput): EditFinding[];
	detail(system: CodeSystem, code: string, date?: Day): (CodeFacts & { ended?: EndedCode }) | null;
	browse(system: CodeSystem, code?: string, date?: Day): BrowseRow[];
}

/** Nearest edition to a day when none is in force: better an edition that says so than none. */
function nearest(sets: readonly CodeSet[], day: Day): CodeSet | undefined {
	const distance = (set: CodeSet) => Math.abs(Date.parse(set.release.validFrom) - Date.parse(day));
	return [...sets].sort((a, b) => distance(a) - distance(b))[0];
}

function pick(sets: readonly CodeSet[], system: CodeSystem, date: Day | undefined): CodeSet | undefined {
	const own = sets.filter((set) => set.release.system === system);
	if (own.length === 0) return undefined;
	if (date === undefined)
		return [...own].sort((a, b) => (a.release.validFrom < b.release.validFrom ? 1 : -1))[0];
	const release = releaseOn(
		own.map((set) => set.release),
		system,
		date,
	);
	return own.find((set) => set.release === release) ?? nearest(own, date);
}

/**
 * Opens the engine over code sets (packs that were opened with openCodeSet). Searchers and readers are made
 * on first use and kept as long as the engine is.
 */
export function createEngine(sets: readonly CodeSet[]): Engine {
	const searchers = new Map<CodeSet, Searcher>();
	const readers = new Map<string, NoteReader>();

	const setsOn = (date?: Day) =>
		CODE_SYSTEMS.flatMap((system) => {
			const set = pick(sets, system, date);
			return set ? [set] : [];
		});
	const searcherOf = (set: CodeSet) => {
		const known = searchers.get(set) ?? openSearch(set);
		searchers.set(set, known);
		return known;
	};
	const readerOf = (date?: Day): NoteReader | null => {
		const inForce = setsOn(date);
		const [icd] = inForce;
		if (icd?.release.system !== "ICD-10-CM") return null;
		const key = inForce
			.map((set) => `${set.release.system} ${set.release.edition} ${set.release.starter}`)
			.join();
		const known =
			readers.get(key) ??
			openReader(
				icd,
				inForce.filter(({ release }) => release.system === "CPT" || release.system === "HCPCS"),
			);
		readers.set(key, known);
		return known;
	};

	function* analyzeSteps(
		input: AnalyzeInput,
		options: EngineAnalyzeOptions = {},
		previous?: ReadingState,
	): Generator<void, AnalysisRun> {
		const started = performance.now();
		const reader = readerOf(options.date);
		if (!reader) throw new Error("No ICD-10-CM code set is loaded.");
		const reading = yield* readingSteps(reader, input, options, previous);
		const { setting, kind, suggestions, sections } = reading;
		const findings = yield* findGaps(
			{ text: input.text, suggestions, set: reader.set, setting, kind, sections },
			options.documentation,
		);
		return { ...reading, findings, ms: performance.now() - started };
	}

	return {
		sets,
		setsOn,
		search: (query, { date, ...options } = {}) => searchAll(setsOn(date).map(searcherOf), query, options),
		analyzeSteps,
		analyze: (input, options) => {
			const steps = analyzeSteps(input, options);
			for (;;) {
				const step = steps.next();
				if (step.done) return step.value;
			}
		},
		check: (input) => checkCodes(input, setsOn(input.date)),
		detail: (system, code, date) => {
			const set = pick(sets, system, date);
			const row = set?.find(code) ?? -1;
			const own = sets.filter((one) => one.release.system === system);
			const ended = date === undefined ? undefined : endedOn(own, code, date);
			if (set && row >= 0) return { ...codeFacts(set, row), ...(ended ? { ended } : {}) };
			const other = own.find((one) => one.find(code) >= 0);
			return other && ended ? { ...codeFacts(other, other.find(code)), ended } : null;
		},
		browse: (system, code, date) => {
			const set = pick(sets, system, date);
			return set ? browseRows(set, code) : [];
		},
	};
}

function endedOn(sets: readonly CodeSet[], code: string, date: Day): EndedCode | undefined {
	const status = codeStatus(code, date, sets);
	if (status.state !== "ended") return undefined;
	return { on: status.lastDay, replacedBy: status.successors.map((successor) => successor.code) };
}
