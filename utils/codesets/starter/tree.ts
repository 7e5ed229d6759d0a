import { capital, inner } from "./template";
import type { TableProblem } from "./types";

/** A row while the set is being put together; its title may still begin with "~". */
export interface Held {
	code: string;
	title: string;
	generated: boolean;
	header: boolean;
	file: string;
	line: number;
}

/** Tree order: plain string order, in which a parent stands right before its children. */
export function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The nearest held code above; placeholder X is passed over. Empty for a category. */
export function parentOf(code: string, held: Map<string, unknown>): string {
	let up = code.slice(0, -1);
	for (;;) {
		if (up.endsWith(".")) up = up.slice(0, -1);
		if (up.length < 3) return "";
		if (held.has(up)) return up;
		up = up.slice(0, -1);
	}
}

/** Reports rows whose parent is missing or marked as a header without codes. */
export function checkTree(rows: Held[], held: Map<string, Held>, problems: TableProblem[]): void {
	for (const r of rows) {
		if (r.code.length <= 3) continue;
		const parent = parentOf(r.code, held);
		const bad = (message: string) => problems.push({ file: r.file, line: r.line, message });
		const between = r.code.slice(parent.length, -1).replace(".", "");
		if (parent === "" || !/^X*$/.test(between)) bad(`${r.code} has no parent: a level above it is missing`);
		else if (held.get(parent)?.header)
			bad(`${parent} is marked as header without codes, but ${r.code} is held`);
	}
}

/** The row's title with "~" replaced by its parent's. */
export function titleOf(row: Held, held: Map<string, Held>, done: Map<string, string>): string {
	const known = done.get(row.code);
	if (known !== undefined) return known;
	let title = row.title;
	if (title.includes("~")) {
		const parent = held.get(parentOf(row.code, held));
		const above = parent ? titleOf(parent, held, done) : "";
		title = title.startsWith("~") ? above + title.slice(1) : title.replace("~", inner(above));
	}
	title = capital(title);
	done.set(row.code, title);
	return title;
}
