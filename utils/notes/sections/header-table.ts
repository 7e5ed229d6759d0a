import { TableError, tableRows } from "../../lexicon/tables";
import { SECTION_ROLES, type SectionRole } from "./types";

/**
 * colon: needs a colon or its own line; bare: shorthand that may open a line without one; letter: a single
 * letter that needs a partner; part: a label inside a problem; within: words inside a longer, unlisted name; opener:
 * words that open a sentence and stand for a heading in a letter ("In summary, he has ...").
 */
export type HeaderForm = "colon" | "bare" | "letter" | "part" | "within" | "opener";

export interface Header {
	role: SectionRole | "system";
	form: HeaderForm;
}

const ROLES = new Set<string>([...SECTION_ROLES, "system"]);

const IRREGULAR: Record<string, string> = {
	diagnoses: "diagnosis",
	dxs: "dx",
	immunisation: "immunization",
	haematologic: "hematologic",
};
const DROPPED = new Set(["the", "his", "her", "patient's", "patients", "this", "es", "of"]);

/**
 * The form in which heading names are compared: lower case, words only, singular, "pre-op" and "pre op" as
 * "preop", without "the", "of", possessives and the "(ES)" of printed forms.
 */
export function headerKey(name: string): string {
	const known = keys.get(name);
	if (known !== undefined) return known;
	const key = makeKey(name);
	if (keys.size >= MAX_KEYS) keys.clear();
	keys.set(name, key);
	return key;
}

/** Notes repeat their headings, and a colon asks for several names: keys are remembered, a few thousand. */
const keys = new Map<string, string>();
const MAX_KEYS = 4000;

function makeKey(name: string): string {
	const words = name
		.toLowerCase()
		.replace(/[’]/g, "'")
		.replace(/\b(pre|post|intra)[\s-]+(?=[a-z])(?!and\b)/g, "$1")
		.replace(/[^a-z0-9'/&]+/g, " ")
		.replace(/\s*([/&])\s*/g, "$1")
		.split(" ");
	return words
		.filter((word) => word !== "" && !DROPPED.has(word))
		.map(singular)
		.join(" ");
}

function singular(word: string): string {
	const irregular = IRREGULAR[word];
	if (irregular !== undefined) return irregular;
	return word.length > 4 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

interface Tables {
	/** Last words of all names: most words before a colon are none of them. */
	lastWords: Set<string>;
	headers: Map<string, Header>;
	within: { words: string; role: SectionRole }[];
	openers: Opener[];
}

/** Words that open a sentence in place of a heading, as they are written. */
export interface Opener {
	words: string;
	header: Header;
}

let cached: Tables | null = null;

/** Heading names by `headerKey`, read once from data/lexicon/sections.tsv. Throws TableError on a bad row. */
export function headerTable(): ReadonlyMap<string, Header> {
	return tables().headers;
}

/** Can a heading end in this word? Cheap, so that the words before a colon need not all be compared. */
export function endsHeading(word: string): boolean {
	return tables().lastWords.has(headerKey(word));
}

/** Role of a heading that no row names in full, by telling words in it; null when there are none. */
export function roleWithin(heading: string): SectionRole | null {
	const key = ` ${headerKey(heading)} `;
	return tables().within.find((row) => key.includes(` ${row.words} `))?.role ?? null;
}

/** Openers of data/lexicon/sections.tsv, in the table's order. */
export function openers(): readonly Opener[] {
	return tables().openers;
}

function tables(): Tables {
	if (cached !== null) return cached;
	const name = "lexicon/sections";
	const headers = new Map<string, Header>();
	const within: Tables["within"] = [];
	const openers: Opener[] = [];
	for (const { line, cells } of tableRows(name, ["header", "role", "form"])) {
		if (!ROLES.has(cells.role)) throw new TableError(name, line, `unknown role "${cells.role}"`);
		if (!/^(colon|bare|letter|part|within|opener)$/.test(cells.form))
			throw new TableError(name, line, `unknown form "${cells.form}"`);
		if (cells.form === "opener") {
			const header = { role: cells.role as Header["role"], form: "opener" as const };
			openers.push({ words: cells.header, header });
			continue;
		}
		const key = headerKey(cells.header);
		if (cells.form === "within") {
			within.push({ words: key, role: cells.role as SectionRole });
			continue;
		}
		const header = { role: cells.role as Header["role"], form: cells.form as HeaderForm };
		const known = headers.get(key);
		if (known !== undefined && known.role !== header.role) {
			throw new TableError(name, line, `"${cells.header}" has two roles: ${known.role}, ${header.role}`);
		}
		headers.set(key, known ?? header);
	}
	const lastWords = new Set([...headers.keys()].map((key) => key.slice(key.search(/[^ /&]*$/))));
	cached = { lastWords, headers, within, openers };
	return cached;
}
