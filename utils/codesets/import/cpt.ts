import Papa from "papaparse";
import type { DraftRow } from "../set/draft";
import { linesOf, MAX_LINE } from "./decode";
import { ImportError } from "./import-error";

/** Five characters: Category I, II (F), III (T), PLA (U) and administrative (A, M) codes. */
const CODE = /^\d{4}[\dAFMTU]$/;
const LINE = /^"?(\d{4}[\dAFMTU])"?(?:[\t ,]+|(?=\d{2}[A-Z ]))"?(.*?)"?$/;
const MODIFIER_LINE = /^([0-9A-Z]{2})[\t ]+(\S.*)$/;

/**
 * Reads one of the AMA's text files (SHORTU, MEDU, LONGULT, LONGULF): a copyright notice, then a
 * code and its text a line, separated by a tab or blanks. A line without a code goes on with the
 * text before it; in the fixed-width file a line number stands behind the code.
 *
 * @returns text by code, in the order of the file.
 * @throws ImportError `bad-line` or `empty`.
 */
export function readCptTexts(file: string, text: string): Map<string, string> {
	const texts = new Map<string, string>();
	let code = "";
	for (const { line, number } of linesOf(text)) {
		if (line.length > MAX_LINE) throw new ImportError("bad-line", file, "the line is too long", number);
		const match = LINE.exec(line.trimEnd());
		if (match) {
			code = match[1]!;
			const words = match[2]!.replace(/^\d{2}(?=[A-Z ])/, "").trim();
			const before = texts.get(code);
			texts.set(code, before ? `${before} ${words}` : words);
		} else if (code && line.trim()) {
			texts.set(code, `${texts.get(code)} ${line.trim()}`.trim());
		}
	}
	if (texts.size === 0) throw new ImportError("empty", file, "the file has no CPT codes");
	return texts;
}

/** Reads MODUL: a modifier of two characters and its name, which may go on over further lines. */
export function readCptModifiers(file: string, text: string): DraftRow[] {
	const rows: DraftRow[] = [];
	for (const { line } of linesOf(text)) {
		const match = MODIFIER_LINE.exec(line);
		const last = rows.at(-1);
		if (match) rows.push({ code: match[1]!, title: match[2]!.trim(), billable: true });
		else if (last && line.trim()) last.title = `${last.title} ${line.trim()}`;
	}
	// The notice above the list has no line that starts with two characters and a blank twice over.
	const first = rows.findIndex((row) => /^\d\d$|^[A-Z]\d$|^\d[A-Z]$/.test(row.code));
	const kept = first < 0 ? [] : rows.slice(first);
	if (kept.length === 0) throw new ImportError("empty", file, "the file has no modifiers");
	return kept;
}

/**
 * Reads PPRRVU, the relative value file of CMS: some lines of notice and headings, then one row a
 * code and modifier. Only CPT codes are taken; HCPCS Level II comes from its own file.
 *
 * @throws ImportError `bad-line` or `empty`.
 */
export function readPprrvu(file: string, text: string): DraftRow[] {
	const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false });
	const quoting = errors.find((error) => error.type === "Quotes");
	if (quoting) throw new ImportError("bad-line", file, quoting.message, (quoting.row ?? 0) + 1);
	const heading = data.findIndex((row) => cell(row, 0) === "HCPCS" && cell(row, 1) === "MOD");
	const rows = new Map<string, DraftRow>();
	for (const row of data.slice(heading + 1)) {
		const code = row[0]?.trim() ?? "";
		if (!CODE.test(code) || rows.has(code)) continue;
		rows.set(code, { code, title: row[2]?.trim() ?? "", billable: true });
	}
	if (heading < 0 || rows.size === 0) throw new ImportError("empty", file, "the file has no CPT codes");
	return [...rows.values()];
}

const cell = (row: readonly string[], at: number): string => (row[at] ?? "").trim().toUpperCase();

/** Year of the edition out of the copyright notice above the data. */
export function cptYear(head: string): string | null {
	return (
		/\bCPT\b[^\n]{0,80}?\b(20\d\d)\b/i.exec(head)?.[1] ??
		/\b(20\d\d)\b[^\n]{0,80}?\bCPT\b/i.exec(head)?.[1] ??
		null
	);
}
