import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { setTables, type TableRow, tableRows } from "../../utils/lexicon/tables";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));

/** Rows of a table of expectations at `path`, which has the form of the tables in data/. Throws TableError with file and line. */
export function goldenRows<Column extends string>(
	path: string,
	columns: readonly Column[],
): TableRow<Column>[] {
	const name = relative(DATA, path).replace(/\.tsv$/, "");
	setTables({ [name]: readFileSync(path, "utf8") });
	return tableRows(name, columns);
}
