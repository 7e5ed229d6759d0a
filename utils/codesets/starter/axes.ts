import { readTable } from "./read-table";
import type { TableFile, TableProblem } from "./types";

/** One value of an axis: the characters it puts into the code and the words it puts into the title. */
export interface AxisValue {
	chars: string;
	words: string;
}

/**
 * An axis of variation ("right", "left", "unspecified"). `values` are the choices; `headers` are the
 * inner nodes of an axis with more than one character; `unresolved` are the words for the level above.
 */
export interface Axis {
	name: string;
	values: AxisValue[];
	headers: AxisValue[];
	unresolved: string;
	/** True for the 7th character: the code is padded with X up to it. */
	seventh: boolean;
}

/**
 * Reads axes.tsv: axis name, characters, words. A row with "-" for characters gives the words of the
 * unresolved axis; characters that begin those of another row make an inner node. Axes whose name ends
 * in 7 are 7th characters.
 */
export function readAxes(file: TableFile, problems: TableProblem[]): Map<string, Axis> {
	const axes = new Map<string, Axis>();
	for (const { line, cells } of readTable(file, 3, 3, problems)) {
		const [name = "", chars = "", words = ""] = cells;
		if (!/^[a-z]+7?$/.test(name) || !/^(-|[0-9A-Z]+)$/.test(chars)) {
			problems.push({ file: file.name, line, message: `not an axis row: "${name}" "${chars}"` });
			continue;
		}
		let axis = axes.get(name);
		if (!axis) {
			axis = { name, values: [], headers: [], unresolved: "", seventh: name.endsWith("7") };
			axes.set(name, axis);
		}
		if (chars === "-") axis.unresolved = words;
		else if (axis.values.some((v) => v.chars === chars)) {
			problems.push({ file: file.name, line, message: `axis ${name} has ${chars} twice` });
		} else axis.values.push({ chars, words });
	}
	for (const axis of axes.values()) {
		const inner = axis.values.filter((v) =>
			axis.values.some((o) => o.chars.length > v.chars.length && o.chars.startsWith(v.chars)),
		);
		axis.headers = inner;
		axis.values = axis.values.filter((v) => !inner.includes(v));
	}
	return axes;
}

/** The values of an axis whose first character is in `subset` (all when it is empty), in the subset's order. */
export function valuesOf(axis: Axis, subset: string): AxisValue[] {
	if (subset === "") return axis.values;
	return [...subset].flatMap((c) => axis.values.filter((v) => v.chars.startsWith(c)));
}
