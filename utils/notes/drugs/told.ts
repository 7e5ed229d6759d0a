import type { Passage } from "../passages";
import { type Section, type SectionRole, splitSentences } from "../sections";

/** Sections that tell of other people, of rules, or that only list drugs. */
const SILENT = new Set<SectionRole>([
	"family",
	"family-social",
	"meds",
	"allergies",
	"ros",
	"education",
	"template",
	"admin",
	"differential",
]);

/** What runs on longer, in characters, is no sentence. */
const LONGEST = 4_000;

/** A sentence of the note, in lower case and as long as there. */
export interface ToldSentence {
	words: string;
	start: number;
	end: number;
	/** Number of its passage. */
	passage: number;
	role: SectionRole;
	/** The sentence before it in its section, or null. */
	before: { start: number; end: number } | null;
	/** The section's text in lower case. */
	around: string;
}

/** Sentences in which a note may tell what a drug did, in order. */
export function toldSentences(
	text: string,
	sections: readonly Section[],
	passages: readonly Passage[],
): ToldSentence[] {
	const told: ToldSentence[] = [];
	passages.forEach((passage, index) => {
		const section = sections[passage.section];
		if (section === undefined || SILENT.has(section.role)) return;
		const around = text.slice(section.start, section.end).toLowerCase();
		for (const { start, end } of splitSentences(text, passage.start, passage.end)) {
			if (end - start > LONGEST) continue;
			const last = told[told.length - 1];
			const before =
				last !== undefined && passages[last.passage]?.section === passage.section
					? { start: last.start, end: last.end }
					: null;
			const words = text.slice(start, end).toLowerCase();
			told.push({ words, start, end, passage: index, role: section.role, before, around });
		}
	});
	return told;
}
