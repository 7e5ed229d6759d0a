import type { TextRange } from "../../text/note-text";
import type { Candidate } from "../candidates";
import { withEpisode } from "../choose/episode";
import type { NoteFacts } from "../choose/note-facts";
import { toldCandidate } from "../choose/told-candidate";
import { contextOf, prepareSentence } from "../context";
import type { Passage } from "../passages";
import type { NoteReader } from "../reader";
import type { Section, SectionRole } from "../sections";
import { type ToldSentence, toldSentences } from "../told-sentences";
import type { CauseRule, CauseSort } from "./table";

/** Marks a candidate as the cause the note tells. */
export const CAUSE_RULE = "Guideline I.C.20";

/** Sections that tell how an injury came about. */
const TELLS = new Set<SectionRole>([
	"unknown",
	"hpi",
	"chief-complaint",
	"assessment",
	"impression",
	"indication",
	"hospital-course",
	"admission-dx",
	"discharge-dx",
	"preop-dx",
	"postop-dx",
]);
/** Rows held against the note in one step. */
const STEP = 20;
const ASIDE = new Set<CauseSort>(["place", "activity", "standing"]);

/** The sentences that may tell a cause, without the falls that were none. */
function sentencesOf(
	{ causes }: NoteReader,
	text: string,
	sections: readonly Section[],
	passages: readonly Passage[],
): ToldSentence[] {
	const telling = { tells: (role: SectionRole) => TELLS.has(role), around: (passage: Passage) => passage };
	return toldSentences(text, sections, passages, telling).map((sentence) => ({
		...sentence,
		words: sentence.words.replace(causes.noFall, (found) => " ".repeat(found.length)),
	}));
}

/**
 * The external causes a note tells beside an injury: one way it came about, one place, one activity, one standing.
 * Each is a candidate under CAUSE_RULE, with the words that tell it. Pauses (yields) between rows of the table.
 */
export function* causeCandidates(
	reader: NoteReader,
	text: string,
	sections: readonly Section[],
	passages: readonly Passage[],
	facts: NoteFacts,
): Generator<void, Candidate[]> {
	const sentences = sentencesOf(reader, text, sections, passages).filter(
		({ words }) => !reader.causes.longAgo.test(words) && !reader.causes.modifies.test(words),
	);
	const found = new Map<CauseSort, Candidate>();
	let step = 0;
	for (const rule of reader.causes.rules) {
		if (found.has(rule.sort)) continue;
		if (step++ % STEP === 0) yield;
		const row = reader.set.find(rule.code);
		if (row < 0) continue;
		for (const sentence of sentences) {
			const at = toldIn(reader, text, rule, sentence);
			if (at === null) continue;
			const chosen = withEpisode(reader.set, row, facts.episode, "closed");
			found.set(rule.sort, toldCandidate(chosen, at, sentence.passage, CAUSE_RULE));
			break;
		}
	}
	return [...found.values()];
}

/** Where the sentence tells this cause as the patient's own and present, or null. */
function toldIn(reader: NoteReader, text: string, rule: CauseRule, sentence: ToldSentence): TextRange | null {
	const { words, role } = sentence;
	const match = rule.words.exec(words);
	if (match === null) return null;
	if (rule.beside?.test(sentence.around) === false || rule.not?.test(words) === true) return null;
	const event = rule.sort === "standing" ? sentence.around : words;
	if (ASIDE.has(rule.sort) && (!reader.causes.event.test(event) || reader.causes.habit.test(words)))
		return null;
	const start = sentence.start + match.index;
	const range = { start, end: start + match[0].length };
	const context = contextOf(prepareSentence(text, sentence), range, role);
	return context.status === "affirmed" ? range : null;
}
