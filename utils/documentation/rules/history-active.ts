import { tableRows } from "../../lexicon/tables";
import { draft } from "../draft";
import type { Finding } from "../types";
import type { SpecialRule } from "./special";
import { canMatch, firstMatch, wordPattern } from "./word-pattern";

const TABLE = "rules/documentation-history";
const COLUMNS = ["id", "history", "active", "unless", "title", "question", "source"] as const;

function read() {
	return tableRows(TABLE, COLUMNS).map(({ cells, line }) => ({
		...cells,
		history: wordPattern(TABLE, line, cells.history),
		active: wordPattern(TABLE, line, cells.active),
		unless: wordPattern(TABLE, line, cells.unless),
	}));
}

let table: ReturnType<typeof read> | null = null;

/** A condition told as history that the same note shows at work: data/rules/documentation-history. */
export const historyFindings: SpecialRule = function* (input, words): Generator<Finding> {
	table ??= read();
	for (const rule of table) {
		if (!rule.history || !rule.active || !canMatch(rule.history, words.starts)) continue;
		const history = firstMatch(rule.history.regex, input.text);
		if (!history || words.contextAt(history).experiencer === "other") continue;
		const active = firstMatch(rule.active.regex, input.text);
		if (!active || words.contextAt(active).negated) continue;
		if (rule.unless && firstMatch(rule.unless.regex, input.text)) continue;
		const shown = (range: { start: number; end: number }) =>
			input.text.slice(range.start, range.end).replace(/\s+/g, " ");
		yield draft({
			rule: rule.id,
			topic: "conflict",
			level: "changes-code",
			text: input.text,
			span: history,
			section: words.stretches[words.indexAt(history.start)]?.section,
			codes: [],
			title: rule.title.replace("{history}", shown(history)).replace("{active}", shown(active)),
			question: rule.question,
			source: rule.source,
			indicators: [active],
		});
	}
};
