import { TableError, tableRows } from "../../lexicon/tables";
import type { Suggestion } from "../../notes/types";
import { draft } from "../draft";
import type { DocumentationInput } from "../input";
import { type Stretch, stretchAt } from "../note-words";
import type { Finding, FindingLevel, Topic } from "../types";

/** A row of data/rules/documentation.tsv, ready to run. */
export interface TableRule {
	id: string;
	topic: Topic;
	level: FindingLevel;
	/** Undotted starts of suggested codes that it is about; empty for a rule on words alone. */
	codes: string[];
	/** Words that it is about when no code is (urosepsis). */
	words: RegExp | null;
	/** Starts of codes that answer it. */
	unlessCodes: string[];
	/** Words that answer it, anywhere in the note. */
	unless: RegExp | null;
	/** A fact that must stand in the note, quoted as indicator. */
	needs: RegExp | null;
	setting: string;
	title: string;
	question: string;
	source: string;
	why: string;
}

const COLUMNS = [
	"id",
	"topic",
	"level",
	"codes",
	"words",
	"unless-codes",
	"unless",
	"needs",
	"setting",
	"title",
	"question",
	"source",
	"why",
] as const;

let rules: TableRule[] | null = null;

/** Rules of data/rules/documentation.tsv; throws TableError for a pattern that does not compile. */
export function tableRules(): TableRule[] {
	rules ??= tableRows("rules/documentation", COLUMNS).map(({ cells, line }) => {
		const pattern = (text: string): RegExp | null => {
			if (text === "") return null;
			try {
				return new RegExp(`(?<![A-Za-z0-9])(?:${text})(?![A-Za-z])`, "gi");
			} catch {
				throw new TableError("rules/documentation", line, `pattern does not compile: ${text}`);
			}
		};
		const starts = (text: string) => text.split("|").filter(Boolean);
		return {
			id: cells.id,
			topic: cells.topic as Topic,
			level: cells.level as FindingLevel,
			codes: starts(cells.codes),
			words: pattern(cells.words),
			unlessCodes: starts(cells["unless-codes"]),
			unless: pattern(cells.unless),
			needs: pattern(cells.needs),
			setting: cells.setting,
			title: cells.title,
			question: cells.question,
			source: cells.source,
			why: cells.why,
		};
	});
	return rules;
}

const current = (one: Suggestion) => one.status === "affirmed" && one.group !== "not-current";
const startsWithAny = (code: string, starts: readonly string[]) => {
	const bare = code.replace(".", "");
	return starts.some((start) => bare.startsWith(start));
};

/** First match of a pattern, or null. Patterns are global: always started anew. */
function firstMatch(pattern: RegExp, text: string): { start: number; end: number } | null {
	pattern.lastIndex = 0;
	const match = pattern.exec(text);
	return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** Words of a rule that stand in the note outside a negated or family span. */
function* wordMatches(rule: TableRule, input: DocumentationInput, stretches: readonly Stretch[]) {
	if (!rule.words) return;
	for (const match of input.text.matchAll(rule.words)) {
		const span = { start: match.index, end: match.index + match[0].length };
		const stretch = stretches[stretchAt(stretches, span.start)];
		const before = stretch ? input.text.slice(stretch.start, span.start) : "";
		if (
			/\b(?:no|not|denies|denied|without|negative for|mother|father|brother|sister|family)\b[^,;]*$/i.test(
				before,
			)
		)
			continue;
		yield span;
		return;
	}
}

/** Findings of the hand-written rules, in the order of the table. */
export function* tableFindings(input: DocumentationInput, stretches: readonly Stretch[]): Generator<Finding> {
	for (const rule of tableRules()) {
		if (rule.setting && rule.setting !== input.setting) continue;
		if (rule.unless && firstMatch(rule.unless, input.text)) continue;
		if (
			rule.unlessCodes.length > 0 &&
			input.suggestions.some((one) => current(one) && startsWithAny(one.code, rule.unlessCodes))
		)
			continue;
		const indicator = rule.needs ? firstMatch(rule.needs, input.text) : null;
		if (rule.needs && !indicator) continue;
		const about = input.suggestions.find(
			(one) => current(one) && !one.companion && rule.codes.length > 0 && startsWithAny(one.code, rule.codes),
		);
		const spoken = about?.spans.find((span) => span.status === "affirmed");
		const words = rule.codes.length === 0 ? wordMatches(rule, input, stretches).next().value : undefined;
		const span = spoken ?? words;
		if (!span) continue;
		yield draft({
			rule: rule.id,
			topic: rule.topic,
			level: rule.level,
			text: input.text,
			span,
			section: spoken?.section,
			codes: about ? [about.code] : [],
			title: rule.title,
			question: rule.question,
			source: rule.source,
			indicators: indicator ? [indicator] : [],
		});
	}
}
