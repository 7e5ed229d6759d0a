import { borrow } from "../codesets/editions/borrow";
import { type SourceFile, unpack } from "../codesets/import/archive";
import { ImportError } from "../codesets/import/import-error";
import { type ImportGroup, type ImportPlan, planImport } from "../codesets/import/plan";
import { runSteps, type Steps } from "../codesets/import/progress";
import { type ReadOptions, readGroup } from "../codesets/import/read-group";
import { checksum } from "../codesets/pack/checksum";
import { type Pack, type PackHeader, readPack, writePack } from "../codesets/pack/container";
import { buildSet } from "../codesets/set/build-set";
import type { CodeSetDraft } from "../codesets/set/draft";
import { openCodeSet } from "../codesets/set/open-set";
import type { CodeSet } from "../codesets/types";
import { hasTable, table } from "../lexicon/tables";
import { buildNoteSections } from "../notes/build";
import { buildSearchSections } from "../search/build";
import { NORMALISER_VERSION } from "../text/fold";

/** Makes the derived sections (search index, note dictionary …) of an opened set. */
export interface SectionBuilder {
	/** What the progress line says. */
	name: string;
	/** Prefix of all its section names: "search." */
	prefix: string;
	build(set: CodeSet): Record<string, Uint8Array>;
}

/**
 * Rooms of the engine add their builder here. Derived sections are a function of the set and of the
 * lexicon alone, so they can be made again from the pack (`rebuildIndex`).
 */
export const sectionBuilders: SectionBuilder[] = [
	{ name: "search index", prefix: "search.", build: buildSearchSections },
	{ name: "note dictionary", prefix: "notes.", build: buildNoteSections },
];

/** Tables that derived sections are made from, besides the set itself. */
export const INDEX_TABLES = [
	"lexicon/abbreviations",
	"lexicon/abbreviations-search",
	"lexicon/eponyms",
	"lexicon/lay",
	"lexicon/phrases",
	"lexicon/search-synonyms",
	"rules/general-words",
	"rules/word-forms",
	"rules/word-groups",
] as const;

/** Versions that derived sections depend on; a pack with others is rebuilt (`rebuildIndex`). */
export function indexVersions(): PackHeader {
	const tables = INDEX_TABLES.filter(hasTable);
	const text = tables.map((name) => `${name}\n${table(name)}`).join("\n");
	return { normaliser: NORMALISER_VERSION, lexicon: checksum(new TextEncoder().encode(text).slice()) };
}

/** Draft -> pack, with all derived sections. */
export function* compileDraft(draft: CodeSetDraft): Steps<Uint8Array> {
	yield { stage: "build", name: draft.edition, done: 0, total: draft.rows.length, unit: "rows" };
	const sections = buildSet(draft);
	return yield* withDerived(sections);
}

function* withDerived(base: Record<string, Uint8Array>): Steps<Uint8Array> {
	const versions = indexVersions();
	const set = openCodeSet(readPack(writePack(versions, base)));
	const sections = { ...base };
	let done = 0;
	for (const builder of sectionBuilders) {
		yield { stage: "index", name: builder.name, done: done++, total: sectionBuilders.length, unit: "steps" };
		Object.assign(sections, builder.build(set));
	}
	yield { stage: "index", name: "", done, total: done, unit: "steps" };
	return writePack(versions, sections);
}

/** True when the derived sections were made with other rules than this version's. */
export function needsRebuild(pack: Pack): boolean {
	const now = indexVersions();
	return pack.normaliser !== now.normaliser || pack.lexicon !== now.lexicon;
}

/** Makes the derived sections again from the pack itself; no source file is needed. */
export function rebuildIndex(pack: Pack): Uint8Array {
	const base: Record<string, Uint8Array> = {};
	for (const name of pack.names) {
		if (!sectionBuilders.some((builder) => name.startsWith(builder.prefix))) base[name] = pack.section(name)!;
	}
	return runSteps(withDerived(base));
}

export interface CompileOptions extends ReadOptions {
	/** Nearest earlier edition, to borrow notes and index from. */
	lender?: CodeSet;
}

/** Files as they were given -> what they are and which belong together. */
export function* planFiles(files: readonly SourceFile[]): Steps<ImportPlan> {
	return planImport(yield* unpack(files));
}

/**
 * Official files of one edition of one system -> its pack.
 *
 * @throws ImportError when a file is refused, or when the files make no or more than one edition.
 */
export function* compileSteps(files: readonly SourceFile[], options: CompileOptions = {}): Steps<Uint8Array> {
	const plan = yield* planFiles(files);
	const [group, second] = plan.groups;
	const first = files[0]?.name ?? "no file";
	if (!group) {
		const reasons = plan.ignored.map((file) => `${file.name}: ${file.reason}`).join("; ");
		throw new ImportError("unknown-file", first, reasons || "no code set was found in it");
	}
	if (second) {
		const names = plan.groups.map((g) => `${g.system} ${g.edition.edition}`).join(", ");
		throw new ImportError(
			"mixed",
			first,
			`the files hold more than one edition (${names}): compile them one by one`,
		);
	}
	return yield* compileGroup(group, options);
}

/** One edition out of a plan -> its pack, with notes and index of `lender` when it has none of its own. */
export function* compileGroup(group: ImportGroup, options: CompileOptions = {}): Steps<Uint8Array> {
	const draft = yield* readGroup(group, options);
	try {
		return yield* compileDraft(options.lender ? borrow(draft, options.lender) : draft);
	} catch (error) {
		// What the packing of a set refuses (a code twice, a sign that no code has) comes from the files.
		if (!(error instanceof RangeError)) throw error;
		throw new ImportError("bad-content", group.files[0]?.file.name ?? draft.edition, error.message);
	}
}

/** `compileSteps` in one go. */
export const compilePack = (files: readonly SourceFile[], options?: CompileOptions): Uint8Array =>
	runSteps(compileSteps(files, options));
