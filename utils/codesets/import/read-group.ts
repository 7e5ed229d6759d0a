import { type CodeSetDraft, type DraftNote, emptyIndex } from "../set/draft";
import { readCptModifiers, readCptTexts, readPprrvu } from "./cpt";
import { decodeText } from "./decode";
import { deriveRows } from "./derive-rows";
import { readHcpcs } from "./hcpcs";
import { ImportError } from "./import-error";
import { readIndexXml } from "./index-xml";
import { readOrderFile } from "./order-file";
import type { ImportGroup } from "./plan";
import type { Steps } from "./progress";
import { readTabular } from "./tabular";

/** SHA-256 of given files by name; the files inside an archive go by the archive's. */
export type Hashes = ReadonlyMap<string, string>;

export interface ReadOptions {
	hashes?: Hashes;
	/** The user has confirmed that they hold a licence for the CPT files. */
	cptLicence?: boolean;
}

/**
 * Reads the files of one edition into a draft.
 *
 * @throws ImportError naming file, line and cause.
 */
export function* readGroup(group: ImportGroup, options: ReadOptions = {}): Steps<CodeSetDraft> {
	if (group.system === "CPT" && !options.cptLicence) {
		const name = group.files[0]?.file.name ?? "CPT";
		throw new ImportError(
			"licence",
			name,
			"CPT files need your confirmation that you hold a licence for them",
		);
	}
	const hashes = options.hashes ?? new Map<string, string>();
	const draft: CodeSetDraft = {
		system: group.system,
		...group.edition,
		sources: group.files.map(({ file }) => ({ name: file.name, sha256: hashOf(file.name, hashes) })),
		rows: [],
		counts: {},
	};
	if (group.system === "ICD-10-CM" || group.system === "ICD-10-PCS") yield* readIcd(group, draft);
	else if (group.system === "HCPCS") yield* readHcpcsGroup(group, draft);
	else readCptGroup(group, draft);
	return draft;
}

function hashOf(name: string, hashes: Hashes): string {
	for (const [given, hash] of hashes) if (name === given || name.startsWith(`${given}/`)) return hash;
	return "";
}

const COUNT_NAMES = {
	index: "indexEntries",
	eindex: "externalCauseEntries",
	drug: "drugSubstances",
	neoplasm: "neoplasmRows",
} as const;

function* readIcd(group: ImportGroup, draft: CodeSetDraft): Steps<void> {
	const counts = draft.counts!;
	const text = (kind: string): { name: string; text: string } | null => {
		const found = group.files.find((f) => f.kind === kind);
		return found ? { name: found.file.name, text: decodeText(found.file.bytes) } : null;
	};
	const order = text("order");
	if (order) draft.rows = yield* readOrderFile(order.name, order.text, group.system);
	const tabular = text("tabular");
	if (tabular) {
		const read = yield* readTabular(tabular.name, tabular.text);
		draft.levels = read.levels;
		draft.notes = read.notes;
		draft.sevenths = read.sevenths;
		counts.tabularNodes = read.nodes.length;
		counts.seventhDefinitions = read.seventhDefinitions;
		if (!order) {
			draft.rows = deriveRows(read);
			counts.derived = 1;
		}
	}
	if (draft.rows.length === 0) {
		const name = group.files[0]?.file.name ?? group.edition.edition;
		throw new ImportError(
			"empty",
			name,
			"an index alone makes no code set: add the order file of the same year",
		);
	}
	for (const kind of ["index", "eindex", "drug", "neoplasm"] as const) {
		const file = text(kind);
		if (!file) continue;
		draft.index ??= emptyIndex();
		const { entries } = yield* readIndexXml(file.name, file.text, kind, draft.index);
		counts[COUNT_NAMES[kind]] = entries;
	}
}

function* readHcpcsGroup(group: ImportGroup, draft: CodeSetDraft): Steps<void> {
	const { file } = group.files[0]!;
	const read = yield* readHcpcs(file.name, decodeText(file.bytes), group.edition.validFrom);
	draft.rows = read.rows;
	draft.modifiers = read.modifiers;
	draft.notes = read.notes;
	draft.counts = { terminated: read.terminated, skippedLines: read.skipped };
}

/** The longest text of a code is its title; the others are found by search as further names. */
function readCptGroup(group: ImportGroup, draft: CodeSetDraft): void {
	const titles = new Map<string, string>();
	const notes: DraftNote[] = [];
	const take = (code: string, text: string): void => {
		const title = titles.get(code);
		if (title === undefined) titles.set(code, text);
		else if (text.toLowerCase() !== title.toLowerCase())
			notes.push({ level: code, kind: "inclusionTerm", text });
	};
	for (const kind of ["cpt-long", "cpt-medium", "cpt-short", "pprrvu"] as const) {
		const file = group.files.find((f) => f.kind === kind)?.file;
		if (!file) continue;
		const text = decodeText(file.bytes);
		if (kind === "pprrvu") for (const row of readPprrvu(file.name, text)) take(row.code, row.title);
		else for (const [code, words] of readCptTexts(file.name, text)) take(code, words);
	}
	const modifiers = group.files.find((f) => f.kind === "cpt-modifiers")?.file;
	if (modifiers) draft.modifiers = readCptModifiers(modifiers.name, decodeText(modifiers.bytes));
	if (titles.size === 0) {
		throw new ImportError(
			"empty",
			modifiers?.name ?? "CPT",
			"modifiers alone make no code set: add a file of codes",
		);
	}
	draft.rows = [...titles].map(([code, title]) => ({ code, title, billable: true }));
	draft.notes = notes;
}
