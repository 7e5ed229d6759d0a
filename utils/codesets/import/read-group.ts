import { type CodeSetDraft, emptyIndex } from "../set/draft";
import { decodeText } from "./decode";
import { deriveRows } from "./derive-rows";
import { ImportError } from "./import-error";
import { readIndexXml } from "./index-xml";
import { readOrderFile } from "./order-file";
import type { ImportGroup } from "./plan";
import type { Steps } from "./progress";
import { readTabular } from "./tabular";

/** SHA-256 of given files by name; the files inside an archive go by the archive's. */
export type Hashes = ReadonlyMap<string, string>;

/**
 * Reads the files of one edition into a draft.
 *
 * @throws ImportError naming file, line and cause.
 */
export function* readGroup(group: ImportGroup, hashes: Hashes = new Map()): Steps<CodeSetDraft> {
	const draft: CodeSetDraft = {
		system: group.system,
		...group.edition,
		sources: group.files.map(({ file }) => ({ name: file.name, sha256: hashOf(file.name, hashes) })),
		rows: [],
		counts: {},
	};
	if (group.system === "ICD-10-CM" || group.system === "ICD-10-PCS") yield* readIcd(group, draft);
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
