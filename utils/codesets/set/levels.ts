import type { CodeSystem, Level } from "../types";
import type { DraftLevel } from "./draft";
import type { Tree } from "./tree";

/**
 * First category of every ICD-10-CM chapter and its number. The classification's own frame, needed
 * when an edition comes without the Tabular List; chapter 22 was added behind 21 with the letter U.
 */
const CHAPTERS: readonly (readonly [first: string, number: string, title: string])[] = [
	["A00", "1", "Infectious and parasitic diseases"],
	["C00", "2", "Neoplasms"],
	["D50", "3", "Blood and immune mechanism"],
	["E00", "4", "Endocrine, nutritional and metabolic diseases"],
	["F01", "5", "Mental and behavioral disorders"],
	["G00", "6", "Nervous system"],
	["H00", "7", "Eye and adnexa"],
	["H60", "8", "Ear and mastoid process"],
	["I00", "9", "Circulatory system"],
	["J00", "10", "Respiratory system"],
	["K00", "11", "Digestive system"],
	["L00", "12", "Skin and subcutaneous tissue"],
	["M00", "13", "Musculoskeletal system and connective tissue"],
	["N00", "14", "Genitourinary system"],
	["O00", "15", "Pregnancy, childbirth and the puerperium"],
	["P00", "16", "Perinatal period"],
	["Q00", "17", "Congenital and genetic disorders"],
	["R00", "18", "Symptoms, signs and abnormal findings"],
	["S00", "19", "Injury, poisoning and other external consequences"],
	["U00", "22", "Codes for special purposes"],
	["V00", "20", "External causes of morbidity"],
	["Z00", "21", "Factors influencing health status"],
];

/** Chapter number of a compact code; "" for a system without chapters. */
export function chapterOf(system: CodeSystem, compact: string): string {
	if (system !== "ICD-10-CM") return "";
	let found = "";
	for (const [first, number] of CHAPTERS) {
		if (compact < first) break;
		found = number;
	}
	return found;
}

const chapterTitle = (number: string): string => CHAPTERS.find(([, n]) => n === number)?.[2] ?? "";

/**
 * Gives every chapter and section its rows. Sections are found by position, not by comparing codes:
 * C4A stands between C43 and C44, K6A behind K68. A category behind the last one that a section
 * names (an edition newer than its sections) falls to the innermost section before it.
 */
export function placeLevels(system: CodeSystem, tree: Tree, drafts: readonly DraftLevel[]): Level[] {
	if (system !== "ICD-10-CM") return [];
	const levels = placeChapters(system, tree, drafts);
	const sections: Level[] = [];
	for (const draft of drafts) {
		if (draft.kind !== "section") continue;
		const { start, end } = span(tree, draft);
		if (start >= 0 && end > start) {
			sections.push({ id: draft.id, kind: "section", title: draft.title, start, end });
		}
	}
	closeGaps(tree, levels, sections);
	return [...levels, ...sections];
}

function placeChapters(system: CodeSystem, tree: Tree, drafts: readonly DraftLevel[]): Level[] {
	const titles = new Map(drafts.filter((d) => d.kind === "chapter").map((d) => [d.id, d.title]));
	const chapters: Level[] = [];
	tree.rows.forEach(({ compact }, i) => {
		if (tree.parent[i] !== -1) return;
		const id = chapterOf(system, compact);
		const last = chapters.at(-1);
		if (last?.id === id) last.end = tree.end[i]!;
		else if (id) {
			const title = titles.get(id) ?? chapterTitle(id);
			chapters.push({ id, kind: "chapter", title, start: i, end: tree.end[i]! });
		}
	});
	return chapters;
}

/**
 * Rows from a section's first to its last category. Where one of the two is no row of the set (a
 * selection like the starter), the categories between them by code tell.
 */
function span(tree: Tree, { first, last }: DraftLevel): { start: number; end: number } {
	let start = -1;
	let end = -1;
	let between = { start: -1, end: -1 };
	for (let row = 0; row < tree.rows.length; row = tree.end[row]!) {
		const category = tree.rows[row]!.compact.slice(0, 3);
		if (category === first) start = row;
		if (category === last) end = tree.end[row]!;
		if (category >= first && category <= last) {
			between = { start: between.start < 0 ? row : between.start, end: tree.end[row]! };
		}
	}
	// J4A stands before J45, so the last category need not be the last in place.
	return { start: start < 0 ? between.start : start, end: Math.max(end, between.end) };
}

/** Stretches sections over new categories that stand right behind them in the same chapter. */
function closeGaps(tree: Tree, chapters: readonly Level[], sections: Level[]): void {
	for (const chapter of chapters) {
		const inside = sections.filter((s) => s.start >= chapter.start && s.start < chapter.end);
		for (let row = chapter.start; row < chapter.end; row = tree.end[row]!) {
			if (inside.some((s) => s.start <= row && row < s.end)) continue;
			const ended = inside.filter((s) => s.end === row);
			for (const section of ended) section.end = tree.end[row]!;
		}
	}
}
