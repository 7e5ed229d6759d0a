import { borrow, withoutBorrowed } from "../../../utils/codesets/editions/borrow";
import { lender } from "../../../utils/codesets/editions/in-force";
import type { SourceFile } from "../../../utils/codesets/import/archive";
import {
	type ColumnMapping,
	type ListRow,
	previewTable,
	readTable,
} from "../../../utils/codesets/import/csv";
import { decodeText } from "../../../utils/codesets/import/decode";
import type { ImportGroup } from "../../../utils/codesets/import/plan";
import type { ImportProgress, Steps } from "../../../utils/codesets/import/progress";
import { readPack } from "../../../utils/codesets/pack/container";
import { openCodeSet } from "../../../utils/codesets/set/open-set";
import { draftOf } from "../../../utils/codesets/set/read-draft";
import type { CodeSet, Release } from "../../../utils/codesets/types";
import { compileDraft, compileGroup, planFiles } from "../../../utils/engine/compile";
import {
	listReleases,
	packOf,
	releaseId,
	storageRoom,
	storeRelease,
	sweepPacks,
} from "../../../utils/storage/releases";
import type { ImportedEdition, PlannedEdition, PlannedImport } from "./import-messages";

/** A pack is about this part of the unpacked files it is made from. */
const PACK_SHARE = 0.3;
/** What borrowed notes and index add to a pack, bytes. */
const BORROWED_SHARE = 9_000_000;
/** Least time between two progress reports, milliseconds: more would only keep the page busy. */
const REPORT_MS = 60;

type Report = (progress: ImportProgress) => void;

/**
 * The work of an import, away from the page's thread. Holds the files between "what are these" and
 * "import them". Knows no Worker: the Worker passes messages on, tests call it directly.
 */
export class ImportJob {
	#groups = new Map<string, ImportGroup>();
	#hashes = new Map<string, string>();
	#tables = new Map<string, SourceFile>();

	/** Reads files, opens archives and sorts out what they hold. @throws ImportError. */
	async plan(files: readonly File[], report: Report): Promise<PlannedImport> {
		const sources: SourceFile[] = [];
		this.#hashes.clear();
		for (const [done, file] of files.entries()) {
			report({ stage: "unpack", name: file.name, done, total: files.length, unit: "steps" });
			const bytes = new Uint8Array(await file.arrayBuffer());
			this.#hashes.set(file.name, await sha256(bytes));
			sources.push({ name: file.name, bytes });
		}
		const plan = drive(planFiles(sources), report);
		// The earlier edition first: a later one may borrow from it.
		plan.groups.sort((a, b) => (a.edition.validFrom < b.edition.validFrom ? -1 : 1));
		this.#tables = new Map(plan.tables.map((file) => [file.name, file]));
		this.#groups = new Map(plan.groups.map((group) => [keyOf(group), group]));
		const installed = await listReleases();
		const room = await storageRoom();
		return {
			editions: plan.groups.map((group) =>
				planned(group, [...installed, ...plan.groups.map(willBe)], installed),
			),
			tables: plan.tables.map(({ name, bytes }) => ({ name, ...previewTable(decodeText(bytes)) })),
			ignored: plan.ignored,
			free: room?.free ?? null,
		};
	}

	/** Rows of a planned table. @throws ImportError naming the line. */
	table(name: string, mapping: ColumnMapping): ListRow[] {
		return readTable(name, decodeText(this.#tables.get(name)?.bytes ?? new Uint8Array()), mapping);
	}

	/**
	 * Compiles one planned edition and puts it in place. The edition before it stays in use until the
	 * new one is whole.
	 *
	 * @throws ImportError, PackError, or the database's error.
	 */
	async import(key: string, cptLicence: boolean, report: Report): Promise<ImportedEdition> {
		const group = this.#groups.get(key);
		if (!group) throw new Error(`nothing is planned for ${key}`);
		const started = performance.now();
		await sweepPacks();
		const from = await this.#lender(group);
		const bytes = drive(
			compileGroup(group, { hashes: this.#hashes, cptLicence, ...(from ? { lender: from } : {}) }),
			report,
		);
		const { release } = openCodeSet(bytes);
		report({ stage: "write", name: release.edition, done: 0, total: bytes.length, unit: "bytes" });
		const writing = performance.now();
		const row = await storeRelease(release, bytes.buffer as ArrayBuffer, (back) => void readPack(back));
		const now = performance.now();
		report({
			stage: "verify",
			name: release.edition,
			done: bytes.length,
			total: bytes.length,
			unit: "bytes",
		});
		return {
			key,
			rows: release.counts.rows,
			billable: release.counts.billable,
			bytes: row.bytes,
			ms: { total: now - started, write: now - writing },
		};
	}

	/**
	 * Gives installed editions without notes or index of their own what a nearer edition has now.
	 * Resolves with the editions that changed.
	 */
	async lendAgain(report: Report): Promise<string[]> {
		const changed: string[] = [];
		for (const row of await listReleases()) {
			const { tabularNodes, indexEntries } = row.counts;
			if (row.system !== "ICD-10-CM" || row.starter || (tabularNodes && indexEntries)) continue;
			const from = lender(await listReleases(), row);
			const [own, lent] = [await packOf(row), from ? await packOf(from) : null];
			if (!from || !own || !lent || row.borrowedFrom === from.edition) continue;
			const draft = borrow(withoutBorrowed(draftOf(openCodeSet(own))), openCodeSet(lent));
			const bytes = drive(compileDraft(draft), report);
			const { release } = openCodeSet(bytes);
			await storeRelease(release, bytes.buffer as ArrayBuffer, (back) => void readPack(back));
			changed.push(row.id);
		}
		return changed;
	}

	async #lender(group: ImportGroup): Promise<CodeSet | null> {
		if (!needsLender(group)) return null;
		const row = lender(await listReleases(), willBe(group));
		const bytes = row ? await packOf(row) : null;
		return bytes ? openCodeSet(bytes) : null;
	}
}

const keyOf = (group: ImportGroup): string =>
	releaseId({ system: group.system, edition: group.edition.edition });

const needsLender = (group: ImportGroup): boolean =>
	group.system === "ICD-10-CM" &&
	!(["tabular", "index"] as const).every((kind) => group.files.some((file) => file.kind === kind));

/** The release that a group will make, as far as lending goes. */
const willBe = (group: ImportGroup): Release => ({
	system: group.system,
	...group.edition,
	sources: [],
	counts: { rows: 0, billable: 0, tabularNodes: group.files.some((file) => file.kind === "tabular") ? 1 : 0 },
});

function planned(
	group: ImportGroup,
	lenders: readonly Release[],
	installed: readonly Release[],
): PlannedEdition {
	const from = needsLender(group) ? lender(lenders, willBe(group)) : null;
	const bytes = group.files.reduce((sum, { file }) => sum + file.bytes.length, 0);
	return {
		key: keyOf(group),
		system: group.system,
		...group.edition,
		files: group.files.map(({ file }) => file.name),
		replaces: installed.some((release) => !release.starter && releaseId(release) === keyOf(group)),
		borrows: from?.edition ?? null,
		estimate: Math.round(bytes * PACK_SHARE) + (from ? BORROWED_SHARE : 0),
	};
}

/** Runs steps to their end and reports now and then. */
function drive<T>(steps: Steps<T>, report: Report): T {
	let last = 0;
	for (;;) {
		const next = steps.next();
		if (next.done) return next.value;
		const now = performance.now();
		if (now - last < REPORT_MS) continue;
		last = now;
		report(next.value);
	}
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
