import { tableRows } from "../../lexicon/tables";

/**
 * How far a condition outlasts being told as history: "section" when a list of past illnesses still means
 * it ("PMH: asthma"), "always" when "history of" does, too ("history of diabetes").
 */
export type Lasting = "" | "section" | "always";

/** How far the condition of a code lasts: data/rules/documentation-lasting. The longest start wins. */
export type LastingOf = (code: string) => Lasting;

/** Reads data/rules/documentation-lasting.tsv. */
export function lastingTable(): LastingOf {
	const rows = tableRows("rules/documentation-lasting", ["prefix", "how"])
		.map(({ cells }) => ({ prefix: cells.prefix, how: cells.how as Lasting }))
		.sort((a, b) => b.prefix.length - a.prefix.length);
	return (code) => {
		const bare = code.replace(".", "");
		return rows.find(({ prefix }) => bare.startsWith(prefix))?.how ?? "";
	};
}
