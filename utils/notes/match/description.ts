import { type Describes, describingEnd } from "../choose/describing";
import type { SectionRole } from "../sections";
import { isStop, type Term } from "../terms/terms";

/** Sections that name conditions and describe them line by line. */
const DESCRIBED = new Set<SectionRole>([
	"assessment",
	"plan",
	"impression",
	"findings",
	"hospital-course",
	"discharge-dx",
	"admission-dx",
	"preop-dx",
	"postop-dx",
	"pmh",
]);
/** A longer first line is a sentence and no name. */
const LONGEST_NAME = 7;
const POINTS_BACK = new Set(["it", "this", "they", "these", "both"]);
const IS = new Set(["is", "are", "was", "were", "remains", "appears"]);

/** "It is chronic": begins with a word that points back to the condition, and a verb of being. */
function pointsBack([first, second]: readonly Term[]): boolean {
	return first !== undefined && second !== undefined && POINTS_BACK.has(first.word) && IS.has(second.word);
}

/**
 * Adds to `terms`, sentence `at` of a passage, what the following ones only say to describe it ("Asthma. / Moderate
 * persistent."): under a name that opens its passage, or where the next sentence points back to it ("It is chronic").
 * `read` gives the terms of a sentence by its number, null after the last. Returns the terms, copies of the added
 * ones behind a pause.
 */
export function withDescription(
	terms: readonly Term[],
	at: number,
	role: SectionRole,
	describes: Describes,
	read: (sentence: number) => readonly Term[] | null,
): Term[] {
	const out = [...terms];
	const said = terms.filter((term) => !isStop(term));
	if (!DESCRIBED.has(role) || said.length === 0 || said.some(({ denied }) => denied === true)) return out;
	const name = at === 0 && said.length <= LONGEST_NAME;
	for (let next = at + 1, more = read(next); more !== null; next++, more = read(next)) {
		const back = pointsBack(more);
		if (!name && !(back && next === at + 1)) break;
		const end = describingEnd(more, back ? 2 : 0, describes);
		more.slice(0, end).forEach((term, i) => {
			out.push({ ...term, gap: i === 0 || term.gap === 3 ? 1 : term.gap });
		});
		if (end < more.length) break;
	}
	return out;
}
