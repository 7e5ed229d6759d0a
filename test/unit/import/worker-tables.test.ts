import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { INDEX_TABLES } from "../../../utils/engine/compile";

it("the import Worker carries exactly the tables that an index is made from", () => {
	const source = readFileSync("entrypoints/options/import.worker.ts", "utf8");
	const globs = [...source.matchAll(/"\.\.\/\.\.\/data\/(\w+)\/\{([^}]+)\}\.tsv"/g)];
	const carried = globs.flatMap(([, folder, names]) => names!.split(",").map((name) => `${folder}/${name}`));
	expect(carried.sort()).toEqual([...INDEX_TABLES].sort());
});
