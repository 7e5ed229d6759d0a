import { type Episode, type Openness, withEpisode } from "./choose/episode";
import type { NoteFacts } from "./choose/note-facts";
import { regionsOf, type SideFor, sidesOfNote } from "./choose/note-side";
import { chosenFor } from "./choose/phrase-choice";
import type { Choice } from "./choose/refine";
import type { Side } from "./choose/side";
import { mayBeOf, oneSide } from "./choose/side-regions";
import { type Surroundings, surroundings } from "./choose/surroundings";
import { withUnconscious } from "./choose/unconscious";
import type { Mention } from "./mentions";
import type { Passage } from "./passages";
import type { NoteReader } from "./reader";
import type { Term } from "./terms/terms";
import type { SpanStatus } from "./types";

/** A code the note may be reported with, and the mentions that speak for it. */
export interface Candidate {
	row: number;
	/** Row the mentions named before the choice of specifics. */
	named: number;
	mentions: Mention[];
	/** Of one that a rule made and that is coded after its cause: the mentions that give its place in the note. */
	placedBy?: readonly Mention[];
	/** Words that chose the specifics. */
	by: string[];
	sideMissing: boolean;
	margin: number;
	/** Source of the rule that made it, when a rule did. */
	rule?: string;
	/** The note's sections tell different kinds of the condition. */
	contradicted?: boolean;
}

/** Chooses the code of each mention and gathers mentions of the same code. */
export function candidatesOf(
	reader: NoteReader,
	mentions: readonly Mention[],
	passages: readonly Passage[],
	facts: NoteFacts,
): Candidate[] {
	const byRow = new Map<number, Candidate>();
	const sideFor = sidesOfNote(passages.map(({ sides }) => sides).filter((sides) => sides.length > 0));
	for (const mention of mentions) {
		const choice = choiceFor(reader, mention, passages[mention.passage] as Passage, sideFor, facts);
		for (const row of choice.rows) {
			const there = byRow.get(row);
			if (there !== undefined) {
				if (!mention.again) there.mentions.push(mention);
			} else
				byRow.set(row, {
					row,
					named: mention.row,
					mentions: [mention],
					by: choice.by,
					sideMissing: choice.sideMissing,
					margin: choice.margin,
				});
		}
	}
	const found = [...byRow.values()];
	if (reader.off.has("history")) return found;
	return [...found.filter((candidate) => !isOver(reader, candidate)), ...pastOf(reader, found)];
}

/** "Status post hernia repair": a history that names the operation tells that the condition is over. */
function isOver(reader: NoteReader, { mentions }: Candidate): boolean {
	return mentions.every(
		({ status, sentence, from, to }) =>
			status === "historical" && reader.tells(sentence.terms, from, to).has("operation"),
	);
}

/** Injuries default to the initial encounter (active treatment); words beside the mention may say otherwise. */
function episodeFor(
	{ meaning }: NoteReader,
	mention: Mention,
	passage: ReadonlySet<string>,
	facts: NoteFacts,
): Episode {
	for (const { word, denied } of mention.sentence.terms) {
		if (denied === true) continue;
		const says = meaning(word);
		if (says === "sequela" || says === "nonunion" || says === "malunion" || says === "delayed") return says;
	}
	for (const word of passage) {
		const says = meaning(word);
		if (says === "nonunion" || says === "malunion" || says === "delayed") return says;
	}
	return facts.episode;
}

const OPEN_REACH = 4;

/** "Open comminuted fracture", "fracture, open grade II"; not "open reduction of the fracture". */
function saidOpen({ meaning }: NoteReader, { sentence: { terms }, from, to }: Mention): boolean {
	for (let i = Math.max(0, from - OPEN_REACH); i <= Math.min(terms.length - 1, to + OPEN_REACH); i++) {
		const term = terms[i] as Term;
		if (meaning(term.word) === "gustilo") return true;
		if (meaning(term.word) !== "open" || term.denied === true) continue;
		const next = terms[i + 1];
		if (next === undefined || next.gap === 3 || meaning(next.word) !== "operation") return true;
	}
	return false;
}

const THIRD = /^(?:(?:type|grade|class)=3[abc]?|iii[abc]?|3[abc])$/;
const GRADED = /^(?:type|grade|class)=/;

/** How open the fracture is told: by Gustilo's grade where the sentence has one ("type IIIA open fracture"). */
function opennessOf(reader: NoteReader, mention: Mention): Openness {
	if (!saidOpen(reader, mention)) return "closed";
	const { terms } = mention.sentence;
	const third = terms.some(
		({ key, word }, i) =>
			THIRD.test(key) ||
			(THIRD.test(word) && (GRADED.test(key) || reader.meaning(terms[i - 1]?.word ?? "") === "gustilo")),
	);
	return third ? "severe" : "open";
}

const NO_KEYS: ReadonlySet<string> = new Set();
/** A longer paragraph speaks of too many things to lend its words to one of them. */
const SHORT_PASSAGE = 45;

/** Words of the passage that may be said of the mention: not what only describes a condition of another category. */
function lentBy({ set }: NoteReader, { keys, owned }: Passage, { row }: Mention): ReadonlySet<string> {
	if (owned.size === 0) return keys;
	const category = set.code(row).slice(0, 3);
	return new Set([...keys].filter((key) => owned.get(key)?.has(category) !== false));
}

/** What a mention is read with. */
function aroundOf(
	reader: NoteReader,
	mention: Mention,
	lent: ReadonlySet<string>,
	sides: { block: Side; note: Side },
	facts: NoteFacts,
): Surroundings {
	const { sentence, from, to } = mention;
	const { parts, pairs, describes } = reader;
	return surroundings(sentence.terms, from, to, lent, sides, facts.keys, parts, pairs, describes);
}

/** The mention's code; depends on its passage and on the side the note names, so it is kept with the mention. */
function choiceFor(
	reader: NoteReader,
	mention: Mention,
	passage: Passage,
	sideFor: SideFor,
	facts: NoteFacts,
): Choice {
	const regions = regionsOf(reader, mention);
	const noteSide = sideFor(regions);
	const id = `${noteSide} ${facts.episode} ${facts.unconscious} ${[...facts.keys].join()}`;
	const known = mention.chosen.get(id);
	if (known !== undefined) return known;
	const lent =
		passage.title !== null || passage.keys.size <= SHORT_PASSAGE ? lentBy(reader, passage, mention) : NO_KEYS;
	const block = oneSide(passage.sides.filter((one) => mayBeOf(one, regions)));
	const choice: Choice = reader.off.has("specifics")
		? { rows: [mention.row], margin: 0, by: [], sideMissing: false }
		: chosenFor(reader, mention, aroundOf(reader, mention, lent, { block, note: noteSide }, facts));
	const rows = choice.rows.map((row) =>
		withEpisode(
			reader.set,
			withUnconscious(reader.set, row, facts.unconscious),
			episodeFor(reader, mention, lent, facts),
			opennessOf(reader, mention),
		),
	);
	const chosen = { ...choice, rows };
	mention.chosen.set(id, chosen);
	return chosen;
}

/**
 * Row of the kind told elsewhere (`row`) in the state that the mention tells: "acute on chronic heart failure" of a known
 * diastolic one. `row` itself where the mention says no more.
 */
export function inStateOf(reader: NoteReader, row: number, mention: Mention, facts: NoteFacts): number {
	const { set, titles } = reader;
	const side = titles.of(row).side;
	const sides = { block: null, note: side === "unspecified" ? null : side };
	const around = aroundOf(reader, mention, NO_KEYS, sides, facts);
	const [chosen] = chosenFor(reader, { row, keys: mention.keys, source: "title" }, around).rows;
	const same =
		chosen !== undefined && set.parent(chosen) === set.parent(row) && titles.of(chosen).side === side;
	return same ? chosen : row;
}

const IN_REMISSION = /\bremission\b|\bin relapse\b/i;

/** Personal-history and family-history codes for conditions that are told as over, or as a relative's. */
function pastOf(reader: NoteReader, candidates: readonly Candidate[]): Candidate[] {
	const made = new Map<number, Candidate>();
	for (const candidate of candidates) {
		const history = reader.history(reader.set.code(candidate.row));
		// A leukemia in remission is still reported as one (guideline I.C.2.n).
		if (history === null || IN_REMISSION.test(reader.set.title(candidate.row))) continue;
		for (const mention of candidate.mentions) {
			const code =
				mention.status === "historical"
					? history.personal
					: mention.status === "family"
						? history.family
						: "";
			const row = code === "" ? -1 : reader.set.find(code);
			if (row < 0) continue;
			const past: Mention = { ...mention, status: "affirmed", told: mention.status };
			const there = made.get(row);
			if (there !== undefined) there.mentions.push(past);
			else
				made.set(row, { ...candidate, row, mentions: [past], by: [], sideMissing: false, rule: "history" });
		}
	}
	return [...made.values()];
}

/** Status with the most weight over a candidate's mentions: an affirmed one leads. */
export function leadingStatus(candidate: Candidate): SpanStatus {
	for (const status of [
		"affirmed",
		"uncertain",
		"historical",
		"hypothetical",
		"family",
		"other-person",
		"negated",
	] as const)
		if (candidate.mentions.some((mention) => mention.status === status)) return status;
	return "affirmed";
}
