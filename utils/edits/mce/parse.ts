import { type AgeGroup, MceError, type MceLists } from "./types";

type ListName = "principal" | "manifestation" | AgeGroup;

/** Words of a heading (text file) or of a key (JSON) that name a list. First match wins. */
const HEADINGS: readonly [RegExp, ListName][] = [
	[/unacceptable.*(?:secondary|without)/i, "principal"],
	[/unacceptable/i, "principal"],
	[/manifestation/i, "manifestation"],
	[/newborn|perinatal/i, "newborn"],
	[/p(?:a)?ediatric/i, "pediatric"],
	[/maternity/i, "maternity"],
	[/\badult\b|age_adult/i, "adult"],
];

const CODE = /^[A-TV-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/i;

interface Draft {
	principal: Set<string>;
	manifestation: Set<string>;
	ages: Record<AgeGroup, Set<string>>;
}

/**
 * Reads the lists of the Medicare Code Editor from the publisher's definitions text (a heading line, then
 * rows that start with a tab: code, description) or from a JSON file with one array per list. Lists that
 * Chartside does not use (sex, procedures, discharge) are passed over. Throws MceError with file and line.
 */
export function parseMceLists(file: string, content: string): MceLists {
	const draft: Draft = {
		principal: new Set(),
		manifestation: new Set(),
		ages: { newborn: new Set(), pediatric: new Set(), maternity: new Set(), adult: new Set() },
	};
	const text = content.replace(/^\uFEFF/, "");
	if (text.trimStart().startsWith("{")) readJson(file, text, draft);
	else readText(file, text, draft);
	const found = draft.principal.size + draft.manifestation.size + sizes(draft.ages);
	if (found === 0) throw new MceError(`${file}: no list of the Medicare Code Editor in it`);
	return draft;
}

const sizes = (ages: Draft["ages"]) => Object.values(ages).reduce((sum, set) => sum + set.size, 0);
const listOf = (heading: string) => HEADINGS.find(([pattern]) => pattern.test(heading))?.[1] ?? null;

function put(draft: Draft, list: ListName, code: string): void {
	const bare = code.replace(".", "").toUpperCase();
	if (list === "principal" || list === "manifestation") draft[list].add(bare);
	else draft.ages[list].add(bare);
}

function readText(file: string, text: string, draft: Draft): void {
	let list: ListName | null = null;
	text.split(/\r?\n/).forEach((line, at) => {
		if (line.trim() === "") return;
		const [lead, code = ""] = line.split("\t");
		if (lead?.trim() !== "") {
			list = listOf(line);
			return;
		}
		if (list === null) return;
		if (!CODE.test(code.trim())) throw new MceError(`${file}:${at + 1}: “${code.trim()}” is not a code`);
		put(draft, list, code.trim());
	});
}

function readJson(file: string, text: string, draft: Draft): void {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch (error) {
		throw new MceError(`${file}: ${error instanceof Error ? error.message : "not JSON"}`);
	}
	const outer = data as Record<string, unknown>;
	const lists = (typeof outer.codes === "object" && outer.codes !== null ? outer.codes : outer) as Record<
		string,
		unknown
	>;
	for (const [key, rows] of Object.entries(lists)) {
		const list = listOf(key);
		if (list === null || !Array.isArray(rows)) continue;
		rows.forEach((row: unknown, at) => {
			const code = typeof row === "string" ? row : (row as { code?: unknown } | null)?.code;
			if (typeof code !== "string" || !CODE.test(code))
				throw new MceError(`${file}: ${key}[${at}] is not a code`);
			put(draft, list, code);
		});
	}
}
