import { tableRows } from "../../lexicon/tables";

/** Answers whether a symptom's code is a usual part of a condition's code. */
export type PartOf = (symptom: string, condition: string) => boolean;

/** Reads data/rules/symptoms.tsv: the longest prefix that has a row decides. */
export function symptomTable(): PartOf {
	const rows = new Map<string, string[]>();
	for (const { cells } of tableRows("rules/symptoms", ["symptom", "part-of"]))
		rows.set(cells.symptom, cells["part-of"].split(" "));
	return (symptom, condition) => {
		for (let n = Math.min(7, symptom.length); n >= 3; n--) {
			const conditions = rows.get(symptom.slice(0, n));
			if (conditions !== undefined) return conditions.some((prefix) => condition.startsWith(prefix));
		}
		return false;
	};
}
