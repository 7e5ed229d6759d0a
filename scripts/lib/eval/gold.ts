import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Sets of the evaluation data that is not in the repository. */
export type SharedSet = "aci" | "mixed" | "gp";
/** The repository's own sets: each one or two folders of test/golden. */
export type OwnSet = "golden" | "visits" | "transcriptions" | "hospital" | "practice";
export type GoldSet = SharedSet | OwnSet;
/** Where the notes of the repository's own sets are, under test/golden. */
export const OWN_FOLDERS: Record<OwnSet, readonly string[]> = {
	golden: ["notes"],
	visits: ["visits", "visits2"],
	transcriptions: ["transcriptions"],
	hospital: ["transcriptions2"],
	practice: ["gp"],
};
/** Sets whose notes are office visits with the codes assessed or managed: measured at that depth. */
export const VISIT_SETS: readonly GoldSet[] = ["aci", "visits"];
/** Sets whose "core" is the target of that depth; our own draw its line elsewhere. */
export const CORE_SETS: readonly GoldSet[] = ["mixed", "gp"];

/** A coded note of the evaluation data. */
export interface GoldNote {
	id: string;
	set: GoldSet;
	text: string;
	/** Codes the encounter is about (for aci: all its codes). */
	core: string[];
	/** Codes assessed or managed in the visit (for sets without the list: the core). */
	managed: string[];
	codes: string[];
	cpt: string[];
	uncertain: string[];
	evidence: Record<string, string>;
	/** Codes that are neither asked for nor wrong. */
	acceptable: string[];
	/** 0 to 4: which fold it is held out in, by a hash of its id. */
	fold: number;
}

const FILES: Record<SharedSet, string> = {
	aci: "aci-dev",
	mixed: "mixed-dev",
	gp: "gp-dev",
};

/** Coded notes under `shared`/eval/notes, or [] when the set is not there. */
export function goldNotes(shared: string, set: SharedSet): GoldNote[] {
	const path = join(shared, "eval", "notes", `${FILES[set]}.jsonl`);
	if (!existsSync(path)) return [];
	return readFileSync(path, "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => {
			const row = JSON.parse(line) as Record<string, unknown>;
			const codes = (row.codes2026 ?? row.codes) as string[];
			const id = String(row.id);
			const core = (row.core as string[] | undefined) ?? codes;
			return {
				id,
				set,
				text: String(row.text),
				core,
				managed: core,
				codes,
				cpt: (row.cpt as string[] | undefined) ?? [],
				uncertain: (row.uncertain as string[] | undefined) ?? [],
				evidence: (row.evidence as Record<string, string> | undefined) ?? {},
				acceptable: [],
				fold: foldOf(set, id),
			};
		});
}

function foldOf(set: GoldSet, id: string): number {
	return (createHash("sha256").update(`${set}/${id}`).digest()[0] as number) % 5;
}

/** The repository's own notes of a set; `golden` is the folder test/golden. */
export function goldenNotes(golden: string, set: OwnSet): GoldNote[] {
	return OWN_FOLDERS[set]
		.flatMap((folder) =>
			readdirSync(join(golden, folder))
				.filter((name) => name.endsWith(".json"))
				.sort()
				.map((name) => join(golden, folder, name)),
		)
		.map((path) => {
			const row = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
			const id = String(row.id);
			return {
				id,
				set,
				text: String(row.text),
				core: row.core as string[],
				managed: (row.managed ?? row.core) as string[],
				codes: row.codes as string[],
				cpt: (row.cpt as string[] | undefined) ?? [],
				uncertain: (row.uncertain as string[] | undefined) ?? [],
				evidence: (row.evidence as Record<string, string> | undefined) ?? {},
				acceptable: (row.acceptable as string[] | undefined) ?? [],
				fold: foldOf(set, id),
			};
		});
}

/** True when a suggested code answers a gold code: equal, or a child of a gold header. */
export function hits(suggested: string, gold: string): boolean {
	return (
		suggested === gold ||
		(suggested.startsWith(gold) && gold.length < suggested.length && gold.length <= 5 && !/^.{3}$/.test(gold))
	);
}
