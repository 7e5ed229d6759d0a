import Papa from "papaparse";
import type { Day } from "../types";
import { ImportError } from "./import-error";

/** Which column of a plain table holds what; columns are counted from 0. */
export interface ColumnMapping {
	code: number;
	title?: number;
	from?: number;
	to?: number;
	/** True when the first row holds names. */
	heading: boolean;
}

/** A row of a local list: favourites of a department, a payer's list. */
export interface ListRow {
	code: string;
	title: string;
	from: Day | null;
	to: Day | null;
	/** Row of the table, from 1. */
	line: number;
}

const MAX_ROWS = 200_000;
const NAMES = {
	code: /\b(code|dx|icd|icd-?10|hcpcs|cpt)\b/i,
	title: /^(title|description|desc|name|label|long)/i,
	from: /^(from|start|effective|valid from)/i,
	to: /^(to|end|term|valid to)/i,
} as const;

/** First rows of a table and the mapping that its headings suggest, for the user to confirm. */
export function previewTable(text: string): { rows: string[][]; suggested: ColumnMapping | null } {
	const { data } = Papa.parse<string[]>(text, { preview: 6, skipEmptyLines: "greedy" });
	const names = data[0] ?? [];
	const find = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name.trim()));
	const code = find(NAMES.code);
	if (code < 0) return { rows: data, suggested: null };
	const suggested: ColumnMapping = { code, heading: true };
	for (const key of ["title", "from", "to"] as const) {
		const at = find(NAMES[key]);
		if (at >= 0) suggested[key] = at;
	}
	return { rows: data, suggested };
}

/**
 * Reads a plain table (comma, semicolon, tab or bar between columns) by a column mapping.
 *
 * @throws ImportError `mapping` when the code column does not exist or holds no codes, `bad-line`
 *   for broken quoting, `too-large` beyond 200,000 rows.
 */
export function readTable(file: string, text: string, mapping: ColumnMapping): ListRow[] {
	// The separator is guessed without blank lines, which would spoil the guess; the rows keep them, for
	// their numbers.
	const { meta } = Papa.parse<string[]>(text, { preview: 10, skipEmptyLines: "greedy" });
	const { data, errors } = Papa.parse<string[]>(text, { preview: MAX_ROWS + 2, delimiter: meta.delimiter });
	const quoting = errors.find((error) => error.type === "Quotes");
	if (quoting) throw new ImportError("bad-line", file, quoting.message, (quoting.row ?? 0) + 1);
	if (data.length > MAX_ROWS) throw new ImportError("too-large", file, `more than ${MAX_ROWS} rows`);
	const rows: ListRow[] = [];
	data.forEach((row, i) => {
		if ((mapping.heading && i === 0) || row.every((value) => !value.trim())) return;
		const code = row[mapping.code]?.trim().toUpperCase() ?? "";
		if (!/^[0-9A-Z][0-9A-Z.]{1,9}$/.test(code)) {
			throw new ImportError(
				"mapping",
				file,
				`"${code.slice(0, 20)}" in column ${mapping.code + 1} is no code`,
				i + 1,
			);
		}
		const at = (column: number | undefined): string =>
			column === undefined ? "" : (row[column]?.trim() ?? "");
		rows.push({
			code,
			title: at(mapping.title),
			from: day(at(mapping.from)),
			to: day(at(mapping.to)),
			line: i + 1,
		});
	});
	if (rows.length === 0) throw new ImportError("empty", file, "the table has no rows");
	return rows;
}

/** "2026-10-01", "20261001" or "10/1/2026"; anything else is no day. */
function day(text: string): Day | null {
	const iso = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(text);
	if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`;
	const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
	return us ? `${us[3]}-${us[1]!.padStart(2, "0")}-${us[2]!.padStart(2, "0")}` : null;
}
