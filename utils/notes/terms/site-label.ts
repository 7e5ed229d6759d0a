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

/** A label that tells how the tissue was taken may be longer: "Lung, right upper lobe, transbronchial biopsy:". */
const LONGEST_WITH_SPECIMEN = 14;
/** In a problem's heading the operation is over: "Prostate cancer, status post prostatectomy: ...". */
const OVER = new Set([
	"status",
	"post",
	"s",
	"sp",
	"history",
	"hx",
	"after",
	"following",
	"prior",
	"previous",
]);

/** Words of data/rules/specimen-words.tsv. */
export function specimenWords(): ReadonlySet<string> {
	return new Set(tableRows("rules/specimen-words", ["word"]).map(({ cells }) => cells.word));
}

/**
 * "Skin, left cheek: basal cell carcinoma" names the place and what was found there as one: the colon behind a label
 * that begins with a place parts no more than a comma. How the tissue was taken ("Prostate, needle biopsy:") says
 * nothing of what was found: these words are taken out of `terms`.
 */
export function joinSiteLabel(
	terms: Term[],
	text: string,
	role: SectionRole,
	sites: ReadonlySet<string>,
	specimens: ReadonlySet<string>,
): void {
	if (!CONCLUDING.has(role)) return;
	// "A.  Colon, biopsy:" begins with the specimen's letter.
	const begin = terms[0] !== undefined && terms[0].end - terms[0].start === 1 ? 2 : 1;
	const colon = terms.findIndex(({ gap }, i) => i >= begin && gap === 3);
	const opens = terms[colon];
	if (opens === undefined || colon > LONGEST_WITH_SPECIMEN) return;
	if (!/^\s*:[^\n]*$/.test(text.slice((terms[colon - 1] as Term).end, opens.start))) return;
	const label = terms.slice(0, colon);
	const first = label.slice(begin - 1).find(({ key }) => key !== "left" && key !== "right");
	const taken = label.some(({ word }) => specimens.has(word)) && !label.some(({ word }) => OVER.has(word));
	if (!taken && (colon > LONGEST || first === undefined || !sites.has(first.key))) return;
	opens.gap = 1;
	if (taken) terms.splice(0, colon, ...label.filter(({ word }) => !specimens.has(word)));
}
