import { withEpisode } from "./choose/episode";
import { refine } from "./choose/refine";
import { surroundings } from "./choose/surroundings";
import type { Mention, Passage } from "./mentions";
import type { NoteReader } from "./reader";
import type { SpanStatus } from "./types";

/** A code the note may be reported with, and the mentions that speak for it. */
export interface Candidate {
	row: number;
	/** Row the mentions named before the choice of specifics. */
	named: number;
	mentions: Mention[];
	/** Words that chose the specifics. */
	by: string[];
	sideMissing: boolean;
	margin: number;
}

/** Chooses the code of each mention and gathers mentions of the same code and status. */
export function candidatesOf(
	reader: NoteReader,
	mentions: readonly Mention[],
	passages: readonly Passage[],
	noteKeys: ReadonlySet<string>,
): Candidate[] {
	const byRow = new Map<number, Candidate>();
	const noteSides = new Set(passages.map((passage) => passage.side).filter((side) => side !== null));
	const noteSide = noteSides.size === 1 ? ([...noteSides][0] as "left") : null;
	for (const mention of mentions) {
		const passage = passages[mention.passage] as Passage;
		const sides = { block: passage.side, note: noteSide };
		const around = surroundings(
			mention.sentence.terms,
			mention.from,
			mention.to,
			passage.keys,
			noteKeys,
			sides,
			reader.parts,
		);
		const choice = refine(reader.set, reader.titles, mention.row, mention.keys, around);
		for (const chosen of choice.rows) {
			const row = withEpisode(reader.set, chosen, "initial", false);
			const there = byRow.get(row);
			if (there !== undefined) there.mentions.push(mention);
			else
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
	return [...byRow.values()];
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
