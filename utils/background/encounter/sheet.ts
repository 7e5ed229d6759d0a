import type { CodeSystem } from "../../codesets/types";
import type { KeepReason, KeptCheck } from "../../messages/view";

/** A row as it is kept: codes only. The words that support it are looked up in the note when it is shown. */
export interface SheetRow {
	id: string;
	system: CodeSystem;
	code: string;
	title: string;
	from: "suggestion" | "search" | "page";
}

/** What one undo takes back: rows and decisions as they were. */
interface SheetState {
	rows: SheetRow[];
	/** "accepted" or "rejected" by suggestion id. */
	decisions: Record<string, "accepted" | "rejected">;
	/** Ids of findings that were dismissed. */
	dismissed: string[];
	/** Checks that were answered with a reason to keep their codes. */
	kept: KeptCheck[];
}

export interface Sheet extends SheetState {
	undo: SheetState[];
	/** Number of the next row. */
	next: number;
}

/** Steps that can be taken back. */
const MOST_UNDO = 20;

export function emptySheet(): Sheet {
	return { rows: [], decisions: {}, dismissed: [], kept: [], undo: [], next: 1 };
}

/** Changes the sheet and remembers how it was. */
function step(sheet: Sheet, change: Partial<SheetState>): Sheet {
	const { rows, decisions, dismissed, kept } = sheet;
	const undo = [...sheet.undo, { rows, decisions, dismissed, kept }].slice(-MOST_UNDO);
	return { ...sheet, ...change, undo };
}

/** Puts a code at the end; a code that is on the sheet stays where it is. */
export function addRow(sheet: Sheet, row: Omit<SheetRow, "id">): Sheet {
	if (sheet.rows.some((each) => each.system === row.system && each.code === row.code)) return sheet;
	const rows = [...sheet.rows, { ...row, id: `w${sheet.next}` }];
	return { ...step(sheet, { rows }), next: sheet.next + 1 };
}

/** Accepts a suggestion: its code goes on the sheet. */
export function accept(sheet: Sheet, suggestion: string, row: Omit<SheetRow, "id">): Sheet {
	const before = sheet.undo.length;
	const added = addRow(sheet, row);
	const decisions = { ...sheet.decisions, [suggestion]: "accepted" as const };
	return added.undo.length > before || added !== sheet ? { ...added, decisions } : step(sheet, { decisions });
}

/** Rejects a suggestion; its code leaves the sheet if it was on it. */
export function reject(sheet: Sheet, suggestion: string, code: { system: CodeSystem; code: string }): Sheet {
	const rows = sheet.rows.filter((row) => row.system !== code.system || row.code !== code.code);
	return step(sheet, { rows, decisions: { ...sheet.decisions, [suggestion]: "rejected" } });
}

/** Takes a row off; suggestions that put it there are open again. Null when there is no such row. */
export function removeRow(sheet: Sheet, id: string, suggestions: readonly string[]): Sheet | null {
	if (!sheet.rows.some((row) => row.id === id)) return null;
	const gone = new Set(suggestions);
	const decisions = Object.fromEntries(Object.entries(sheet.decisions).filter(([key]) => !gone.has(key)));
	return step(sheet, { rows: sheet.rows.filter((row) => row.id !== id), decisions });
}

/** Puts rows in this order; rows that are not named keep their order behind them. Null for an unknown id. */
export function orderRows(sheet: Sheet, ids: readonly string[]): Sheet | null {
	const byId = new Map(sheet.rows.map((row) => [row.id, row]));
	if (ids.some((id) => !byId.has(id))) return null;
	const named = [...new Set(ids)].map((id) => byId.get(id) as SheetRow);
	return step(sheet, { rows: [...named, ...sheet.rows.filter((row) => !ids.includes(row.id))] });
}

/** Replaces the list by these rows, in order; rows that stay keep their id, a code named twice is one row. */
export function replaceRows(sheet: Sheet, rows: readonly Omit<SheetRow, "id">[]): Sheet {
	let next = sheet.next;
	const replaced: SheetRow[] = [];
	for (const row of rows) {
		const same = (each: SheetRow) => each.system === row.system && each.code === row.code;
		if (replaced.some(same)) continue;
		replaced.push(sheet.rows.find(same) ?? { ...row, id: `w${next++}` });
	}
	return { ...step(sheet, { rows: replaced }), next };
}

/** Dismisses a finding in this encounter. */
export function dismiss(sheet: Sheet, finding: string): Sheet {
	return step(sheet, { dismissed: [...new Set([...sheet.dismissed, finding])] });
}

/** Records why the codes of a check stay on the sheet; null takes the reason back. */
export function keep(
	sheet: Sheet,
	check: { rule: string; codes: string[] },
	reason: KeepReason | null,
): Sheet {
	const others = sheet.kept.filter((one) => one.rule !== check.rule || !sameCodes(one.codes, check.codes));
	return step(sheet, { kept: reason === null ? others : [...others, { ...check, reason }] });
}

function sameCodes(some: readonly string[], others: readonly string[]): boolean {
	return [...some].sort().join(" ") === [...others].sort().join(" ");
}

/** Takes the last step back; null when there is none. */
export function undo(sheet: Sheet): Sheet | null {
	const last = sheet.undo.at(-1);
	return last === undefined ? null : { ...sheet, ...last, undo: sheet.undo.slice(0, -1) };
}
