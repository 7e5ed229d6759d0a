import { dayBefore } from "../set/days";
import type { CodeSet, Day } from "../types";
import { releaseOn } from "./in-force";
import { type Successor, successorsOf } from "./successor";

/** How a code stands on a day. */
export type CodeStatus =
	| { state: "valid"; edition: string }
	| { state: "header"; edition: string }
	| { state: "ended"; edition: string; lastDay: Day; successors: Successor[] }
	| { state: "not-yet"; edition: string; firstDay: Day }
	/** No installed edition knows the code, or the one in force is the starter and lacks it. */
	| { state: "unknown" }
	/** No edition in force on that day is installed. */
	| { state: "no-edition" };

/**
 * Looks a code up on a date of service.
 *
 * @param sets installed editions of one system, in any order.
 */
export function codeStatus(code: string, day: Day, sets: readonly CodeSet[]): CodeStatus {
	const byStart = [...sets].sort((a, b) => (a.release.validFrom < b.release.validFrom ? -1 : 1));
	const release = releaseOn(
		byStart.map((set) => set.release),
		byStart[0]?.release.system ?? "ICD-10-CM",
		day,
	);
	const now = byStart.find((set) => set.release === release);
	if (!now) return { state: "no-edition" };
	const edition = now.release.edition;
	const row = now.find(code);
	if (row >= 0) {
		const { from, to } = now.validity(row);
		if (to && to < day)
			return { state: "ended", edition, lastDay: to, successors: referencesOf(now, row, day) };
		if (from && from > day) return { state: "not-yet", edition, firstDay: from };
		if (now.billable(row)) return { state: "valid", edition };
	}
	// The starter is a selection: that it lacks a code says nothing about the edition.
	if (row < 0 && now.release.starter) return { state: "unknown" };
	const earlier = byStart.findLast(
		(set) => set.release.validFrom < now.release.validFrom && reportable(set, code),
	);
	if (earlier) {
		const lastDay = dayBefore(firstWithout(byStart, earlier, code));
		return {
			state: "ended",
			edition: earlier.release.edition,
			lastDay,
			successors: successorsOf(code, earlier, now),
		};
	}
	if (row >= 0) return { state: "header", edition };
	const later = byStart.find((set) => set.release.validFrom > day && reportable(set, code));
	return later
		? { state: "not-yet", edition: later.release.edition, firstDay: later.release.validFrom }
		: { state: "unknown" };
}

function reportable(set: CodeSet, code: string): boolean {
	const row = set.find(code);
	return row >= 0 && set.billable(row);
}

/** First day of the first edition behind `last` in which the code cannot be reported. */
function firstWithout(byStart: readonly CodeSet[], last: CodeSet, code: string): Day {
	const next = byStart.find(
		(set) => set.release.validFrom > last.release.validFrom && !reportable(set, code),
	);
	return next?.release.validFrom ?? last.release.validFrom;
}

/** Codes that the publisher names beside an ended HCPCS code, as far as they are valid on the day. */
function referencesOf(set: CodeSet, row: number, day: Day): Successor[] {
	const named = set
		.notes(row)
		.flatMap((note) => /^Cross reference: (.*)$/.exec(note.text)?.[1]?.split(", ") ?? []);
	return named.flatMap((code) => {
		const at = set.find(code);
		const to = at >= 0 ? set.validity(at).to : null;
		return at >= 0 && (!to || to >= day)
			? [{ code: set.code(at), title: set.title(at), how: "reference" as const }]
			: [];
	});
}
