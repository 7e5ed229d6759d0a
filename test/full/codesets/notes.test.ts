import { beforeAll, describe, expect, it } from "vitest";
import type { CodeSet } from "../../../utils/codesets/types";
import { officialSet, officialText } from "./official";

/**
 * Notes of ten codes against the XML, read here a second time with another method: a small walker of
 * its own over the text, with a stack of levels, that knows nothing of the importer.
 */
const CODES = [
	"A41.9",
	"E11.22",
	"I13.0",
	"J44.1",
	"C50.911",
	"S52.501A",
	"T36.0X1A",
	"O24.410",
	"F32.9",
	"Z79.4",
];

const KINDS: Record<string, string> = {
	inclusionTerm: "inclusionTerm",
	includes: "includes",
	excludes1: "excludes1",
	excludes2: "excludes2",
	codeFirst: "codeFirst",
	useAdditionalCode: "useAdditional",
	codeAlso: "codeAlso",
	notes: "note",
	sevenChrNote: "note",
	sevenChrDef: "note",
};

interface Read {
	notes: Map<string, string[]>;
	sevenths: Map<string, string[]>;
	above: Map<string, string[]>;
}

const plainText = (text: string): string =>
	text
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'")
		.replace(/&amp;/g, "&")
		.replace(/\s+/g, " ")
		.trim();

function walk(xml: string): Read {
	const out: Read = { notes: new Map(), sevenths: new Map(), above: new Map() };
	const levels: string[] = [];
	const kinds: string[] = [];
	const add = (map: Map<string, string[]>, key: string, value: string) =>
		map.set(key, [...(map.get(key) ?? []), value]);
	const tags = /<(\/?)(\w+)([^>]*)>([^<]*)/g;
	let char = "";
	for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
		const [, closing, name = "", attributes = "", text = ""] = tag;
		if (closing) {
			if (name === "diag" || name === "section" || name === "chapter") levels.pop();
			if (KINDS[name]) kinds.pop();
			continue;
		}
		if (name === "chapter" || name === "diag") levels.push("");
		else if (name === "section") {
			const id = /id="([^"]+)"/.exec(attributes)![1]!;
			levels.push(id.includes("-") ? id : `${id}-${id}`);
		} else if (name === "name" && levels.at(-1) === "") {
			levels[levels.length - 1] = plainText(text);
			out.above.set(plainText(text), levels.slice(0, -1).reverse());
		} else if (KINDS[name]) kinds.push(KINDS[name]!);
		else if (name === "note" && kinds.length > 0) {
			add(out.notes, levels.at(-1)!, `${kinds.at(-1)}: ${plainText(text)}`);
		} else if (name === "extension") {
			char = /char="(.)"/.exec(attributes)![1]!;
			add(out.sevenths, levels.at(-1)!, `${char} ${plainText(text)}`);
		}
	}
	return out;
}

let set: CodeSet;
let xml: Read;
beforeAll(() => {
	set = officialSet("icd10cm-2026");
	xml = walk(officialText("icd10cm-2026", "icd10cm_tabular_2026.xml"));
});

describe("notes of ten codes equal the XML, inherited ones included", () => {
	it.each(CODES)("%s", (code) => {
		const row = set.find(code);
		// A code with its 7th character is no node of the XML: it hangs under its stem, or the stem
		// without placeholders.
		let stem = code;
		while (!xml.above.has(stem)) stem = stem.slice(0, -1).replace(/\.$/, "");
		const levels = stem === code ? xml.above.get(stem)! : [stem, ...xml.above.get(stem)!];
		const own = set.notes(row).map((note) => `${note.kind}: ${note.text}`);
		expect(own).toEqual(stem === code ? (xml.notes.get(code) ?? []) : []);
		const inherited = set.inheritedNotes(row).map((note) => `${note.level} ${note.kind}: ${note.text}`);
		// Sections around sections of chapter 2 and 13 stand beside each other in the file; the set
		// places them by their range, so levels that the XML does not nest are left out of the comparison.
		const nested = new Set(levels);
		const expected = levels.flatMap((level) =>
			(xml.notes.get(level) ?? []).map((note) => `${level} ${note}`),
		);
		expect(inherited.filter((note) => nested.has(note.split(" ")[0]!))).toEqual(expected);
		expect(expected.length + own.length).toBeGreaterThan(0);
		const level = [stem, ...levels].find((l) => xml.sevenths.has(l));
		expect(set.seventhCharacters(row).map((s) => `${s.char} ${s.text}`)).toEqual(
			level ? xml.sevenths.get(level) : [],
		);
	});

	it("has every note and every last character of the file", () => {
		let notes = 0;
		let sevenths = 0;
		for (const list of xml.notes.values()) notes += list.length;
		for (const list of xml.sevenths.values()) sevenths += list.length;
		let found = 0;
		for (let row = 0; row < set.size; row++) found += set.notes(row).length;
		for (const level of set.levels()) found += set.levelNotes(level.id).length;
		// The table of visual impairment is kept as seven lines that are no note elements.
		expect(found).toBe(notes + 7);
		expect(sevenths).toBe(1_790);
		expect(set.release.counts.notesWithoutLevel).toBeUndefined();
	});
});

describe("chapters and sections", () => {
	it("cover the categories that their names say, wherever the classification puts them", () => {
		const wrong: string[] = [];
		for (const level of set.levels()) {
			if (level.kind !== "section") continue;
			const [first = "", last = ""] = level.id.split("-");
			const behind = set.code(level.end);
			const at = set.find(last);
			const inside = at < 0 || (at >= level.start && at < level.end);
			// The next category is none of the section's, by its plain number.
			const stops =
				behind === "" ||
				behind > last ||
				/[A-Z]$/.test(last) ||
				set.chapter(level.end) !== set.chapter(level.start);
			if ((set.find(first) >= 0 && set.code(level.start) !== first) || !inside || !stops)
				wrong.push(`${level.id} ${behind}`);
		}
		expect(wrong).toEqual([]);
		expect(set.levels().filter((level) => level.kind === "section")).toHaveLength(297);
		expect(set.inheritedNotes(set.find("C4A.0")).map((note) => note.level)).not.toContain("C45-C49");
	});
});
