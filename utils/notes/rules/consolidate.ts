import type { Candidate } from "../candidates";
import { isEpisodeCode } from "../choose/episode";
import { conceptOf } from "../choose/refine";
import type { NoteReader } from "../reader";
import type { SpanStatus } from "../types";

const TOLD = new Set<SpanStatus>(["affirmed", "historical", "uncertain"]);

/** How many of a vague code's words the other has: a bundle-branch block is no atrioventricular one. */
const sharedWith = (keys: readonly string[], vague: readonly string[]): number =>
	vague.filter((key) => keys.includes(key)).length;

/** Courses that exclude each other: unspecified chronic gastritis is no acute one. */
const COURSE = ["acut", "chronic", "subacut"];

/**
 * Gives the mentions of a less specific code to a more specific one of the same concept: a note that says
 * "systolic heart failure" once and "heart failure" five times speaks of one condition. Codes that contradict
 * each other (other side, other kind) stay apart; so do mentions that are denied or somebody else's.
 */
export function consolidate(reader: NoteReader, candidates: readonly Candidate[]): Candidate[] {
	const { set, titles } = reader;
	const told = (candidate: Candidate): boolean => candidate.mentions.some(({ status }) => TOLD.has(status));
	const now = (candidate: Candidate): boolean =>
		candidate.mentions.some(({ status }) => status === "affirmed");
	const stem = (row: number): number => (isEpisodeCode(set.code(row)) ? set.parent(row) : row);
	const dropped = new Set<Candidate>();
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
			if (now(general) && !now(other)) return false;
			const its = titles.of(otherRow);
			if (COURSE.some((key) => words.keys.includes(key) && !its.keys.includes(key))) return false;
			if (sharedWith(its.keys, words.keys) * 2 < words.keys.length) return false;
			if (its.residual || its.side === "unspecified") return false;
			if (!its.unspecified) return true;
			// An unspecified code is an heir when it still says more ("unspecified systolic heart failure").
			const more = its.keys.some((key) => !words.keys.includes(key));
			return more || (its.side !== null && words.side === "unspecified");
		});
		const [heir, ...others] = heirs.sort((a, b) => b.mentions.length - a.mentions.length || a.row - b.row);
		if (heir === undefined) continue;
		const sides = new Set(heirs.map(({ row: its }) => titles.of(stem(its)).side));
		if (others.length > 0 && sides.size > 1) {
			dropped.add(general);
			continue;
		}
		heir.mentions = [...heir.mentions, ...general.mentions];
		dropped.add(general);
	}
	return candidates.filter((candidate) => !dropped.has(candidate));
}
