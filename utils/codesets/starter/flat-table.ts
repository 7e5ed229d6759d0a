import { readTable } from "./read-table";
import type { StarterIndexEntry, StarterRow, StarterSet, TableFile, TableProblem } from "./types";
import { TableError } from "./types";

/**
 * Reads a flat table (code, name, aliases separated by "|") of HCPCS Level II or CPT numbers.
 * Names are our own. Throws TableError with file and line for an impossible code, a duplicate or an empty name.
 */
export function buildFlatSet(file: TableFile, system: "HCPCS" | "CPT"): StarterSet {
	const problems: TableProblem[] = [];
	const shape = system === "HCPCS" ? /^[A-V][0-9]{4}$/ : /^([0-9]{5}|[0-9]{4}[FTU])$/;
	const seen = new Map<string, number>();
	const rows: StarterRow[] = [];
	const index: StarterIndexEntry[] = [];
	for (const { line, cells } of readTable(file, 2, 3, problems)) {
		const [code = "", name = "", aliases = ""] = cells;
		const bad = (message: string) => problems.push({ file: file.name, line, message });
		if (!shape.test(code)) bad(`"${code}" is no ${system} code`);
		if (name === "") bad(`${code} has no name`);
		if (seen.has(code)) bad(`${code} is already at line ${seen.get(code)}`);
		seen.set(code, line);
		rows.push({ code, title: name, billable: true });
		for (const alias of aliases.split("|").map((a) => a.trim())) {
			if (alias !== "") index.push({ parts: [alias], code, isDefault: true });
		}
	}
	if (problems.length > 0) throw new TableError(problems);
	rows.sort((a, b) => (a.code < b.code ? -1 : 1));
	return {
		format: "chartside-starter",
		version: 1,
		system,
		edition: "2026",
		validFrom: "2026-01-01",
		validTo: "2026-12-31",
		chapters: [],
		rows,
		notes: [],
		seventh: [],
		index,
	};
}
