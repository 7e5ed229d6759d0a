import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PackError } from "../utils/codesets/pack/pack-error";
import { openCodeSet } from "../utils/codesets/set/open-set";
import type { Release } from "../utils/codesets/types";

/** What the extension reads to know which packs were bundled. */
export interface BundledList {
	packs: { file: string; system: Release["system"]; edition: string }[];
}

/** A pack that must not be bundled, or cannot. */
export class BundleError extends Error {
	override readonly name = "BundleError";
}

const NAME = /^bundled-.*\.pack$|^bundled\.json$/;

/**
 * Puts packs into `folder` (the extension's packs/) with a list of them, and takes those of an earlier
 * build out. CPT is refused: its descriptors may not be passed on.
 *
 * @throws BundleError naming the file and the reason; nothing is changed then.
 */
export function bundlePacks(paths: readonly string[], folder: string): BundledList {
	const packs = paths.map((path) => {
		const bytes = read(path);
		const { system, edition } = open(path, bytes);
		if (system === "CPT") {
			throw new BundleError(`${path}: CPT is the American Medical Association's and is never bundled`);
		}
		const file = `bundled-${system.toLowerCase()}-${edition.toLowerCase()}.pack`;
		return { file, system, edition, bytes };
	});
	mkdirSync(folder, { recursive: true });
	for (const name of readdirSync(folder)) if (NAME.test(name)) rmSync(join(folder, name));
	const list: BundledList = { packs: packs.map(({ bytes: _bytes, ...pack }) => pack) };
	for (const { file, bytes } of packs) writeFileSync(join(folder, file), bytes);
	if (packs.length > 0) writeFileSync(join(folder, "bundled.json"), JSON.stringify(list));
	return list;
}

function read(path: string): Uint8Array {
	if (!existsSync(path)) throw new BundleError(`${path}: there is no such file`);
	return new Uint8Array(readFileSync(path));
}

function open(path: string, bytes: Uint8Array): Release {
	try {
		return openCodeSet(bytes).release;
	} catch (error) {
		if (error instanceof PackError) throw new BundleError(`${path}: ${error.message}`);
		throw error;
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const paths = (process.env.CHARTSIDE_PACKS ?? "").split(delimiter).filter(Boolean);
	try {
		const { packs } = bundlePacks(paths, fileURLToPath(new URL("../public/packs/", import.meta.url)));
		for (const pack of packs) console.log(`bundled ${pack.system} ${pack.edition}`);
	} catch (error) {
		if (!(error instanceof BundleError)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
