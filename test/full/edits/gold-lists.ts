import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Setting } from "../../../utils/notes/types";

/** A code list as a coder left it. */
export interface GoldList {
	id: string;
	codes: string[];
	setting: Setting;
}

/**
 * Lists whose findings were read by hand and are right: the list itself is at odds with the classification.
 * D05.1 and B17.1 are headers, Z01.810 is first-listed only, the others are pairs that a note names.
 */
export const RIGHTLY_FOUND: ReadonlySet<string> = new Set([
	"D2N025",
	"D2N031",
	"D2N038",
	"D2N058",
	"M14",
	"M26",
	"N39",
]);

/** The gold code lists of the coded development notes. */
export function goldLists(): GoldList[] {
	const lists: GoldList[] = [];
	for (const name of ["mixed", "gp", "aci"]) {
		const path = join(process.env.CHARTSIDE_SHARED ?? "", `eval/notes/${name}-dev.jsonl`);
		for (const line of readFileSync(path, "utf8").trim().split("\n")) {
			const note = JSON.parse(line) as {
				id: string;
				codes?: string[];
				codes2026?: string[];
				setting?: string;
			};
			const codes = [...new Set((name === "aci" ? note.codes2026 : note.codes) ?? [])];
			if (codes.length === 0) continue;
			lists.push({
				id: note.id,
				codes,
				setting: note.setting === "inpatient" ? "inpatient" : "outpatient",
			});
		}
	}
	return lists;
}
