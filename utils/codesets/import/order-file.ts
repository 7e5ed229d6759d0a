import { dottedCode } from "../code-text";
import type { DraftRow } from "../set/draft";
import type { CodeSystem } from "../types";
import { linesOf, MAX_LINE } from "./decode";
import { ImportError } from "./import-error";
import type { Steps } from "./progress";

const LINE = /^(\d{5,6}) ([0-9A-Z]{3,7}) +([01]) (.{60}) (.+)$/;
/** Seen when a file was saved through an editor that cuts trailing blanks of short lines. */
const LOOSE = /^\s*(\d{1,6})\s+([0-9A-Z]{3,7})\s+([01])\s+(\S.*)$/;

/**
 * Reads an ICD-10-CM or ICD-10-PCS order file: running number, code without dot, 1 for a code that
 * is valid for reporting or 0 for a header, short title in 60 columns, long title.
 *
 * @throws ImportError `bad-line` naming the line, `duplicate`, or `empty`.
 */
export function* readOrderFile(file: string, text: string, system: CodeSystem): Steps<DraftRow[]> {
	const rows: DraftRow[] = [];
	const seen = new Map<string, number>();
	let read = 0;
	for (const { line, number } of linesOf(text)) {
		read += line.length + 2;
		if (rows.length % 8192 === 8191) {
			yield { stage: "read", name: file, done: read, total: text.length, unit: "bytes" };
		}
		if (!line.trim() || line === "\u001a") continue;
		if (line.length > MAX_LINE) throw new ImportError("bad-line", file, "the line is too long", number);
		const match = LINE.exec(line) ?? LOOSE.exec(line);
		if (!match) {
			throw new ImportError(
				"bad-line",
				file,
				"not a line of an order file (number, code, 0 or 1, titles)",
				number,
			);
		}
		const compact = match[2]!;
		const before = seen.get(compact);
		if (before !== undefined) {
			throw new ImportError("duplicate", file, `code ${compact} stood on line ${before} already`, number);
		}
		seen.set(compact, number);
		rows.push({
			code: dottedCode(system, compact),
			title: (match[5] ?? match[4])!.trim(),
			billable: match[3] === "1",
		});
	}
	if (rows.length === 0) throw new ImportError("empty", file, "the file has no codes");
	return rows;
}
