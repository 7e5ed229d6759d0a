import type { EvidenceSpan, Suggestion } from "../../notes/types";
import type { TextRange } from "../../text/note-text";
import { bestSpan, isPresent, lastingOf, otherPlaces, presentSpans, sectionOf } from "../current";
import { draft } from "../draft";
import type { DocumentationInput } from "../input";
import { type NoteWords, plainWords } from "../note-words";
import type { Finding } from "../types";
import { rulesOfCode } from "./rules-of-code";
import { type TableRule, tableRules } from "./table";
import { canMatch, firstMatch, type WordPattern } from "./word-pattern";

/** Below this score a suggestion on other words than the rule's own is a guess. */
const LEAST_SCORE = 0.5;

/** What a rule is about in this note: the mentions, and the suggestion that they stand behind. */
interface About {
	spans: EvidenceSpan[];
	suggestion?: Suggestion;
}

/** The suggestions that each rule of the table is about, and the rules that a current suggestion answers. */
function sortedOut(suggestions: readonly Suggestion[]) {
	const about = new Map<number, Suggestion[]>();
	const answered = new Set<number>();
	for (const suggestion of suggestions) {
		if (suggestion.system !== "ICD-10-CM") continue;
		const rules = rulesOfCode(suggestion.code);
		for (const at of rules.about) about.set(at, [...(about.get(at) ?? []), suggestion]);
		if (suggestion.status !== "affirmed" || suggestion.group === "not-current") continue;
		for (const at of rules.answered) answered.add(at);
	}
	return { about, answered };
}

function aboutCode(rule: TableRule, suggestions: readonly Suggestion[], words: NoteWords): About | null {
	for (const suggestion of suggestions) {
		const spans = presentSpans(words, suggestion, rule.lasting || lastingOf(suggestion.code));
		if (spans.length > 0 && !isFarFetched(rule, suggestion, spans, words.text)) return { spans, suggestion };
	}
	return null;
}

/** What the rule's own words say, where no suggestion does. */
function aboutWords({ words: pattern, lasting }: TableRule, words: NoteWords): About | null {
	if (!pattern || !canMatch(pattern, words.starts)) return null;
	return { spans: presentWords(pattern.regex, words, lasting) };
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
	if (!unlessNear || !canMatch(unlessNear, words.starts)) return false;
	const own = new Set(about.spans.map((span) => words.indexAt(span.start)));
	const spoken = about.spans.map((span) => plainWords(words.text.slice(span.start, span.end)));
	return words.stretches.some((stretch, at) => {
		const sentence = words.text.slice(stretch.start, stretch.end);
		const speaks =
			own.has(at) ||
			spoken.some((list) => list.length > 0 && list.every((word) => stretch.words.has(word))) ||
			(rule.words !== null && firstMatch(rule.words.regex, sentence) !== null);
		return speaks && firstMatch(unlessNear.regex, sentence) !== null;
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
	return spans.every((span) => firstMatch(words.regex, text.slice(span.start, span.end)) === null);
}

/** The mentions that use the rule's own words, where there are any: a code may rest on other words as well. */
function named(rule: TableRule, spans: readonly EvidenceSpan[], text: string): readonly EvidenceSpan[] {
	const { words } = rule;
	if (!words) return spans;
	const own = spans.filter((span) => firstMatch(words.regex, text.slice(span.start, span.end)) !== null);
	return own.length > 0 ? own : spans;
}

/** First match of a rule's pattern in the whole note, or null. */
const said = (pattern: WordPattern | null, words: NoteWords): TextRange | null =>
	pattern && canMatch(pattern, words.starts) ? firstMatch(pattern.regex, words.text) : null;

/** Facts of the note that a query quotes: what the rule needs, and a reading that speaks to the question. */
function facts({ shows }: TableRule, needed: TextRange | null, words: NoteWords): TextRange[] {
	const shown = said(shows, words);
	return [needed, shown].flatMap((range) => {
		if (!range) return [];
		const section = words.stretches[words.indexAt(range.start)]?.section;
		return [{ ...range, ...(section ? { section } : {}) }];
	});
}

/** Findings of the hand-written rules, in the order of the table. */
export function* tableFindings(input: DocumentationInput, words: NoteWords): Generator<Finding> {
	const silenced: TextRange[] = [];
	const { about: suggested, answered } = sortedOut(input.suggestions);
	for (const [at, rule] of tableRules().entries()) {
		if ((rule.setting && rule.setting !== input.setting) || answered.has(at)) continue;
		const about = aboutCode(rule, suggested.get(at) ?? [], words) ?? aboutWords(rule, words);
		const mentions = about ? named(rule, about.spans, input.text) : [];
		const span = bestSpan(mentions);
		if (!about || !span || said(rule.unless, words)) continue;
		const needed = said(rule.needs, words);
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
