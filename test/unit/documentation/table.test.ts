import { beforeEach, describe, expect, it, vi } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";

/** Tables are read once per module: each test gets modules of its own. */
async function withRow(row: Partial<Record<string, string>>) {
	vi.resetModules();
	const { setTables } = await import("../../../utils/lexicon/tables");
	const { tableRules } = await import("../../../utils/documentation/rules/table");
	const columns =
		"id topic level setting codes words lasting unless-codes unless unless-near needs shows alone title question source why".split(
			" ",
		);
	const sound = { id: "x", topic: "stage", level: "check", codes: "N18", source: "I.B.2", why: "because" };
	const cells: Partial<Record<string, string>> = { ...sound, ...row };
	setTables({
		"rules/documentation": `# comment\n${columns.join("\t")}\n${columns.map((name) => cells[name] ?? "").join("\t")}`,
	});
	return tableRules;
}

describe("the schema of data/rules/documentation.tsv", () => {
	beforeEach(() => loadTables());

	it("takes a sound row", async () => {
		const tableRules = await withRow({});
		expect(tableRules()).toHaveLength(1);
		expect(tableRules()[0]?.codes?.test("N189")).toBe(true);
		expect(tableRules()[0]?.codes?.test("EN189")).toBe(false);
	});

	it.each([
		[{ topic: "mood" }, "mood is not a topic"],
		[{ level: "loud" }, "loud is not a level"],
		[{ setting: "home" }, "home is not a setting"],
		[{ lasting: "long" }, "long is not a way of lasting"],
		[{ words: "(open" }, "pattern does not compile: (open"],
		[{ codes: "" }, "neither codes nor words"],
		[{ why: "" }, "source or why is missing"],
	])("names file, line and cause: %o", async (row, cause) => {
		const tableRules = await withRow(row as Partial<Record<string, string>>);
		expect(tableRules).toThrow(`data/rules/documentation.tsv:3: ${cause}`);
	});
});
