import { type Candidate, inStateOf } from "../candidates";
import { isEpisodeCode } from "../choose/episode";
import type { NoteFacts } from "../choose/note-facts";
import { conceptOf } from "../choose/refine";
import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { SectionRole } from "../sections";
import type { SpanStatus } from "../types";

const TOLD = new Set<SpanStatus>(["affirmed", "historical", "uncertain"]);

/** How many of a vague code's words the other has: a bundle-branch block is no atrioventricular one. */
const sharedWith = (keys: readonly string[], vague: readonly string[]): number =>
	vague.filter((key) => keys.includes(key)).length;

/** Courses that exclude each other: unspecified chronic gastritis is no acute one. */
const COURSE = ["acut", "chronic", "subacut"];

/** Sections that conclude what the patient has. */
const CONCLUDES = new Set<SectionRole>(["assessment", "plan", "impression", "discharge-dx", "postop-dx"]);
const YEAR = /^(?:19|20)\d\d$/;
/** Terms behind a condition among which a year dates it. */
const DATE_REACH = 4;

/** "CKD stage 3a in 2020" */
function dated({ sentence: { terms }, to }: Mention): boolean {
	return terms.slice(to + 1, to + 1 + DATE_REACH).some(({ word }) => YEAR.test(word));
}

/**
 * Gives the mentions of a less specific code to a more specific one of the same concept: a note that says
 * "systolic heart failure" once and "heart failure" five times speaks of one condition. Codes that contradict
 * each other (other side, other kind) stay apart; so do mentions that are denied or somebody else's.
 */
export function consolidate(
	reader: NoteReader,
	candidates: readonly Candidate[],
	roleOf: (passage: number) => SectionRole,
	facts: NoteFacts,
): Candidate[] {
	const { set, titles } = reader;
	const told = (candidate: Candidate): boolean => candidate.mentions.some(({ status }) => TOLD.has(status));
	const now = (candidate: Candidate): boolean =>
		candidate.mentions.some(({ status }) => status === "affirmed");
	// A list of past conditions still means what lasts, unless words of its own put it in the past ("in 2019").
	const listed = (candidate: Candidate): boolean =>
		reader.lasting(set.code(candidate.row)) !== "" &&
		candidate.mentions.some(
			(mention) => mention.status === "historical" && mention.bySection && !dated(mention),
		);
	const stem = (row: number): number => (isEpisodeCode(set.code(row)) ? set.parent(row) : row);
	const dropped = new Set<Candidate>();
	const concluded = (candidate: Candidate): boolean =>
		candidate.mentions.some(({ passage, status }) => status === "affirmed" && CONCLUDES.has(roleOf(passage)));
	/**
	 * Other sections tell two kinds of a lasting condition that is concluded without its kind ("CKD stage 3a", "CKD
	 * stage 4"): neither is taken.
	 */
	const contradicted = (general: Candidate, heirs: readonly Candidate[]): boolean => {
		if (heirs.length < 2 || !concluded(general) || heirs.some(concluded)) return false;
		if (heirs.some((heir) => reader.lasting(set.code(heir.row)) === "")) return false;
		if (new Set(heirs.map(({ row }) => titles.of(stem(row)).side)).size > 1) return false;
		for (const heir of heirs) heir.contradicted = true;
		return true;
	};
	for (const general of candidates) {
		const row = stem(general.row);
		const words = titles.of(row);
		const vague = words.unspecified || words.side === "unspecified" || !set.billable(general.row);
		if (!vague || !told(general)) continue;
		const concept = conceptOf(set, titles, row);
		const end = set.end(concept);
		const heirs = candidates.filter((other) => {
			const otherRow = stem(other.row);
			if (other === general || dropped.has(other) || !told(other) || otherRow < concept || otherRow >= end)
				return false;
			// What is present now is no more specific for what an earlier time had ("last attack three years ago").
			if (now(general) && !now(other) && !listed(other)) return false;
			const its = titles.of(otherRow);
			if (COURSE.some((key) => words.keys.includes(key) && !its.keys.includes(key))) return false;
			if (sharedWith(its.keys, words.keys) * 2 < words.keys.length) return false;
			if (its.residual || its.side === "unspecified") return false;
			if (!its.unspecified) return true;
			// An unspecified code is an heir when it still says more ("unspecified systolic heart failure").
			const more = its.keys.some((key) => !words.keys.includes(key));
			return more || (its.side !== null && words.side === "unspecified");
		});
		if (contradicted(general, heirs)) continue;
		const [heir, ...others] = heirs.sort((a, b) => b.mentions.length - a.mentions.length || a.row - b.row);
		if (heir === undefined) continue;
		const sides = new Set(heirs.map(({ row: its }) => titles.of(stem(its)).side));
		if (others.length > 0 && sides.size > 1) {
			dropped.add(general);
			continue;
		}
		heir.mentions = [...heir.mentions, ...general.mentions];
		dropped.add(general);
		if (others.length === 0 && isEpisodeCode(set.code(heir.row)) === false)
			for (const mention of general.mentions)
				if (mention.status === "affirmed") heir.row = inStateOf(reader, heir.row, mention, facts);
	}
	return candidates.filter((candidate) => !dropped.has(candidate));
}
