import type { CodeSystem } from "../types";
import type { SourceFile } from "./archive";
import { baseName, type Edition } from "./edition";
import { ImportError } from "./import-error";
import { type FileKind, type Sniffed, sniff } from "./sniff";

/** The files that make one edition of one system. */
export interface ImportGroup {
	system: CodeSystem;
	edition: Edition;
	files: { file: SourceFile; kind: FileKind }[];
}

export interface ImportPlan {
	groups: ImportGroup[];
	/** Plain tables, which need a column mapping from the user. */
	tables: SourceFile[];
	/** Files that are not needed, each with the reason. */
	ignored: { name: string; reason: string }[];
}

/**
 * Sorts out what files are and which belong together. Tabular List and indexes join the order file
 * of their fiscal year; of an April update too, when it brings none of its own.
 *
 * @throws ImportError `unknown-edition` for a code file without a year in name, archive or content.
 */
export function planImport(files: readonly SourceFile[]): ImportPlan {
	const plan: ImportPlan = { groups: [], tables: [], ignored: [] };
	for (const file of files) {
		const found = sniff(file);
		if (found.kind === "csv") plan.tables.push(file);
		else if (found.kind === "ignored") plan.ignored.push({ name: file.name, reason: found.reason });
		else addTo(plan, found as Sniffed & { kind: FileKind; system: CodeSystem; edition: Edition | null });
	}
	shareAcrossYear(plan);
	joinRelativeValues(plan);
	return plan;
}

function addTo(
	plan: ImportPlan,
	found: { file: SourceFile; kind: FileKind; system: CodeSystem; edition: Edition | null },
): void {
	const { file, kind, system, edition } = found;
	if (!edition) {
		throw new ImportError(
			"unknown-edition",
			file.name,
			"the year of the edition is in neither name nor content",
		);
	}
	let group = plan.groups.find((g) => g.system === system && g.edition.edition === edition.edition);
	if (!group) {
		group = { system, edition, files: [] };
		plan.groups.push(group);
	}
	const twin = group.files.find((other) => other.kind === kind);
	if (!twin) group.files.push({ file, kind });
	else if (same(twin.file.bytes, file.bytes)) {
		plan.ignored.push({ name: file.name, reason: `the same file as ${twin.file.name}` });
	} else {
		throw new ImportError(
			"mixed",
			file.name,
			`a second ${kind} file of ${edition.edition} beside ${baseName(twin.file.name)}`,
		);
	}
}

/** The relative value file goes with the AMA's files of its year, whose texts are fuller. */
function joinRelativeValues(plan: ImportPlan): void {
	for (const group of plan.groups.filter((one) => one.edition.edition.endsWith("-RVU"))) {
		const year = group.edition.edition.replace("-RVU", "");
		const fuller = plan.groups.find((one) => one.system === "CPT" && one.edition.edition === year);
		if (!fuller) continue;
		fuller.files.push(...group.files);
		plan.groups.splice(plan.groups.indexOf(group), 1);
	}
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Groups without codes of their own lend their files to the group with codes in the same year. */
function shareAcrossYear(plan: ImportPlan): void {
	const hasCodes = (group: ImportGroup) => group.files.some((f) => f.kind === "order");
	const lent = new Set<ImportGroup>();
	for (const group of plan.groups) {
		if (group.system !== "ICD-10-CM" || hasCodes(group)) continue;
		for (const taker of plan.groups) {
			const sameYear = taker.edition.edition.slice(0, 6) === group.edition.edition.slice(0, 6);
			if (taker === group || taker.system !== group.system || !hasCodes(taker) || !sameYear) continue;
			for (const entry of group.files) {
				if (!taker.files.some((f) => f.kind === entry.kind)) taker.files.push(entry);
			}
			lent.add(group);
		}
	}
	plan.groups = plan.groups.filter((group) => !lent.has(group));
}
