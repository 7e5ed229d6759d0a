import { expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import type { Core } from "../../../utils/background/core";
import { codeHandlers } from "../../../utils/background/handlers/codes";
import { INDEX_TABLES } from "../../../utils/engine/compile";
import { table } from "../../../utils/lexicon/tables";

it("the import Worker is given exactly the tables that an index is made from", async () => {
	loadTables();
	const given = await codeHandlers({} as Core)["engine.tables"]({}, {} as never);
	expect(Object.keys(given)).toEqual([...INDEX_TABLES]);
	for (const [name, text] of Object.entries(given)) expect(text).toBe(table(name));
});
