import type { Candidate } from "../candidates";
import { toldCandidate } from "../choose/told-candidate";
import { contextOf, prepareSentence } from "../context";
import type { NoteReader } from "../reader";
import { type DrugIntent, drugCode } from "./table";
import type { ToldSentence } from "./told";

const SOURCE = "Guideline I.C.19.e.5";
const POISONING =
	"\\b(?:overdos(?:e|ed|es|ing)|poisoning|poisoned|toxic ingestion|ingested|ingestion of|swallowed)\\b";
const SELF_HARM =
	/suicid(?:e|al) (?:attempt|gesture|intent\w*)|attempted suicide|(?:end|ended|take|took) (?:her|his|their|my) (?:own )?life|kill (?:herself|himself|themselves)|(?:wanted|wants|wish\w*|meant|intended|trying) to die|self[- ]harm|on purpose|\bintentional(?:ly)?\b|deliberate(?:ly)?/g;
const DENIED = /\b(?:no|not|never|den(?:y|ies|ied)|without)\b[^.]{0,40}$/;
const UNDETERMINED =
	/\bintent(?:ion)? (?:is |was |remains )?(?:undetermined|unclear|unknown)|\bcould not be determined/;

/** Intent of a poisoning as its section tells it; what is not told counts as accidental (guideline I.C.19.e.5.b). */
function intentOf(around: string): DrugIntent {
	if (UNDETERMINED.test(around)) return "undetermined";
	for (const match of around.matchAll(SELF_HARM))
		if (!DENIED.test(around.slice(0, match.index))) return "self-harm";
	return "accidental";
}

const NOT_TAKEN =
	"\\b(?:ran out of|run out of|out of|stopped(?: taking)?|quit(?: taking)?|not (?:been )?taking|has not taken|missed|missing|skips|" +
	"skipped|skipping|forgets?|forgot|forgotten|non-?adheren\\w+|non-?complian\\w+|underdos\\w+|rationing|cannot afford|could not afford|can't afford)\\b";
/** Why a drug was not taken, and its code: guideline I.C.19.e.5.c. */
const REASONS: readonly (readonly [RegExp, string])[] = [
	[
		/\b(?:afford|too expensive|cost of|because of (?:the )?cost|lost (?:his|her) insurance|no insurance|co-?pay)\b/,
		"Z91.120",
	],
	[/\bforg[eo]t\w*\b/, "Z91.138"],
	[
		/\bon (?:his|her|their) own\b|\bwithout telling\b|\bdecided (?:to stop|not to take)\b|\bagainst (?:medical )?advice\b/,
		"Z91.128",
	],
];

/**
 * Poisonings and underdosing by drugs that the note names: the drug with the intent, and why a drug was not taken. A
 * poisoning whose drug is told stands in the place of what was matched for it before.
 */
export function withPoisonings(
	reader: NoteReader,
	text: string,
	sentences: readonly ToldSentence[],
	candidates: readonly Candidate[],
): Candidate[] {
	let list = [...candidates];
	const { set, drugs } = reader;
	const poisoned = new RegExp(
		`${POISONING}[^.]{0,50}?\\b(${drugs.names})\\b|\\b(${drugs.names})\\b[^.]{0,25}?${POISONING}`,
		"g",
	);
	const missed = new RegExp(
		`${NOT_TAKEN}[^.]{0,40}?\\b(${drugs.names})\\b|\\b(${drugs.names})\\b[^.]{0,40}?${NOT_TAKEN}`,
		"g",
	);
	const told = (sentence: ToldSentence, match: RegExpMatchArray): boolean => {
		const start = sentence.start + (match.index as number);
		const range = { start, end: start + match[0].length };
		return contextOf(prepareSentence(text, sentence), range, sentence.role).status === "affirmed";
	};
	const add = (code: string, sentence: ToldSentence, match: RegExpMatchArray): void => {
		const row = set.find(code);
		const start = sentence.start + (match.index as number);
		if (row < 0 || list.some((candidate) => candidate.row === row)) return;
		list.push(toldCandidate(row, { start, end: start + match[0].length }, sentence.passage, SOURCE));
	};
	for (const sentence of sentences) {
		for (const match of sentence.words.matchAll(poisoned)) {
			const stem = drugs.codeOf((match[1] ?? match[2]) as string);
			if (stem === null || !told(sentence, match)) continue;
			const code = drugCode(stem, intentOf(sentence.around));
			list = list.filter(({ row }) => {
				const other = set.code(row);
				return other === code || !(other.startsWith(stem) || other.startsWith("T50.9"));
			});
			add(code, sentence, match);
		}
		for (const match of sentence.words.matchAll(missed)) {
			const stem = drugs.codeOf((match[1] ?? match[2]) as string);
			const reason = REASONS.find(([words]) => words.test(sentence.words));
			if (stem === null || reason === undefined || !told(sentence, match)) continue;
			add(drugCode(stem, "underdosing"), sentence, match);
			add(reason[1], sentence, match);
		}
	}
	return list;
}
