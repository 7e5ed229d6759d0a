import { type RuleCountRow, withDatabase } from "./db";

/** A rule that was shown this often and dismissed for the most part is quiet from then on. */
const ENOUGH = 10;
const MOSTLY = 0.8;

/** Adds to the counts of rules: how often shown, how often dismissed. Numbers per rule; nothing of any note. */
export function countRules(rules: readonly string[], what: "shown" | "dismissed"): Promise<void> {
	return withDatabase((db) =>
		db.transaction("rw", db.ruleCounts, async () => {
			for (const rule of rules) {
				const row = (await db.ruleCounts.get(rule)) ?? { rule, shown: 0, dismissed: 0 };
				await db.ruleCounts.put({ ...row, [what]: (row[what] ?? 0) + 1 });
			}
		}),
	);
}

/** Rules that were mostly dismissed: listed in the panel, no longer drawn in the page. */
export async function quietRules(): Promise<ReadonlySet<string>> {
	const rows = await withDatabase((db) => db.ruleCounts.toArray());
	return new Set(rows.filter(isQuiet).map((row) => row.rule));
}

function isQuiet({ shown, dismissed }: RuleCountRow): boolean {
	return shown >= ENOUGH && dismissed / shown >= MOSTLY;
}

/** All counts with what follows from them, the most shown rule first. */
export async function listRuleCounts(): Promise<(RuleCountRow & { quiet: boolean })[]> {
	const rows = await withDatabase((db) => db.ruleCounts.toArray());
	return rows.map((row) => ({ ...row, quiet: isQuiet(row) })).sort((a, b) => b.shown - a.shown);
}

/** Forgets all counts: rules that were quiet are drawn again. */
export function clearRuleCounts(): Promise<void> {
	return withDatabase((db) => db.ruleCounts.clear());
}
