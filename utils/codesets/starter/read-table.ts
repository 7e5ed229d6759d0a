import type { TableFile, TableProblem } from "./types";

export interface TableLine {
	line: number;
	cells: string[];
}

/**
 * Splits a tab-separated table. Empty lines and lines that start with "#" are skipped; cells are trimmed.
 * A line with fewer than `min` or more than `max` cells, or with doubled blanks, is reported.
 */
export function readTable(file: TableFile, min: number, max: number, problems: TableProblem[]): TableLine[] {
	const lines: TableLine[] = [];
	file.text.split(/\r?\n/).forEach((raw, i) => {
		if (raw.trim() === "" || raw.startsWith("#")) return;
		const cells = raw
			.trimEnd()
			.split("\t")
			.map((c) => c.trim());
		const line = i + 1;
		if (cells.length < min || cells.length > max) {
			const want = min === max ? `${min}` : `${min} to ${max}`;
			problems.push({ file: file.name, line, message: `${cells.length} columns, ${want} wanted` });
			return;
		}
		if (cells.some((c) => c.includes("  "))) {
			problems.push({ file: file.name, line, message: "doubled blank" });
		}
		lines.push({ line, cells });
	});
	return lines;
}
