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
/** How a fragment goes on with what was named: "Concussion. Without loss of consciousness.", "Rash. Due to sulfa." */
const GOES_ON = new Set([
	"with",
	"without",
	"from",
	"of",
	"due",
	"caused",
	"secondary",
	"after",
	"following",
	"involving",
	"brought",
	"triggered",
	"complicated",
]);
/** "Heparin-induced." */
const CAUSED = new Set(["induced", "related", "associated", "mediated"]);
/** A longer sentence says something of its own. */
const LONGEST_FRAGMENT = 9;
const POINTS_BACK = new Set(["it", "this", "they", "these", "both"]);
const IS = new Set(["is", "are", "was", "were", "remains", "appears"]);

/** "It is chronic": begins with a word that points back to the condition, and a verb of being. */
function pointsBack([first, second]: readonly Term[]): boolean {
	return first !== undefined && second !== undefined && POINTS_BACK.has(first.word) && IS.has(second.word);
}

/** Number of terms of a fragment that goes on with what was named before it, 0 for a sentence of its own. */
function fragmentEnd(terms: readonly Term[]): number {
	const [first, second] = terms;
	const goesOn = GOES_ON.has(first?.word ?? "") || CAUSED.has(second?.word ?? "");
	if (!goesOn || terms.length > LONGEST_FRAGMENT) return 0;
	const stop = terms.findIndex((term, i) => i > 0 && (IS.has(term.word) || term.gap > 0));
	const end = stop < 0 ? terms.length : stop;
	return terms.slice(0, end + 1).some(({ word }) => IS.has(word)) ? 0 : end;
}

/**
 * Adds to `terms`, sentence `at` of a passage, what the following ones only say to describe it ("Asthma. / Moderate
 * persistent.", "Anemia. From iron deficiency."): under a name that opens its passage, or where the next sentence points back to it ("It is chronic").
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
		const end = Math.max(describingEnd(more, back ? 2 : 0, describes), name ? fragmentEnd(more) : 0);
		more.slice(0, end).forEach((term, i) => {
			out.push({ ...term, gap: i === 0 || term.gap === 3 ? 1 : term.gap });
		});
		if (end < more.length) break;
	}
	return out;
}
