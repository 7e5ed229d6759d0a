import type { CodeSet } from "../../codesets/types";

/** True for a code whose last character only says the episode of care ("S52.501A"). */
export function isEpisodeCode(code: string): boolean {
	return code.length === 8 && /[A-Z]$/.test(code);
}

export type Episode = "initial" | "subsequent" | "sequela" | "nonunion" | "malunion" | "delayed";

const WANTED: Readonly<Record<Episode, RegExp>> = {
	initial: /initial encounter/i,
	subsequent: /subsequent encounter/i,
	sequela: /sequela/i,
	nonunion: /nonunion/i,
	malunion: /malunion/i,
	delayed: /delayed healing/i,
};

/** Whether a fracture is open, and of which kind after Gustilo: IIIA to IIIC are "severe". */
export type Openness = "closed" | "open" | "severe";

const SEVERE = /\btype IIIA\b/i;

/**
 * Billable row for a row whose children add a last character: the child of the episode of care, closed, of
 * Gustilo's type I or II where it is open, and with routine healing unless said; the row itself when it has no such children.
 */
export function withEpisode(set: CodeSet, row: number, episode: Episode, open: Openness): number {
	if (set.billable(row)) return row;
	const children = set.children(row);
	const wanted = children.filter((child) => WANTED[episode].test(set.title(child)));
	const pool = wanted.length > 0 ? wanted : children.filter((child) => WANTED.initial.test(set.title(child)));
	if (pool.length === 0) return row;
	const kind = pool.filter((child) => /open fracture/i.test(set.title(child)) === (open !== "closed"));
	const fits = kind.find((child) => SEVERE.test(set.title(child)) === (open === "severe"));
	return fits ?? kind[0] ?? (pool[0] as number);
}
