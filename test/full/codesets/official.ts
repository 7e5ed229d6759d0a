import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { borrow } from "../../../utils/codesets/editions/borrow";
import type { SourceFile } from "../../../utils/codesets/import/archive";
import { runSteps } from "../../../utils/codesets/import/progress";
import { readGroup } from "../../../utils/codesets/import/read-group";
import { writePack } from "../../../utils/codesets/pack/container";
import { buildSet } from "../../../utils/codesets/set/build-set";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import type { CodeSet } from "../../../utils/codesets/types";
import { planFiles } from "../../../utils/engine/compile";

const shared = process.env.CHARTSIDE_SHARED ?? "";

/** The zips of a folder of official files, as a user would drop them. */
export function officialZips(folder: string): SourceFile[] {
	const path = join(shared, "codesets", folder);
	return readdirSync(path)
		.filter((name) => name.endsWith(".zip"))
		.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(path, name))) }));
}

/** Text of one file inside the zips of a folder, found by the end of its name. */
export function officialText(folder: string, ending: string): string {
	for (const zip of officialZips(folder)) {
		const files = unzipSync(zip.bytes, { filter: (file) => file.name.endsWith(ending) });
		const [bytes] = Object.values(files);
		if (bytes) return new TextDecoder().decode(bytes);
	}
	throw new Error(`no ${ending} in ${folder}`);
}

/** Code set of the zips of a folder, without the derived sections of search and notes. */
export function officialSet(folder: string, lender?: CodeSet): CodeSet {
	const [group] = runSteps(planFiles(officialZips(folder))).groups;
	if (!group) throw new Error(`no edition in ${folder}`);
	const draft = runSteps(readGroup(group));
	return openCodeSet(
		writePack({ normaliser: 0, lexicon: 0 }, buildSet(lender ? borrow(draft, lender) : draft)),
	);
}
