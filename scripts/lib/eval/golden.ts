import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import type { NoteKind, Setting, SpanStatus } from "../../../utils/notes/types";
import { add, type Counts, count, none, recall } from "./score";

/** A golden note: expectations written by a reader who saw neither code nor output. */
interface GoldenNote {
	id: string;
	kind: NoteKind;
	setting: Setting;
	text: string;
	core: string[];
	codes: string[];
	acceptable?: string[];
	evidence?: Record<string, string>;
	mentions?: { quote: string; status: SpanStatus }[];
}

export interface GoldenScore {
	notes: number;
	core: Counts;
	all: Counts;
	/** Core codes among the first ten. */
	ten: number;
	kind: number;
	setting: number;
	/** Quotes whose status was read as expected, of those with any reading. */
	statuses: { right: number; of: number };
	/** Evidence quotes overlapped by a span of their code. */
	evidence: { right: number; of: number };
	/** Expectations that were not met, one line each. */
	missed: string[];
}

/** Reads and scores all golden notes in `folder`; acceptable codes count neither way. */
export function scoreGolden(reader: NoteReader, folder: string): GoldenScore {
	const files = existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith(".json"))
				.sort()
		: [];
	const result: GoldenScore = {
		notes: files.length,
		core: none(),
		all: none(),
		ten: 0,
		kind: 0,
		setting: 0,
		statuses: { right: 0, of: 0 },
		evidence: { right: 0, of: 0 },
		missed: [],
	};
	let ten = none();
	for (const file of files) {
		const note = JSON.parse(readFileSync(join(folder, file), "utf8")) as GoldenNote;
		const spared = new Set(note.acceptable ?? []);
		const core = readWhole(reader, { text: note.text }, { depth: "core" });
		const all = readWhole(reader, { text: note.text }, { depth: "all" });
		const icd = core.suggestions.filter(({ system }) => system === "ICD-10-CM");
		const chosen = icd
			.filter((s) => s.selected && (note.core.includes(s.code) || !spared.has(s.code)))
			.map(({ code }) => code);
		const everything = all.suggestions
			.filter(
				(s) => s.system === "ICD-10-CM" && s.selected && (note.codes.includes(s.code) || !spared.has(s.code)),
			)
			.map(({ code }) => code);
		result.core = add(result.core, count(chosen, note.core));
		result.all = add(result.all, count(everything, note.codes));
		ten = add(
			ten,
			count(
				icd.slice(0, 10).map(({ code }) => code),
				note.core,
			),
		);
		if (core.kind === note.kind) result.kind++;
		if (core.setting === note.setting) result.setting++;
		for (const code of note.core)
			if (!chosen.includes(code)) result.missed.push(`${note.id}: ${code} not selected`);
		for (const code of chosen)
			if (!note.core.includes(code)) result.missed.push(`${note.id}: ${code} selected, not expected`);
		for (const [code, quote] of Object.entries(note.evidence ?? {})) {
			const start = note.text.indexOf(quote);
			const suggestion = core.suggestions.find((s) => s.code === code);
			if (start < 0 || suggestion === undefined) continue;
			result.evidence.of++;
			if (suggestion.spans.some((span) => span.start < start + quote.length && span.end > start))
				result.evidence.right++;
		}
		for (const { quote, status } of note.mentions ?? []) {
			const start = note.text.indexOf(quote);
			if (start < 0) continue;
			const spans = core.suggestions
				.flatMap((s) => s.spans)
				.filter((s) => s.start < start + quote.length && s.end > start);
			if (spans.length === 0) continue;
			result.statuses.of++;
			if (spans.some((span) => span.status === status)) result.statuses.right++;
		}
	}
	result.ten = recall(ten);
	return result;
}
