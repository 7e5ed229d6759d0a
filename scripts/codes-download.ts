import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEditions, type OfferedEdition } from "../utils/codesets/download/find-editions";
import { PUBLISHERS, type Publisher } from "../utils/codesets/download/publishers";
import { readBody } from "../utils/codesets/download/read-body";
import { openCodeSet } from "../utils/codesets/set/open-set";
import { compilePack } from "../utils/engine/compile";
import { optionValue } from "./lib/args";
import { hashSources } from "./lib/compile-verb";
import { loadTables } from "./lib/load-tables";

/**
 * `npm run codes:download -- [--publisher ID] [--year YYYY] [--borrow PACK] [--out DIR]`: the newest edition
 * (or that of a year) from its publisher, as a pack for CHARTSIDE_PACKS. `--listing URL` reads another listing
 * instead of the publisher's own. CPT is in no publisher's list.
 */
const USAGE = `usage: codes:download [--publisher ${PUBLISHERS.map((p) => p.id).join("|")}] [--year YYYY] [--borrow PACK] [--out DIR] [--listing URL]`;

/** Seconds until a request without an answer is given up. */
const PATIENCE = 60;

const get = (url: string): Promise<Response> => fetch(url, { signal: AbortSignal.timeout(PATIENCE * 1000) });

async function text(url: string): Promise<string> {
	const response = await get(url);
	if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
	return response.text();
}

/** Downloads the files of an edition and compiles them. Returns the path of the pack. */
export async function downloadEdition(
	edition: OfferedEdition,
	out: string,
	borrow: string | undefined,
	say: (line: string) => void,
): Promise<string> {
	const sources: { name: string; bytes: Uint8Array }[] = [];
	mkdirSync(out, { recursive: true });
	for (const { url, name } of edition.files) {
		say(`${url}`);
		const bytes = await readBody(await get(url), () => undefined);
		writeFileSync(join(out, name), bytes);
		sources.push({ name, bytes });
	}
	loadTables();
	const hashes = hashSources(sources);
	for (const [name, sha256] of hashes) say(`sha256 ${sha256}  ${name}`);
	const lender = borrow ? openCodeSet(new Uint8Array(readFileSync(borrow))) : undefined;
	const pack = compilePack(sources, { hashes, ...(lender ? { lender } : {}) });
	const { release } = openCodeSet(pack);
	const path = join(out, `${release.system}-${release.edition}.pack`.toLowerCase());
	writeFileSync(path, pack);
	say(
		`${release.system} ${release.edition}: ${release.counts.rows} rows, ${release.counts.billable} billable`,
	);
	return path;
}

async function main(args: readonly string[]): Promise<number> {
	const id = optionValue(args, "--publisher") ?? PUBLISHERS[0]!.id;
	const known = PUBLISHERS.find((publisher) => publisher.id === id);
	if (!known) {
		console.error(USAGE);
		return 2;
	}
	const publisher: Publisher = { ...known, listing: optionValue(args, "--listing") ?? known.listing };
	const year = optionValue(args, "--year");
	try {
		const offered = await findEditions(publisher, text);
		const edition = offered.find((one) => year === undefined || String(one.year) === year);
		if (!edition)
			throw new Error(`no edition of ${year}; there are ${offered.map((one) => one.label).join(", ")}`);
		const out = optionValue(args, "--out") ?? ".cache/codes";
		const path = await downloadEdition(edition, out, optionValue(args, "--borrow"), console.error);
		console.log(path);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
