import type { SuggestionView, WorksheetRow } from "../../messages/view";
import type { SheetRow } from "../encounter/sheet";

/** Rows of the worksheet with the words that support them now; the sheet itself keeps codes only. */
export function sheetRows(rows: readonly SheetRow[], suggestions: readonly SuggestionView[]): WorksheetRow[] {
	return rows.map((row) => {
		const own = suggestions.find((each) => each.system === row.system && each.code === row.code);
		return { ...row, evidence: own?.evidence ?? [] };
	});
}
