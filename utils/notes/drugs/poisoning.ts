import type { Candidate } from "../candidates";
import { toldCandidate } from "../choose/told-candidate";
import { contextOf, prepareSentence } from "../context";
import type { NoteReader } from "../reader";
import type { ToldSentence } from "../told-sentences";
import { type DrugIntent, type Drugs, drugCode } from "./table";

const SOURCE = "Guideline I.C.19.e.5";
/** Whether the words of a match in a sentence are told of the patient as they are. */
type Told = (sentence: ToldSentence, match: RegExpMatchArray) => boolean;

/** Intent of a poisoning as its section tells it; what is not told counts as accidental (guideline I.C.19.e.5.b). */
function intentOf({ patterns }: Drugs, section: readonly ToldSentence[], told: Told): DrugIntent {
	if (section.some(({ words }) => patterns.undetermined.test(words))) return "undetermined";
	const harms = (sentence: ToldSentence): boolean =>
		[...sentence.words.matchAll(patterns.selfHarm)].some((match) => told(sentence, match));
	return section.some(harms) ? "self-harm" : "accidental";
}

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
	/** Intent by the text of the section. */
	const intents = new Map<string, DrugIntent>();
	const told: Told = (sentence, match) => {
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
	const matches = (sentence: ToldSentence, name: "poisoned" | "missed"): Iterable<RegExpMatchArray> =>
		drugs.hints[name].test(sentence.words) ? sentence.words.matchAll(drugs.patterns[name]) : [];
	for (const sentence of sentences) {
		for (const match of matches(sentence, "poisoned")) {
			const stem = drugs.codeOf((match[1] ?? match[2]) as string);
			if (stem === null || !told(sentence, match)) continue;
			const section = (): ToldSentence[] => sentences.filter(({ around }) => around === sentence.around);
			const intent = intents.get(sentence.around) ?? intentOf(drugs, section(), told);
			intents.set(sentence.around, intent);
			const code = drugCode(stem, intent);
			list = list.filter(({ row }) => {
				const other = set.code(row);
				return other === code || !(other.startsWith(stem) || other.startsWith("T50.9"));
			});
			add(code, sentence, match);
		}
		for (const match of matches(sentence, "missed")) {
			const stem = drugs.codeOf((match[1] ?? match[2]) as string);
			const reason = drugs.reasons.find(({ words }) => words.test(sentence.words));
			if (stem === null || reason === undefined || !told(sentence, match)) continue;
			add(drugCode(stem, "underdosing"), sentence, match);
			add(reason.code, sentence, match);
		}
	}
	return list;
}
