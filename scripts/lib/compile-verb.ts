import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SourceFile } from "../../utils/codesets/import/archive";
import { ImportError } from "../../utils/codesets/import/import-error";
import { PackError } from "../../utils/codesets/pack/pack-error";
import { openCodeSet } from "../../utils/codesets/set/open-set";
import { compilePack } from "../../utils/engine/compile";
import { loadTables } from "./load-tables";

/** Files named by the arguments; a folder stands for all files in it. */
export function readSources(paths: readonly string[]): SourceFile[] {
	return paths.flatMap((path) =>
		statSync(path).isDirectory()
			? readSources(readdirSync(path).map((name) => join(path, name)))
			: [{ name: path.split("/").at(-1)!, bytes: new Uint8Array(readFileSync(path)) }],
	);
}

/** SHA-256 of files by name. */
export const hashSources = (files: readonly SourceFile[]): Map<string, string> =>
	new Map(files.map((file) => [file.name, createHash("sha256").update(file.bytes).digest("hex")]));

/**
 * `compile --out FILE SOURCE...`: official files to a pack; counts go to stderr. `--borrow PACK` names
 * the earlier edition whose notes and index an edition without its own takes over. Returns the exit code.
 */
export async function compileVerb(args: readonly string[]): Promise<number> {
	const out = args[args.indexOf("--out") + 1];
	const lender = args.includes("--borrow") ? args[args.indexOf("--borrow") + 1] : undefined;
	const sources = args.filter(
		(arg, i) => !arg.startsWith("--") && args[i - 1] !== "--out" && args[i - 1] !== "--borrow",
	);
	if (!args.includes("--out") || !out || sources.length === 0) {
		console.error("usage: engine compile --out FILE [--borrow PACK] [--cpt-licence-held] SOURCE...");
		return 2;
	}
	// The search index takes the lexicon's phrases in.
	loadTables();
	try {
		const files = readSources(sources);
		const started = performance.now();
		const bytes = compilePack(files, {
			hashes: hashSources(files),
			...(lender ? { lender: openCodeSet(new Uint8Array(readFileSync(lender))) } : {}),
			cptLicence: args.includes("--cpt-licence-held"),
		});
		const { release } = openCodeSet(bytes);
		mkdirSync(dirname(out), { recursive: true });
		writeFileSync(out, bytes);
		const counts = Object.entries(release.counts).map(([name, n]) => `${name} ${n}`);
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.error(`${release.system} ${release.edition}: ${counts.join(", ")}`);
		console.error(`${out}: ${bytes.length} bytes in ${seconds} s`);
		return 0;
	} catch (error) {
		if (!(error instanceof ImportError || error instanceof PackError)) throw error;
		console.error(error.message);
		return 1;
	}
}
