import Papa from "papaparse";
import { compactCode } from "../code-text";
import type { CodeSet } from "../types";
import { type Successor, successorsOf } from "./successor";

export type ChangeKind = "added" | "deleted" | "retitled" | "now-billable" | "now-header";

/** What happened to one code between two editions. */
export interface CodeChange {
	kind: ChangeKind;
	code: string;
	/** Chapter number, "" where a system has none. */
	chapter: string;
	/** True for a header: never reported itself, so listed apart. */
	header: boolean;
	before: string | null;
	after: string | null;
	/** For a code that can no longer be reported: what stands in its place. */
	successors: Successor[];
}

/**
 * What changed from one edition to the next, in the order of the classification. A code that stays
 * as a header is "now-header": publishers count it among the deleted codes.
 */
export function diffEditions(before: CodeSet, after: CodeSet): CodeChange[] {
	const changes: CodeChange[] = [];
	const added = new Set<string>();
	for (let row = 0; row < after.size; row++) {
		const code = after.code(row);
		const old = before.find(code);
		const base = { code, chapter: after.chapter(row), after: after.title(row), successors: [] };
		if (old < 0) {
			added.add(code);
			changes.push({ ...base, kind: "added", header: !after.billable(row), before: null });
			continue;
		}
		const title = before.title(old);
		const billable = after.billable(row);
		if (before.billable(old) !== billable) {
			const kind = billable ? "now-billable" : "now-header";
			changes.push({ ...base, kind, header: false, before: title });
		} else if (title !== base.after) {
			changes.push({ ...base, kind: "retitled", header: !billable, before: title });
		}
	}
	for (let row = 0; row < before.size; row++) {
		const code = before.code(row);
		if (after.find(code) >= 0) continue;
		changes.push({
			kind: "deleted",
			code,
			chapter: before.chapter(row),
			header: !before.billable(row),
			before: before.title(row),
			after: null,
			successors: [],
		});
	}
	for (const change of changes) {
		const ended = change.kind === "now-header" || (change.kind === "deleted" && !change.header);
		if (ended) change.successors = successorsOf(change.code, before, after, added);
	}
	return changes.sort((a, b) => order(a.code, b.code));
}

const order = (a: string, b: string): number => {
	const [left, right] = [compactCode(a), compactCode(b)];
	return left < right ? -1 : left > right ? 1 : 0;
};

/** Counts as publishers give them: billable codes, headers apart. */
export function countChanges(
	changes: readonly CodeChange[],
): Record<ChangeKind | "deletedInAll" | "headers", number> {
	const counts = {
		added: 0,
		deleted: 0,
		retitled: 0,
		"now-billable": 0,
		"now-header": 0,
		deletedInAll: 0,
		headers: 0,
	};
	for (const change of changes) {
		if (change.header) counts.headers++;
		else counts[change.kind]++;
	}
	counts.deletedInAll = counts.deleted + counts["now-header"];
	return counts;
}

/** Changes that touch one of the given codes: favourites, recents, the worksheet. */
export function touching(changes: readonly CodeChange[], codes: Iterable<string>): CodeChange[] {
	const wanted = new Set([...codes].map(compactCode));
	return changes.filter((change) => wanted.has(compactCode(change.code)));
}

/** The changes as a table for a spreadsheet; a text that begins like a formula is quoted as text. */
export function changesToCsv(changes: readonly CodeChange[]): string {
	return Papa.unparse(
		changes.map((change) => ({
			change: change.kind,
			code: change.code,
			chapter: change.chapter,
			header: change.header ? "yes" : "no",
			before: change.before ?? "",
			after: change.after ?? "",
			successors: change.successors.map((s) => s.code).join(" "),
		})),
		{ escapeFormulae: true, newline: "\r\n" },
	);
}
