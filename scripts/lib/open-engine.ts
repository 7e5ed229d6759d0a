import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openCodeSet } from "../../utils/codesets/set/open-set";
import { createEngine, type Engine } from "../../utils/engine/engine";
import { loadTables } from "./load-tables";
import { run } from "./run";

const STARTER = ["starter-icd10cm.pack", "starter-hcpcs.pack", "starter-cpt.pack"].map((name) =>
	fileURLToPath(new URL(`../../public/packs/${name}`, import.meta.url)),
);

/**
 * Opens the engine in Node over pack files; without any, over the starter, which is built first when it is
 * not there. Throws an Error that names a pack that cannot be read.
 */
export async function openEngine(packs: readonly string[] = []): Promise<Engine> {
	loadTables();
	if (packs.length === 0 && !existsSync(STARTER[0] as string)) {
		const { code, output } = await run("npm", ["run", "-s", "starter"], { seconds: 120 });
		if (code !== 0) throw new Error(`The starter packs could not be built:\n${output}`);
	}
	// The CPT table may have been left out of the build.
	const paths = packs.length > 0 ? packs : STARTER.filter((path) => existsSync(path));
	return createEngine(
		paths.map((path) => {
			try {
				return openCodeSet(new Uint8Array(readFileSync(path)));
			} catch (error) {
				throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
			}
		}),
	);
}
