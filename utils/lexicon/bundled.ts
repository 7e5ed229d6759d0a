/// <reference types="vite/client" />
import { setTables } from "./tables";

/**
 * All tables of data/lexicon and data/rules, inlined by the extension's build. Only entrypoints (and unit
 * tests) import this module; a new table is picked up without a change here.
 */
const files = import.meta.glob(["../../data/lexicon/*.tsv", "../../data/rules/*.tsv"], {
	query: "?raw",
	import: "default",
	eager: true,
}) as Record<string, string>;

/** Fills the registry with the bundled tables; call once before the engine is opened. */
export function loadBundledTables(): void {
	const tables: Record<string, string> = {};
	for (const [path, text] of Object.entries(files)) {
		tables[path.replace(/^.*\/data\//, "").replace(/\.tsv$/, "")] = text;
	}
	setTables(tables);
}
