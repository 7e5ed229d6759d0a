/// <reference types="vite/client" />
import { serveImports, type WorkerSide } from "../../components/options/import/serve-imports";
import { setTables } from "../../utils/lexicon/tables";

/** Only the tables that an index is made from (`INDEX_TABLES` of the engine): the Worker is a second bundle. */
const files = import.meta.glob<string>(
	[
		"../../data/lexicon/{abbreviations,abbreviations-search,eponyms,lay,phrases,search-synonyms}.tsv",
		"../../data/rules/{general-words,word-forms,word-groups}.tsv",
	],
	{ query: "?raw", import: "default", eager: true },
);

/** The Worker of the options page: an import takes seconds, and a service worker cannot start one. */
setTables(
	Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path.replace(/^.*\/data\//, "").replace(/\.tsv$/, ""),
			text,
		]),
	),
);
serveImports(self as unknown as WorkerSide);
