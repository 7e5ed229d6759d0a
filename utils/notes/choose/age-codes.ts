import type { CodeSet } from "../../codesets/types";

/** Tabular note at Z00.0: a child's examination (29 days to 17 years) is coded to Z00.1-. */
const ADULT_TO_CHILD: Readonly<Record<string, string>> = { "Z00.00": "Z00.129", "Z00.01": "Z00.121" };

/** Row of the child's routine examination where the note tells a child's age ("age=child"); else the row itself. */
export function rowForAge(set: CodeSet, row: number, facts: ReadonlySet<string>): number {
	const code = facts.has("age=child") ? ADULT_TO_CHILD[set.code(row)] : undefined;
	const other = code === undefined ? -1 : set.find(code);
	return other < 0 ? row : other;
}
