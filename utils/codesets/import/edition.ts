import type { CodeSystem, Day } from "../types";

/** Edition and first day in force, as a file's name or content tells them. */
export interface Edition {
	edition: string;
	validFrom: Day;
	validTo: Day | null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Edition of an ICD-10 file from its path: the fiscal year of its name ("icd10cm_order_2026.txt",
 * "icd10cm-order-Jan-2021.txt") and, for the updates between, the month it takes effect ("April 1
 * 2026" in the name of the file or of its archive). A fiscal year runs from October 1 of the year
 * before to September 30.
 */
export function fiscalEdition(path: string, version?: string): Edition | null {
	const year = Number(
		version ?? /(?:19|20)\d\d(?!\d)/.exec(baseName(path))?.[0] ?? /20\d\d(?!\d)/.exec(path)?.[0],
	);
	if (!Number.isInteger(year) || year < 2010 || year > 2100) return null;
	const month = /(?:^|[^a-z])(jan|apr)[a-z]*(?![a-z])/i.exec(path)?.[1]?.toLowerCase();
	const number = month ? MONTHS.indexOf(month) + 1 : 0;
	const two = String(number).padStart(2, "0");
	return {
		edition: number ? `FY${year}-${two}` : `FY${year}`,
		validFrom: number ? `${year}-${two}-01` : `${year - 1}-10-01`,
		validTo: `${year}-09-30`,
	};
}

/**
 * Edition of a calendar-year system: HCPCS comes by quarter ("HCPC2026_JAN_ANWEB.txt") or for a
 * year, CPT and PPRRVU for a year. HCPCS goes on until the next one is installed.
 */
export function calendarEdition(system: CodeSystem, path: string): Edition | null {
	const name = baseName(path);
	const year = /20\d\d(?!\d)/.exec(name)?.[0] ?? shortYear(name) ?? /20\d\d(?!\d)/.exec(path)?.[0];
	if (!year) return null;
	// CPT is one edition a year, whatever the quarter of a file's name.
	const quarter = /(?:^|[^a-z])(jan|apr|jul|oct)[a-z]*/i.exec(name)?.[1]?.toLowerCase();
	const month = system === "CPT" ? undefined : quarter;
	const two = month ? String(MONTHS.indexOf(month) + 1).padStart(2, "0") : "01";
	return {
		edition: month ? `${year}-${two}` : year,
		validFrom: `${year}-${two}-01`,
		validTo: system === "HCPCS" ? null : `${year}-12-31`,
	};
}

/** A calendar year as an edition. */
export const yearEdition = (year: string | null): Edition | null =>
	year ? { edition: year, validFrom: `${year}-01-01`, validTo: `${year}-12-31` } : null;

/** "PPRRVU26_JAN.csv": two figures behind the name. */
function shortYear(name: string): string | null {
	const two = /RVU(\d\d)(?!\d)/i.exec(name)?.[1];
	return two ? `20${two}` : null;
}

/** Last part of a path. */
export const baseName = (path: string): string => path.split("/").at(-1) ?? path;
