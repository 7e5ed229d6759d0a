import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Setting } from "../../../utils/notes/types";

export interface Gap {
	topic: string;
	evidence: string;
	question: string;
}

/** A note of the evaluation data, for its findings. */
export interface EvalNote {
	id: string;
	text: string;
	gaps: Gap[];
	setting?: Setting;
}

export const NOTE_SETS = ["aci", "gp", "mixed", "mts-dialog"] as const;
export type NoteSet = (typeof NOTE_SETS)[number];

/** Notes of a development set; the sections of mts-dialog count as notes of their own. */
export function evalNotes(shared: string, set: NoteSet): EvalNote[] {
	const lines = readFileSync(join(shared, `eval/notes/${set}-dev.jsonl`), "utf8")
		.trim()
		.split("\n");
	return lines.map((line, at) => {
		const row = JSON.parse(line) as Record<string, unknown>;
		const setting = row.setting === "inpatient" || row.setting === "outpatient" ? row.setting : undefined;
		return {
			id: String(row.id ?? row.ID ?? at),
			text: String(row.text ?? row.section_text ?? ""),
			gaps: (row.gaps as Gap[] | undefined) ?? [],
			...(setting ? { setting } : {}),
		};
	});
}
