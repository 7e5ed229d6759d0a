import type { CheckContext, ListedCode } from "./code-list";
import { leaderAfter } from "./first-place";
import type { EditFinding } from "./types";

/** One check on a code list. Small, named, sourced; see data/rules for its tables. */
export interface EditRule {
	/** Stable id: mutes, counts and tests are keyed by it. */
	id: string;
	/** What it rests on: guideline section, Tabular convention or table. */
	source: string;
	check(context: CheckContext): EditFinding[];
}

/** The list of codes with one of them taken out and put before another. */
export function moveBefore(codes: readonly string[], from: number, to: number): string[] {
	const next = codes.slice();
	const [moved] = next.splice(from, 1);
	if (moved !== undefined) next.splice(from < to ? to - 1 : to, 0, moved);
	return next;
}

/** A fix that puts the first code which may lead in the place of `first`, or nothing where none may. */
export function leadFix(context: CheckContext, first: ListedCode): Pick<EditFinding, "fix"> {
	const leader = leaderAfter(context, first);
	if (!leader) return {};
	const all = context.codes.map((one) => one.code);
	return { fix: { label: `Put ${leader.code} first`, codes: moveBefore(all, leader.at, first.at) } };
}
