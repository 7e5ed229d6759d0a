import { baseForm } from "../text/base-form";
import { hintHolds, type PhraseHint } from "./dictionary/phrase-hint";
import { distributed } from "./match/distribute";
import { withoutImplied } from "./match/implied";
import { besides, withoutLists } from "./match/lists";
import { type Match, matchesIn, type Sentence, sentenceOf } from "./match/match";
import { pick } from "./match/pick";
import { settleSpread, spreadIn } from "./match/spread";
import type { NoteReader } from "./reader";
import { type CueRule, cueCounts } from "./rules/cues";
import type { SectionRole } from "./sections";
import type { Term } from "./terms/terms";

/** A reading of a sentence and what it finds. */
export interface SentenceReading {
	sentence: Sentence;
	found: Match[];
}

/** "Lung nodules" says more than "lung nodule". */
const PLURAL = 0.1;

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();

/** Chapter 20: external causes. */
const EXTERNAL = /^[V-Y]/;

/**
 * "Appendicitis without perforation" is no perforated appendicitis: a denial must cover all of a match or none,
 * unless the denying word belongs to the name ("non-Hodgkin lymphoma", "HIV screening"); so must the list of places
 * that a cancer has spread to.
 */
function halfDenied(match: Match, terms: readonly Term[]): boolean {
	const apart = (mark: "denied" | "spread"): boolean => {
		const marked = match.at.filter((place) => terms[place]?.[mark] === true).length;
		return marked > 0 && marked < match.at.length;
	};
	// "Cough without fever, chills": no name begins with its "without".
	if (terms[match.at[0] as number]?.word === "without") return true;
	const named = match.at.some((place) => terms[place]?.denies === true);
	if (named && match.at.some((place) => deniedByOther(match, terms, place))) return true;
	return (!named && apart("denied")) || apart("spread");
}

/** The word that denies the one at `place` is none of the match's: "[aura]" in "migraine without aura, [not intractable]". */
function deniedByOther(match: Match, terms: readonly Term[], place: number): boolean {
	if (terms[place]?.denied !== true) return false;
	let denier = place;
	while (denier >= 0 && terms[denier]?.denies !== true) denier--;
	if (denier < 0) return false;
	for (; terms[denier]?.denies === true; denier--) if (match.at.includes(denier)) return false;
	return true;
}

/** What a sentence says; where two places share one head, once for each of them. */
export function readingsOf(
	reader: NoteReader,
	text: string,
	whole: Term[],
	role: SectionRole,
	sex: "female" | "male" | null,
): SentenceReading[] {
	const one = (terms: Term[]): SentenceReading => {
		const implied = reader.off.has("implied sites") ? NOTHING : reader.implied;
		const sentence = sentenceOf(terms, reader.ids, implied);
		const spread = spreadIn(terms, [reader.lexicon, ...reader.dictionaries]);
		const keys = new Set(terms.map(({ key }) => key));
		return { sentence, found: matchesOf(reader, text, sentence, keys, role, sex, spread) };
	};
	const plain = one(whole);
	const parts = distributed(
		whole,
		plain.found,
		({ key }) => reader.isPlace(key),
		({ key }) => reader.meaning(key) === "shared-head",
	).map(one);
	const each = parts.length > 0 && parts.every(({ found }) => found.length >= plain.found.length);
	return each ? parts : [plain];
}

/** What the dictionaries and the cues find in a sentence, without what a heavier match has claimed. */
function matchesOf(
	reader: NoteReader,
	text: string,
	sentence: Sentence,
	keys: ReadonlySet<string>,
	role: SectionRole,
	sex: "female" | "male" | null,
	spread: readonly Match[],
): Match[] {
	const { terms } = sentence;
	const matches = reader.dictionaries.flatMap((dictionary) => matchesIn(sentence, dictionary, reader.rarity));
	for (const match of matchesIn(sentence, reader.lexicon, reader.rarity)) {
		const hint = reader.hints[match.entry] as PhraseHint;
		const first = terms[match.at[0] as number] as Term;
		const last = terms[match.at[match.at.length - 1] as number] as Term;
		if (hint.word !== null && baseForm(first.word) !== hint.word) continue;
		if (!hintHolds(hint, { role, keys, written: text.slice(first.start, last.end), sex })) continue;
		matches.push(hint.plural ? { ...match, weight: match.weight + PLURAL } : match);
	}
	const clean = matches.filter(
		(match) => !halfDenied(match, terms) && !reader.namesOperation(match, terms, keys, role),
	);
	const cues = matchesIn(sentence, reader.cues.dictionary, reader.rarity).filter(({ entry, row }) =>
		cueCounts(reader.cues.rules[entry] as CueRule, reader.set.code(row), role, keys),
	);
	const partner = (winner: Match, part: Match): boolean =>
		reader.partners(winner.row).some((prefix) => reader.set.code(part.row).startsWith(prefix));
	const category = ({ row }: Match): string => reader.set.code(row).slice(0, 3);
	const standsBeside = besides(
		terms,
		category,
		({ key }) => reader.parts.has(key) || reader.implied.has(key),
		spread,
	);
	const apart = [...withoutLists(withoutImplied(clean, terms, category), terms, text), ...spread];
	// How an injury came about ("strained lifting") takes no words from the injury itself.
	const external = (match: Match): boolean => EXTERNAL.test(reader.set.code(match.row));
	const chosen = [
		...settleSpread(
			terms,
			pick(
				apart.filter((match) => !external(match)),
				terms.length,
				partner,
				standsBeside,
			),
			reader.set,
			reader.lexicon,
		),
		...pick(apart.filter(external), terms.length),
	];
	return reader.off.has("cues") ? chosen : [...chosen, ...pick(cues, terms.length)];
}
