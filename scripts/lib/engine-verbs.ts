import type { CheckInput } from "../../utils/edits/types";
import { type ContextVerbInput, contextVerb } from "../../utils/notes/context/verb";
import type { Depth, NoteKind, Setting, Suggestion } from "../../utils/notes/types";
import { optionValue, optionValues } from "./args";
import { inputLines, parseLine, printLine } from "./lines";
import { loadTables } from "./load-tables";
import { openEngine } from "./open-engine";

const SETTINGS: readonly Setting[] = ["outpatient", "inpatient"];
const KINDS: readonly NoteKind[] = [
	"office",
	"ed",
	"procedure",
	"imaging",
	"pathology",
	"discharge",
	"consult",
];
const DEPTHS: readonly Depth[] = ["core", "managed", "all"];

const rounded = (ms: number) => Math.round(ms * 1000) / 1000;

/** `search`: one query a line in, its ranked codes out. */
export async function searchVerb(args: readonly string[]): Promise<void> {
	const engine = await openEngine(optionValues(args, "--pack"));
	const limit = Number(optionValue(args, "--limit") ?? 10);
	for await (const { text: query } of inputLines()) {
		const started = performance.now();
		const { results } = engine.search(query, {
			limit,
			typing: false,
			billableOnly: args.includes("--billable"),
		});
		const ms = rounded(performance.now() - started);
		printLine({
			query,
			results: results.map(({ system, code, title, billable, score }) => ({
				system,
				code,
				title,
				billable,
				score,
			})),
			ms,
		});
	}
}

const shown = (one: Suggestion) => ({
	system: one.system,
	code: one.code,
	title: one.title,
	score: one.score,
	selected: one.selected,
	companion: one.companion,
	spans: one.spans.map(({ start, end, status }) => ({ start, end, status })),
	reasons: one.reasons,
});

/** `analyze`: notes in, suggestions and findings out. */
export async function analyzeVerb(args: readonly string[]): Promise<void> {
	const engine = await openEngine(optionValues(args, "--pack"));
	const setting = optionValue(args, "--setting", SETTINGS);
	const kind = optionValue(args, "--kind", KINDS);
	const depth = optionValue(args, "--depth", DEPTHS) ?? "managed";
	const date = optionValue(args, "--date");
	for await (const { text, line } of inputLines()) {
		const note = parseLine<{ id: string; text: string }>(text, line);
		const run = engine.analyze(
			{ text: note.text },
			{
				depth,
				externalCauses: args.includes("--external-causes"),
				...(setting ? { setting } : {}),
				...(kind ? { kind } : {}),
				...(date ? { date } : {}),
			},
		);
		printLine({
			id: note.id,
			setting: run.setting,
			kind: run.kind,
			suggestions: run.suggestions.map(shown),
			findings: run.findings.map(({ rule, topic, start, end, quote, question, source }) => ({
				rule,
				topic,
				start,
				end,
				quote,
				question,
				source,
			})),
			ms: rounded(run.ms),
		});
	}
}

/** `context`: how a sentence speaks of a term. */
export async function contextLines(): Promise<void> {
	loadTables();
	for await (const { text, line } of inputLines())
		printLine(contextVerb(parseLine<ContextVerbInput>(text, line)));
}

/** `check`: code lists in, findings out. */
export async function checkVerb(args: readonly string[]): Promise<void> {
	const engine = await openEngine(optionValues(args, "--pack"));
	for await (const { text, line } of inputLines()) {
		const { id, ...list } = parseLine<CheckInput & { id: string }>(text, line);
		const findings = engine.check(list).map(({ rule, codes, severity, text: words, source }) => ({
			rule,
			codes,
			severity,
			text: words,
			source,
		}));
		printLine({ id, findings });
	}
}
