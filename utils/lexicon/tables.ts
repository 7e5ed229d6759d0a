/**
 * The readable tables of data/ (lexicon, rules) as text, the same in Node, the service worker and tests.
 * Who starts the engine fills the registry once: the extension through utils/lexicon/bundled, Node through
 * scripts/lib/load-tables. The engine only ever reads.
 */

/** A row of a table: cells by column name, and the line it stands on (from 1). */
export interface TableRow<Column extends string> {
	line: number;
	cells: Record<Column, string>;
}

/** A table that is missing or malformed; the message names file, line and cause. */
export class TableError extends Error {
	override name = "TableError";
	constructor(
		readonly table: string,
		readonly line: number,
		cause: string,
	) {
		super(`data/${table}.tsv${line > 0 ? `:${line}` : ""}: ${cause}`);
	}
}

const registry = new Map<string, string>();

/**
 * Adds tables to the registry. Keys are paths under data/ without ending ("lexicon/abbreviations"), values
 * the file's text. A key that is already there is replaced.
 */
export function setTables(tables: Readonly<Record<string, string>>): void {
	for (const [name, text] of Object.entries(tables)) registry.set(name, text);
}

/** Names of all tables that are loaded, sorted. */
export function tableNames(): string[] {
	return [...registry.keys()].sort();
}

/** Text of a table; throws TableError when it was never loaded. */
export function table(name: string): string {
	const text = registry.get(name);
	if (text === undefined) throw new TableError(name, 0, "table is not loaded");
	return text;
}

/** True when a table of this name is loaded. */
export function hasTable(name: string): boolean {
	return registry.has(name);
}

/**
 * Rows of a table. The first line that is neither blank nor a comment ("# …") names the columns; `columns`
 * must all be among them (more are allowed and ignored). Cells are trimmed; missing cells at the end of a
 * line are empty. Throws TableError for a missing column or a row with more cells than the heading.
 */
export function tableRows<Column extends string>(
	name: string,
	columns: readonly Column[],
): TableRow<Column>[] {
	const rows: TableRow<Column>[] = [];
	let places: { column: Column; index: number }[] | null = null;
	let width = 0;
	const lines = table(name).split(/\r?\n/);
	for (let i = 0; i < lines.length; i++) {
		const text = lines[i] as string;
		if (text.trim() === "" || text.startsWith("# ") || text === "#") continue;
		const cells = text.split("\t").map((cell) => cell.trim());
		if (places === null) {
			places = columns.map((column) => {
				const index = cells.indexOf(column);
				if (index < 0) throw new TableError(name, i + 1, `column "${column}" is missing`);
				return { column, index };
			});
			width = cells.length;
			continue;
		}
		if (cells.length > width)
			throw new TableError(name, i + 1, `${cells.length} cells, heading has ${width}`);
		const row = {} as Record<Column, string>;
		for (const { column, index } of places) row[column] = cells[index] ?? "";
		rows.push({ line: i + 1, cells: row });
	}
	return rows;
}
