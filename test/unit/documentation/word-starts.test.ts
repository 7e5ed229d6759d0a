import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { tableRules } from "../../../utils/documentation/rules/table";
import { canMatch, firstMatch } from "../../../utils/documentation/rules/word-pattern";
import { startsOf, wordStarts } from "../../../utils/documentation/rules/word-starts";
import { tableRows } from "../../../utils/lexicon/tables";

loadTables();

describe("the beginnings that a match can have", () => {
	it.each([
		["mdd|depress(?:ion|ive)", ["mdd", "depr"]],
		["(?:internal )?h[a]?emorrhoid\\w*", ["inte", "haem", "hemo"]],
		["post-?op", ["post"]],
		["t[12] ?dm", ["t1", "t1dm", "t2", "t2dm"]],
		["s/p", ["s"]],
		["(?<!heart)burns?", ["burn"]],
		["(?<=type 2,? )uncontrolled", ["unco"]],
		["o?esophagitis", ["esop", "oeso"]],
		["a{2}b", ["a"]],
	])("%s", (source, starts) => expect(wordStarts(source)?.sort()).toEqual([...starts].sort()));

	it.each(["\\w+ polyps?", "\\d{1,2} ?w", "[^.]x", "x?", "(?:acute )?"])("cannot be told: %s", (source) =>
		expect(wordStarts(source)).toBeNull(),
	);

	it("never rule out a text that has a match", () => {
		const golden = readFileSync(join(import.meta.dirname, "../../golden/findings.jsonl"), "utf8");
		const texts = [
			...golden
				.split("\n")
				.filter(Boolean)
				.map((line) => (JSON.parse(line) as { text: string }).text),
			...tableRows("rules/documentation-examples", ["text"]).map(({ cells }) => cells.text),
		];
		const patterns = tableRules().flatMap(({ words, unless, unlessNear, needs, shows }) =>
			[words, unless, unlessNear, needs, shows].flatMap((pattern) => pattern ?? []),
		);
		let ruledOut = 0;
		for (const text of texts) {
			const present = startsOf(text);
			for (const pattern of patterns) {
				if (canMatch(pattern, present)) continue;
				ruledOut++;
				expect(firstMatch(pattern.regex, text), pattern.regex.source).toBeNull();
			}
		}
		expect(ruledOut).toBeGreaterThan(texts.length * patterns.length * 0.5);
	});
});
