import { dayOf } from "../set/days";
import type { DraftNote, DraftRow } from "../set/draft";
import type { Day } from "../types";
import { linesOf, MAX_LINE } from "./decode";
import { ImportError } from "./import-error";
import type { Steps } from "./progress";

/** Codes, modifiers and cross references of an HCPCS Level II file. */
export interface HcpcsFile {
	rows: DraftRow[];
	modifiers: DraftRow[];
	notes: DraftNote[];
	/** Lines that are no records (disclaimers, blank lines): normal, counted. */
	skipped: number;
	terminated: number;
}

const RECORD = /^(?:[A-Z]\d{4}| {3}[0-9A-Z]{2})\d{5}[3478]/;
/** Record identification: a code, its further lines, a modifier, its further lines. */
const CODE = "3";
const MODIFIER = "7";

interface Open {
	code: string;
	modifier: boolean;
	long: string[];
	short: string;
	added: Day | null;
	ended: Day | null;
	references: string[];
}

/**
 * Reads the fixed-width ANWEB file of CMS (320 columns): code, sequence number, kind of record, long
 * text wrapped at blanks over further records, short text, and on the first record the dates added
 * and terminated (the last day of use). Short records are padded; lines that are no records, such as
 * the disclaimers above the data, are skipped and counted. A code is marked as not for reporting when
 * it ended before `validFrom`.
 *
 * @throws ImportError `bad-line`, `duplicate` or `empty`.
 */
export function* readHcpcs(file: string, text: string, validFrom: Day): Steps<HcpcsFile> {
	const out: HcpcsFile = { rows: [], modifiers: [], notes: [], skipped: 0, terminated: 0 };
	const seen = new Map<string, number>();
	let open: Open | null = null;
	let read = 0;

	const finish = (): void => {
		if (!open) return;
		const ended = open.ended !== null && open.ended < validFrom;
		const row: DraftRow = {
			code: open.code,
			title: open.long.join(" ") || open.short,
			billable: !ended,
			from: open.added,
			to: open.ended,
		};
		if (open.ended && !open.modifier) out.terminated++;
		(open.modifier ? out.modifiers : out.rows).push(row);
		if (open.references.length > 0 && !open.modifier) {
			out.notes.push({
				level: open.code,
				kind: "note",
				text: `Cross reference: ${open.references.join(", ")}`,
			});
		}
		open = null;
	};

	for (const { line, number } of linesOf(text)) {
		read += line.length + 2;
		if (number % 4096 === 0) {
			yield { stage: "read", name: file, done: read, total: text.length, unit: "bytes" };
		}
		if (line.length > MAX_LINE) throw new ImportError("bad-line", file, "the line is too long", number);
		if (!RECORD.test(line)) {
			if (/^[A-Z]\d{4}\d/.test(line)) {
				throw new ImportError("bad-line", file, "not a record of an HCPCS file", number);
			}
			out.skipped++;
			continue;
		}
		const code = line.slice(0, 5).trim();
		const kind = line[10];
		if (kind === CODE || kind === MODIFIER) {
			finish();
			const before = seen.get(code);
			if (before !== undefined) {
				throw new ImportError("duplicate", file, `code ${code} stood on line ${before} already`, number);
			}
			seen.set(code, number);
			open = startRecord(line, code, kind === MODIFIER);
		} else {
			if ((open as Open | null)?.code !== code) {
				throw new ImportError("bad-line", file, `a further line of ${code} without its first`, number);
			}
			(open as Open | null)?.long.push(line.slice(11, 91).trim());
		}
	}
	finish();
	if (out.rows.length === 0) throw new ImportError("empty", file, "the file has no codes");
	return out;
}

function startRecord(line: string, code: string, modifier: boolean): Open {
	return {
		code,
		modifier,
		long: [line.slice(11, 91).trim()].filter(Boolean),
		short: line.slice(91, 119).trim(),
		added: dayAt(line, 268),
		ended: dayAt(line, 284),
		references: [204, 209, 214, 219, 224].map((at) => line.slice(at, at + 5).trim()).filter(Boolean),
	};
}

const dayAt = (line: string, at: number): Day | null => {
	const digits = line.slice(at, at + 8);
	return /^\d{8}$/.test(digits) ? dayOf(Number(digits)) : null;
};
