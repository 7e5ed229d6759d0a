import type { CodeSet } from "../codesets/types";
import { tableRows } from "../lexicon/tables";
import type { EvidenceSpan, Suggestion } from "../notes/types";
import { type Axis, isBodyPart, openAxes, titleWords } from "./axes";
import { bestSpan, lastingOf, otherPlaces, presentSpans, sectionOf } from "./current";
import { draft } from "./draft";
import type { DocumentationInput } from "./input";
import { type NoteWords, plainWords } from "./note-words";
import { rulesOfCode } from "./rules/rules-of-code";
import type { Finding } from "./types";

/** Suggestions below this score are guesses on a word in passing: nothing is asked about them. */
const LEAST_SCORE = 0.04;
/** Axes asked about per suggestion; more is noise. */
const AXES_PER_CODE = 2;
const SIDE_WORDS = [
	"right",
	"left",
	"bilateral",
	"bilaterally",
	"both",
	"rt",
	"lt",
	"od",
	"os",
	"ou",
	"r",
	"l",
];
/** A complaint: with a diagnosis of the same chapter in the note, the diagnosis is what is asked about. */
const COMPLAINT = /^(?:R|H57\.1|H92|M25\.[56]|M54\.9|M79\.[16]|N64\.4)/;

let quietTable: { prefix: string; but: ReadonlySet<string> }[] | null = null;

/** Topics that are asked about a code of data/rules/documentation-quiet; null for all other codes. */
function quietTopics(code: string): ReadonlySet<string> | null {
	quietTable ??= tableRows("rules/documentation-quiet", ["prefix", "but"]).map(({ cells }) => ({
		prefix: cells.prefix,
		but: new Set(cells.but.split("|")),
	}));
	const bare = code.replace(".", "");
	return quietTable.find(({ prefix }) => bare.startsWith(prefix))?.but ?? null;
}

/** True for a complaint beside a diagnosis of the same chapter. */
function isExplained(suggestion: Suggestion, suggestions: readonly Suggestion[]): boolean {
	if (!COMPLAINT.test(suggestion.code)) return false;
	return suggestions.some(
		(other) =>
			other.system === "ICD-10-CM" &&
			other.status === "affirmed" &&
			other.group === "report" &&
			other.code.startsWith(suggestion.code.charAt(0)) &&
			!COMPLAINT.test(other.code),
	);
}
const SMALL_WORDS = new Set("the of and with for from his her left right bilateral pain".split(" "));

/** Weeks of gestation: they tell the trimester. */
const WEEKS = /\b[1-4]?\d ?(?:w ?\d|\+ ?[0-6]\b|weeks?\b|wks?\b|-week)/i;

/** A condition as the note speaks of it. */
interface Spoken {
	/** Words of each mention, without sides and small words. */
	mentions: string[][];
	/** Stretches that hold a mention. */
	own: Set<number>;
	isTumour: boolean;
	/** Words of the code's title: the side of a bone is often told where the bone is told. */
	body: Set<string>;
}

function spokenOf(suggestion: Suggestion, words: NoteWords): Spoken {
	const mentions = suggestion.spans.map((span) =>
		plainWords(words.text.slice(span.start, span.end)).filter((word) => !SMALL_WORDS.has(word)),
	);
	return {
		mentions: mentions.filter((list) => list.length > 0),
		isTumour: /^(?:C|D[0-4])/.test(suggestion.code),
		own: new Set(suggestion.spans.map((span) => words.indexAt(span.start))),
		body: new Set(
			titleWords(suggestion.title).filter((word) => word.length > 2 && !SIDE_WORDS.includes(word)),
		),
	};
}

/** Long words are told by their beginnings: "atherosclerotic" answers "atherosclerosis". */
const STEM = 8;
const stem = (word: string) => word.slice(0, STEM);

/** An accident in the words of how it happened: what was hurt, and how, is what the visit is for. */
const MECHANISM = /\b(?:twist|injur|hurt)\w*/i;

/** True when the note answers the axis: one of its words in a sentence that is about the condition. */
function isSaid(axis: Axis, spoken: Spoken, words: NoteWords): boolean {
	if (axis.words.has("trimester") && WEEKS.test(words.text)) return true;
	const sided = axis.topic === "laterality";
	const asked = sided ? new Set([...axis.words, ...SIDE_WORDS]) : axis.words;
	const mentioned = new Set(spoken.mentions.flat().map(stem));
	const stems = new Set([...asked].map(stem));
	// Where a tumour was is told by its operation.
	const everywhere = axis.topic === "site" && spoken.isTumour;
	return words.stretches.some((stretch, i) => {
		const about =
			everywhere ||
			spoken.own.has(i) ||
			spoken.mentions.some((list) => list.every((word) => stretch.words.has(word))) ||
			(sided && [...spoken.body].some((word) => stretch.words.has(word)));
		return about && [...stretch.words].some((word) => stems.has(stem(word)) && !mentioned.has(stem(word)));
	});
}

const SPINE_LEVEL = /\b[CTLS]\d{1,2}\b/;

/** True when the clause of a mention names a body part that the code does not, or a level of the spine. */
function isPlaced(suggestion: Suggestion, spoken: Spoken, words: NoteWords): boolean {
	return suggestion.spans.some(({ start, end }) => {
		const before = /[^,.;:\n]*$/.exec(words.text.slice(Math.max(0, start - 30), start))?.[0] ?? "";
		const after = /^[^.;:\n]*/.exec(words.text.slice(end, end + 60))?.[0] ?? "";
		const clause = before + words.text.slice(start, end) + after;
		if (SPINE_LEVEL.test(clause)) return true;
		return plainWords(clause).some((word) => isBodyPart(word) && !spoken.body.has(word));
	});
}

/** The code names a side, and the note none at all: whatever chose it, the side is not documented. */
function isSideUnsaid({ title, code }: Suggestion, words: NoteWords): boolean {
	if (!/\b(?:right|left)\b/i.test(title) || /^[V-Z]/.test(code) || /dominant/i.test(title)) return false;
	return !words.stretches.some((stretch) => SIDE_WORDS.some((word) => stretch.words.has(word)));
}

/** True when another current suggestion is one of the options: the note says it there. */
function isChosen(axis: Axis, input: DocumentationInput, set: CodeSet): boolean {
	return input.suggestions.some((other) => {
		if (other.system !== "ICD-10-CM" || other.status !== "affirmed") return false;
		const row = set.find(other.code);
		return axis.options.some((option) => row >= option && row < set.end(option));
	});
}

/** The mentions a question about the code can be asked at; none when the axes of the code are not asked about. */
function askedAt(suggestion: Suggestion, words: NoteWords): EvidenceSpan[] {
	const { system, companion, group, status } = suggestion;
	if (system !== "ICD-10-CM" || companion || isGuess(suggestion)) return [];
	if (status === "affirmed" && group === "not-current") return [];
	return presentSpans(words, suggestion).filter((span) => !isSmallWord(suggestion, words.text, span));
}

/** A weak suggestion; a lasting condition in a list of past illnesses is asked about all the same. */
const isGuess = ({ score, code }: Suggestion) => score < LEAST_SCORE && lastingOf(code) === "";

/** Tests whose abbreviation is also that of an illness; "RHF" is a right-handed woman. */
const TEST = /^(?:PSA|CRP|ESR|BMP|CMP|CBC|INR|TSH|ABG|BUN|HCT|PPD)$/;

/** Diarrhea and being nervous are complaints, whatever their code. "man" is no MEN, "down" no syndrome: a short word in small letters that the title does not have, or has as a name. */
function isSmallWord({ title }: Suggestion, text: string, { start, end }: EvidenceSpan): boolean {
	const quote = text.slice(start, end);
	if (
		TEST.test(quote) ||
		/diarrh|nervous|^anxious$/i.test(quote) ||
		/^(?:[RL]H[FM]|growth|\d(?:st|nd|rd|th))$/i.test(quote)
	)
		return true;
	if (!/^[a-z]{1,4}$/.test(quote)) return false;
	const lower = title.toLowerCase();
	return !lower.includes(quote) || lower.startsWith(`${quote} syndrome`);
}

/**
 * What the note leaves open of the suggested codes, read off the classification: an axis on which the
 * billable siblings differ, open in the chosen code, with no word for it anywhere the condition is spoken of.
 * Codes that a hand-written rule is about are asked for their side alone.
 */
export function* classificationFindings(input: DocumentationInput, words: NoteWords): Generator<Finding> {
	const { set } = input;
	for (const suggestion of input.suggestions) {
		const mentions = askedAt(suggestion, words);
		const span = bestSpan(mentions);
		const row = span ? set.find(suggestion.code) : -1;
		if (!span || row < 0 || isExplained(suggestion, input.suggestions)) continue;
		const axes = openAxes(set, row);
		const spoken = axes.length > 0 ? spokenOf(suggestion, words) : null;
		const covered = rulesOfCode(suggestion.code).covered;
		const quiet = quietTopics(suggestion.code);
		let asked = 0;
		if (isSideUnsaid(suggestion, words) && (quiet?.has("laterality") ?? true)) {
			asked++;
			yield draft({
				rule: "unspecified-laterality",
				topic: "laterality",
				level: suggestion.group === "report" ? "changes-code" : "check",
				text: input.text,
				span,
				section: sectionOf(words, span),
				codes: [suggestion.code],
				indicators: otherPlaces(words, mentions, span),
			});
		}
		for (const axis of axes) {
			if (asked === AXES_PER_CODE || spoken === null) break;
			if (covered && axis.topic !== "laterality") continue;
			if (quiet && !quiet.has(axis.topic)) continue;
			if (axis.topic !== "laterality" && MECHANISM.test(input.text.slice(span.start, span.end))) continue;
			if (isChosen(axis, input, set) || isSaid(axis, spoken, words)) continue;
			if ((axis.topic === "site" || /^M[45]/.test(suggestion.code)) && isPlaced(suggestion, spoken, words))
				continue;
			asked++;
			yield draft({
				rule: `unspecified-${axis.topic}`,
				topic: axis.topic,
				level: suggestion.group === "report" ? "changes-code" : "check",
				text: input.text,
				span,
				section: sectionOf(words, span),
				codes: axis.options.map((option) => set.code(option)),
				indicators: otherPlaces(words, mentions, span),
				sourceNote: `${set.code(axis.level)} and its siblings`,
			});
		}
	}
}
