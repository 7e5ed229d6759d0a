import { tableRows } from "../../lexicon/tables";

/** Codes a condition becomes when it is over, or a relative's. */
export interface HistoryCodes {
	personal: string;
	family: string;
}

/** Looks up data/rules/history.tsv: the longest prefix of a code wins; null when there is none. */
export function historyTable(): (code: string) => HistoryCodes | null {
	const rows = new Map<string, HistoryCodes>();
	for (const { cells } of tableRows("rules/history", ["prefix", "personal", "family"]))
		rows.set(cells.prefix, { personal: cells.personal, family: cells.family });
	return (code) => {
		for (let n = Math.min(6, code.length); n > 0; n--) {
			const found = rows.get(code.slice(0, n));
			if (found !== undefined) return found;
		}
		return null;
	};
}
