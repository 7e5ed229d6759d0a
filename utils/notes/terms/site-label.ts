import { tableRows } from "../../lexicon/tables";
import type { SectionRole } from "../sections";
import type { Term } from "./terms";
import type { WordForms } from "./word-forms";

/** Sections whose lines a pathologist heads with the place. */
const CONCLUDING = new Set<SectionRole>([
	"assessment",
	"impression",
	"postop-dx",
	"discharge-dx",
	"results",
	"findings",
	"unknown",
]);
/** A label is short: "Colon, ascending, polyp, biopsy:". */
const LONGEST = 7;

/** Keys of the places in data/rules/axis-sites.tsv. */
export function siteKeys(forms: WordForms): ReadonlySet<string> {
	return new Set(
		tableRows("rules/axis-sites", ["word"]).flatMap(({ cells }) =>
			cells.word.split("|").map((word) => forms.key(word)),
		),
	);
}

/**
 * "Skin, left cheek: basal cell carcinoma" names the place and what was found there as one: the colon behind a label
 * that begins with a place parts no more than a comma.
 */
export function joinSiteLabel(
	terms: readonly Term[],
	text: string,
	role: SectionRole,
	sites: ReadonlySet<string>,
): void {
	const first = terms.find(({ key }) => key !== "left" && key !== "right");
	if (first === undefined || !CONCLUDING.has(role) || !sites.has(first.key)) return;
	for (let i = 1; i < terms.length && i <= LONGEST; i++) {
		const [before, term] = [terms[i - 1] as Term, terms[i] as Term];
		const between = text.slice(before.end, term.start);
		if (term.gap !== 3) continue;
		if (/^\s*:[^\n]*$/.test(between)) term.gap = 1;
		return;
	}
}
