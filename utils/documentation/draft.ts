import { tableRows } from "../lexicon/tables";
import type { TextRange } from "../text/note-text";
import type { Finding, FindingLevel, Topic } from "./types";

interface Wording {
	title: string;
	question: string;
	source: string;
}

let wordings: Map<string, Wording> | null = null;

function wordingOf(topic: Topic): Wording {
	wordings ??= new Map(
		tableRows("rules/axis-questions", ["topic", "title", "question", "source"]).map(({ cells }) => [
			cells.topic,
			cells,
		]),
	);
	const found = wordings.get(topic) ?? wordings.get("type");
	if (!found) throw new Error("data/rules/axis-questions.tsv has no row for type");
	return found;
}

const MOST_WORDS = 70;

/** The record's words as they read inside a sentence of ours: one line, no trailing stop, not too long. */
export function inline(quote: string): string {
	const plain = quote
		.replace(/\s+/g, " ")
		.replace(/[.,;:]+$/, "")
		.trim();
	return plain.length > MOST_WORDS ? `${plain.slice(0, MOST_WORDS).replace(/\s\S*$/, "")} …` : plain;
}

/** Lower-case first letter, unless the word is an abbreviation or a name. */
const lowered = (text: string) => (/^[A-Z][a-z]/.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text);
const raised = (text: string) => (text[0] ?? "").toUpperCase() + text.slice(1);

/** What a finding is made from. */
export interface DraftInput {
	rule: string;
	topic: Topic;
	level: FindingLevel;
	text: string;
	span: TextRange;
	section?: string | undefined;
	codes: string[];
	/** What the question rests on besides the guideline. */
	sourceNote?: string;
	/** Own wording of a rule; {words} stands for the record's words. */
	title?: string | undefined;
	question?: string | undefined;
	source?: string;
	/** Facts and further places of the record; `section` is named in the query. */
	indicators?: (TextRange & { section?: string })[];
	/** Answers that the note supports; "other" and "unable to determine" are added. */
	options?: string[];
	/** Other findings about the same words are left out. */
	alone?: boolean;
}

/** Makes a finding with its query draft, in the record's own words. */
export function draft(input: DraftInput): Finding {
	const wording = wordingOf(input.topic);
	const quote = input.text.slice(input.span.start, input.span.end);
	const words = inline(quote);
	const fill = (template: string, shown: string) => template.replaceAll("{words}", shown);
	const title = raised(fill(input.title ?? wording.title, words));
	const question = fill(input.question ?? wording.question, lowered(words));
	const indicators = (input.indicators ?? []).map(({ start, end }) => ({
		start,
		end,
		quote: input.text.slice(start, end),
	}));
	const source = [input.source ?? wording.source, input.sourceNote].filter(Boolean).join("; ");
	const finding: Finding = {
		rule: input.rule,
		topic: input.topic,
		level: input.level,
		start: input.span.start,
		end: input.span.end,
		quote,
		title,
		question,
		source,
		codes: input.codes,
		indicators,
		...(input.alone ? { alone: true } : {}),
		query: "",
	};
	return { ...finding, query: queryText(finding, input) };
}

/**
 * The text a coder can copy and edit: what the record says, with its place, one open question, and answers
 * only where the note supports them, A to Z, with "other" and "unable to determine".
 */
function queryText(finding: Finding, { section, indicators = [], options = [] }: DraftInput): string {
	const place = (name: string | undefined) => (name ? ` (${inline(name)})` : "");
	const lines = [finding.title, "", `The record states: “${inline(finding.quote)}”${place(section)}.`];
	finding.indicators.forEach(({ quote }, i) => {
		lines.push(`Also in the record: “${inline(quote)}”${place(indicators[i]?.section)}.`);
	});
	lines.push("", finding.question);
	if (options.length > 0) {
		lines.push(...[...options].sort().map((option) => `[ ] ${option}`));
		lines.push("[ ] other: ________", "[ ] unable to determine");
	}
	return lines.join("\n");
}
