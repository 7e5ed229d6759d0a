import type { EvidenceSpan, Suggestion } from "../../notes/types";
import type { TextRange } from "../../text/note-text";
import { bestSpan, isPresent, lastingOf, otherPlaces, presentSpans, sectionOf } from "../current";
import { draft } from "../draft";
import type { DocumentationInput } from "../input";
import { type NoteWords, plainWords } from "../note-words";
import type { Finding } from "../types";
import { type TableRule, tableRules } from "./table";

const bare = (code: string) => code.replace(".", "");

/** Below this score a suggestion on other words than the rule's own is a guess. */
const LEAST_SCORE = 0.5;

/** First match of a pattern, or null. Patterns are global: started anew, and left as new (matchAll goes on from there). */
export function firstMatch(pattern: RegExp, text: string): TextRange | null {
	pattern.lastIndex = 0;
	const match = pattern.exec(text);
	pattern.lastIndex = 0;
	return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** What a rule is about in this note: the mentions, and the suggestion that they stand behind. */
interface About {
	spans: EvidenceSpan[];
	suggestion?: Suggestion;
}

function aboutCode(rule: TableRule, input: DocumentationInput, words: NoteWords): About | null {
	if (!rule.codes) return null;
	for (const suggestion of input.suggestions) {
		if (suggestion.system !== "ICD-10-CM" || !rule.codes.test(bare(suggestion.code))) continue;
		const spans = presentSpans(words, suggestion, rule.lasting || lastingOf(suggestion.code));
		if (spans.length > 0 && !isFarFetched(rule, suggestion, spans, input.text)) return { spans, suggestion };
	}
	return null;
}

/** A condition named more often than this is told well enough by its first mentions. */
const MOST_MENTIONS = 40;

/** Matches of the rule's words that the note tells as the patient's and as present. */
export function presentWords(
	pattern: RegExp,
	words: NoteWords,
	lasting: TableRule["lasting"],
): EvidenceSpan[] {
	const spans: EvidenceSpan[] = [];
	for (const match of words.text.matchAll(pattern)) {
		const range = { start: match.index, end: match.index + match[0].length };
		const stretch = words.stretches[words.indexAt(range.start)];
		if (!stretch || stretch.heading) continue;
		const span: EvidenceSpan = { ...range, status: words.contextAt(range).status };
		if (!isPresent(words, span, lasting)) continue;
		if (spans.length === MOST_MENTIONS) break;
		spans.push({ ...range, status: "affirmed", ...(stretch.section ? { section: stretch.section } : {}) });
	}
	return spans;
}

/** True when a sentence that speaks of the condition answers the rule. */
function answeredNear(rule: TableRule, about: About, words: NoteWords): boolean {
	const { unlessNear } = rule;
	if (!unlessNear) return false;
	const own = new Set(about.spans.map((span) => words.indexAt(span.start)));
	const spoken = about.spans.map((span) => plainWords(words.text.slice(span.start, span.end)));
	return words.stretches.some((stretch, at) => {
		const sentence = words.text.slice(stretch.start, stretch.end);
		const speaks =
			own.has(at) ||
			spoken.some((list) => list.length > 0 && list.every((word) => stretch.words.has(word))) ||
			(rule.words !== null && firstMatch(rule.words, sentence) !== null);
		return speaks && firstMatch(unlessNear, sentence) !== null;
	});
}

/** A weak suggestion that does not rest on the rule's own words. */
function isFarFetched(
	{ words }: TableRule,
	{ score }: Suggestion,
	spans: readonly EvidenceSpan[],
	text: string,
): boolean {
	if (!words || score >= LEAST_SCORE) return false;
	return spans.every((span) => firstMatch(words, text.slice(span.start, span.end)) === null);
}

/** The mentions that use the rule's own words, where there are any: a code may rest on other words as well. */
function named(rule: TableRule, spans: readonly EvidenceSpan[], text: string): readonly EvidenceSpan[] {
	const { words } = rule;
	if (!words) return spans;
	const own = spans.filter((span) => firstMatch(words, text.slice(span.start, span.end)) !== null);
	return own.length > 0 ? own : spans;
}

/** By code: the table does not change while the engine runs. */
const covered = new Map<string, boolean>();

/** True for a suggestion that a rule of the table is about, whether the rule has something to say or not; links apart. */
export function isCovered({ code }: Suggestion): boolean {
	const known = covered.get(code);
	if (known !== undefined) return known;
	const is = tableRules().some(
		(rule) => rule.topic !== "complication-link" && rule.codes?.test(bare(code)) === true,
	);
	covered.set(code, is);
	return is;
}

/** Facts of the note that a query quotes: what the rule needs, and a reading that speaks to the question. */
function facts({ shows }: TableRule, needed: TextRange | null, words: NoteWords): TextRange[] {
	const shown = shows ? firstMatch(shows, words.text) : null;
	return [needed, shown].flatMap((range) => {
		if (!range) return [];
		const section = words.stretches[words.indexAt(range.start)]?.section;
		return [{ ...range, ...(section ? { section } : {}) }];
	});
}

/** Findings of the hand-written rules, in the order of the table. */
export function* tableFindings(input: DocumentationInput, words: NoteWords): Generator<Finding> {
	const silenced: TextRange[] = [];
	const isCurrent = (one: Suggestion) => one.status === "affirmed" && one.group !== "not-current";
	for (const rule of tableRules()) {
		if (rule.setting && rule.setting !== input.setting) continue;
		const { unlessCodes } = rule;
		if (unlessCodes && input.suggestions.some((one) => isCurrent(one) && unlessCodes.test(bare(one.code))))
			continue;
		const about: About | null =
			aboutCode(rule, input, words) ??
			(rule.words ? { spans: presentWords(rule.words, words, rule.lasting) } : null);
		const mentions = about ? named(rule, about.spans, input.text) : [];
		const span = bestSpan(words, mentions);
		if (!about || !span) continue;
		if (rule.unless && firstMatch(rule.unless, input.text)) continue;
		const needed = rule.needs ? firstMatch(rule.needs, input.text) : null;
		if (rule.needs && !needed) continue;
		if (answeredNear(rule, about, words)) continue;
		if (silenced.some((range) => range.start < span.end && span.start < range.end)) continue;
		if (rule.alone) silenced.push(span);
		yield draft({
			rule: rule.id,
			topic: rule.topic,
			level: rule.level,
			text: input.text,
			span,
			section: sectionOf(words, span),
			codes: about.suggestion ? [about.suggestion.code] : [],
			title: rule.title || undefined,
			question: rule.question || undefined,
			source: rule.source,
			indicators: [...facts(rule, needed, words), ...otherPlaces(words, mentions, span)],
			alone: rule.alone,
		});
	}
}
