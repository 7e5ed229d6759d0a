import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildStarterSet } from "../utils/codesets/starter/build-set";
import { buildFlatSet } from "../utils/codesets/starter/flat-table";
import type { StarterSet, TableFile } from "../utils/codesets/starter/types";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function table(name: string): TableFile {
	return { name, text: readFileSync(join(root, name), "utf8") };
}

/** Reads and expands the ICD-10-CM starter tables of this repository. Throws TableError. */
export function readStarterIcd(): StarterSet {
	const folder = "data/starter/icd10cm";
	const tables = readdirSync(join(root, folder))
		.filter((n) => /^\d\d-.*\.tsv$/.test(n))
		.sort()
		.map((n) => table(`${folder}/${n}`));
	return buildStarterSet({
		chapters: table(`${folder}/chapters.tsv`),
		axes: table("data/starter/axes.tsv"),
		tables,
	});
}

/** Reads the HCPCS or CPT starter table. Throws TableError. */
export function readStarterFlat(system: "HCPCS" | "CPT"): StarterSet {
	return buildFlatSet(table(`data/starter/${system.toLowerCase()}.tsv`), system);
}
