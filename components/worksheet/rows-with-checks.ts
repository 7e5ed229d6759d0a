import type { EditFinding } from "../../utils/edits/types";
import type { KeepReason, KeptCheck, WorksheetRow } from "../../utils/messages/view";

export interface CheckedRow {
	row: WorksheetRow;
	/** 1 for the first row. */
	place: number;
	/** The first diagnosis of the list: first-listed, or principal in the inpatient setting. */
	firstListed: boolean;
	checks: SheetCheck[];
}

/** A check, and the reason with which the coder has answered it. */
export type SheetCheck = EditFinding & { kept: KeepReason | null };

/**
 * Puts each check under the row it concerns: the first row of the sheet whose code it names. Checks that
 * name no code of the sheet come back apart, so that none is lost.
 */
export function rowsWithChecks(
	rows: readonly WorksheetRow[],
	checks: readonly EditFinding[],
	kept: readonly KeptCheck[] = [],
): { rows: CheckedRow[]; others: SheetCheck[] } {
	const firstDiagnosis = rows.find((row) => row.system === "ICD-10-CM");
	const checked = rows.map((row, index) => ({
		row,
		place: index + 1,
		firstListed: row === firstDiagnosis,
		checks: [] as SheetCheck[],
	}));
	const others: SheetCheck[] = [];
	for (const finding of checks) {
		const check = { ...finding, kept: reasonFor(finding, kept) };
		const home = checked.find((candidate) => check.codes.includes(candidate.row.code));
		if (home === undefined) others.push(check);
		else home.checks.push(check);
	}
	return { rows: checked, others };
}

/** Why the codes of this check stay; null while it is open. */
export function reasonFor(check: EditFinding, kept: readonly KeptCheck[]): KeepReason | null {
	const codes = (list: readonly string[]) => [...list].sort().join(" ");
	const answer = kept.find((one) => one.rule === check.rule && codes(one.codes) === codes(check.codes));
	return answer?.reason ?? null;
}

/** The ids after one row was moved by `step` places; the same array when it cannot move. */
export function moved(ids: readonly string[], id: string, step: -1 | 1): readonly string[] {
	const from = ids.indexOf(id);
	const to = from + step;
	if (from < 0 || to < 0 || to >= ids.length) return ids;
	const next = [...ids];
	next.splice(from, 1);
	next.splice(to, 0, id);
	return next;
}

/** The ids after `keys` were dropped before or after `target`. */
export function dropped(
	ids: readonly string[],
	keys: ReadonlySet<unknown>,
	target: string,
	position: "before" | "after" | "on",
): string[] {
	const moving = ids.filter((id) => keys.has(id));
	const staying = ids.filter((id) => !keys.has(id));
	const at = staying.indexOf(target);
	if (at < 0) return [...ids];
	const index = position === "after" ? at + 1 : at;
	return [...staying.slice(0, index), ...moving, ...staying.slice(index)];
}
