import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTables } from "../../utils/lexicon/tables";

const data = fileURLToPath(new URL("../../data/", import.meta.url));

/** Node side of the table registry: reads data/lexicon and data/rules from disk. Call before the engine opens. */
export function loadTables(): void {
	const tables: Record<string, string> = {};
	for (const folder of ["lexicon", "rules"]) {
		const path = join(data, folder);
		if (!existsSync(path)) continue;
		for (const file of readdirSync(path)) {
			if (!file.endsWith(".tsv")) continue;
			tables[`${folder}/${file.slice(0, -4)}`] = readFileSync(join(path, file), "utf8");
		}
	}
	setTables(tables);
}
