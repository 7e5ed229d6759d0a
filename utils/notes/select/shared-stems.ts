import type { Section } from "../sections";

/** Letters that join "cholecystitis" and "cholecystectomy". */
const STEM = 5;
const WORD = /[a-z]{5,}/g;
/** How much of a section or of the note's beginning is looked at, in characters. */
const SECTION = 400;
const OPENING = 300;

/** Beginnings of the words in the parts of a note that say what it is about. */
export type Stems = ReadonlyMap<"procedure" | "complaint" | "opening", ReadonlySet<string>>;

function stemsOf(texts: readonly string[]): ReadonlySet<string> {
	return new Set(texts.flatMap((text) => text.toLowerCase().match(WORD) ?? []).map((w) => w.slice(0, STEM)));
}

/** Stems of the procedures' names, of complaint and indication, and of the note's first lines. */
export function noteStems(text: string, sections: readonly Section[]): Stems {
	const of = (...roles: string[]): string[] =>
		sections
			.filter(({ role }) => roles.includes(role))
			.map(({ start, end }) => text.slice(start, Math.min(end, start + SECTION)));
	return new Map([
		["procedure", stemsOf(of("procedure"))],
		["complaint", stemsOf(of("chief-complaint", "indication"))],
		["opening", stemsOf([text.slice(0, OPENING)])],
	]);
}

/** Share of a passage's words (0 to 1) that begin like one of `stems`. */
export function shareOf(stems: ReadonlySet<string>, passage: string): number {
	const words = passage.toLowerCase().match(WORD) ?? [];
	if (words.length === 0) return 0;
	return words.filter((word) => stems.has(word.slice(0, STEM))).length / words.length;
}
