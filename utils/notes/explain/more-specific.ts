import type { Candidate } from "../candidates";
import { isEpisodeCode, withEpisode } from "../choose/episode";
import { conceptOf } from "../choose/refine";
import type { NoteReader } from "../reader";
import type { MoreSpecific } from "../types";

const MOST = 4;

/** Codes that say more than the chosen one, with what the note would have to say for each; none when it is specific. */
export function moreSpecificFor(reader: NoteReader, candidate: Candidate): MoreSpecific[] {
	const { set, titles } = reader;
	const own = titles.of(candidate.row);
	if (!own.unspecified && own.side !== "unspecified" && !candidate.sideMissing) return [];
	const stem = isEpisodeCode(set.code(candidate.row)) ? set.parent(candidate.row) : candidate.row;
	const side = titles.of(stem).side === "unspecified";
	const parent = side ? set.parent(stem) : conceptOf(set, titles, stem);
	if (parent < 0 || parent === stem) return [];
	const known = new Set(titles.of(stem).keys);
	const found: MoreSpecific[] = [];
	for (const child of set.children(parent)) {
		if (child === stem || found.length >= MOST) continue;
		const words = titles.of(child);
		if (words.residual || words.unspecified) continue;
		const needs = side ? words.side : words.keys.filter((key) => !known.has(key)).join(" ");
		if (needs === null || needs === "" || needs === "unspecified") continue;
		const row = withEpisode(set, child, "initial", "closed");
		found.push({ code: set.code(row), title: set.title(row), needs });
	}
	return found;
}
