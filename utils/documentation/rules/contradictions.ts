import { tableRows } from "../../lexicon/tables";
import type { TextRange } from "../../text/note-text";
import { draft } from "../draft";
import type { NoteWords } from "../note-words";
import type { Finding } from "../types";
import type { SpecialRule } from "./special";
import { canMatch, firstMatch, type WordPattern, wordPattern } from "./word-pattern";

interface Contradiction {
	id: string;
	value: WordPattern | null;
	first: WordPattern | null;
	second: WordPattern | null;
	unless: WordPattern | null;
	title: string;
	question: string;
	source: string;
}

const TABLE = "rules/documentation-conflicts";
const COLUMNS = ["id", "value", "first", "second", "unless", "title", "question", "source"] as const;
let table: Contradiction[] | null = null;

function contradictions(): Contradiction[] {
	table ??= tableRows(TABLE, COLUMNS).map(({ cells, line }) => ({
		...cells,
		value: wordPattern(TABLE, line, cells.value),
		first: wordPattern(TABLE, line, cells.first),
		second: wordPattern(TABLE, line, cells.second),
		unless: wordPattern(TABLE, line, cells.unless),
	}));
	return table;
}

/** True when the words are about the patient and not only feared or taught. */
function isPatients(words: NoteWords, range: TextRange): boolean {
	const context = words.contextAt(range);
	return context.experiencer === "patient" && context.temporality !== "hypothetical" && !context.uncertain;
}

/** True when the words are the patient's and not denied. Words that carry their own "no" are not asked about that. */
function holds(words: NoteWords, range: TextRange): boolean {
	return isPatients(words, range) && !words.contextAt(range).negated;
}

const ROMAN: Record<string, string> = { i: "1", ii: "2", iii: "3", iv: "4", v: "5", one: "1", two: "2" };

function valueIn(match: RegExpMatchArray): string {
	const raw = (match.slice(1).find((group) => group !== undefined) ?? "").toLowerCase().replace(/\s+/g, "");
	const numeral = /^(i{1,3}|iv|v|one|two)([ab]?)$/.exec(raw);
	return numeral ? `${ROMAN[numeral[1] as string]}${numeral[2]}` : raw;
}

/** Two statements with different values, the earlier one first; null when they agree. */
function twoValues(pattern: WordPattern, words: NoteWords): [TextRange, TextRange] | null {
	if (!canMatch(pattern, words.starts)) return null;
	let known: { value: string; range: TextRange } | null = null;
	for (const match of words.text.matchAll(pattern.regex)) {
		const range = { start: match.index, end: match.index + match[0].length };
		const value = valueIn(match);
		if (value === "" || !holds(words, range)) continue;
		known ??= { value, range };
		if (!known.value.startsWith(value) && !value.startsWith(known.value)) return [known.range, range];
	}
	return null;
}

function bothHold(rule: Contradiction, words: NoteWords): [TextRange, TextRange] | null {
	const { starts } = words;
	if (!rule.first || !rule.second || !canMatch(rule.first, starts) || !canMatch(rule.second, starts))
		return null;
	const find = ({ regex }: WordPattern, isRight: (range: TextRange) => boolean): TextRange | undefined =>
		[...words.text.matchAll(regex)]
			.map((match) => ({ start: match.index, end: match.index + match[0].length }))
			.find(isRight);
	const first = find(rule.first, (range) => isPatients(words, range));
	const second = first && find(rule.second, (range) => holds(words, range));
	return first && second ? [first, second] : null;
}

/** Statements of one note that cannot both hold: data/rules/documentation-conflicts. Both are shown, no side taken. */
export const contradictionFindings: SpecialRule = function* (input, words): Generator<Finding> {
	for (const rule of contradictions()) {
		const pair = rule.value ? twoValues(rule.value, words) : bothHold(rule, words);
		if (!pair || (rule.unless && firstMatch(rule.unless.regex, input.text))) continue;
		const [first, second] = pair;
		const shown = (range: TextRange) => input.text.slice(range.start, range.end).replace(/\s+/g, " ");
		yield draft({
			rule: rule.id,
			topic: "conflict",
			level: "changes-code",
			text: input.text,
			span: first,
			section: words.stretches[words.indexAt(first.start)]?.section,
			codes: [],
			title: rule.title.replace("{first}", shown(first)).replace("{second}", shown(second)),
			question: rule.question,
			source: rule.source,
			indicators: [second],
		});
	}
};
