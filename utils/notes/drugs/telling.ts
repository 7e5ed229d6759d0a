import type { Passage } from "../passages";
import type { Section, SectionRole } from "../sections";
import type { Telling } from "../told-sentences";

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

/** Where a note may tell what a drug did; the whole section is about it. */
export const DRUG_TELLING: Telling = {
	tells: (role) => !SILENT.has(role),
	around: (_passage: Passage, section: Section) => section,
};
