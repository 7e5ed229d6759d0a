import type { TextRange } from "../text/note-text";
import { joinComparedSides } from "./choose/side";
import type { SentenceContext } from "./context";
import type { NoteReader } from "./reader";
import type { SectionRole } from "./sections";
import { markBurnDegrees } from "./terms/burn-degrees";
import { joinSiteLabel } from "./terms/site-label";
import { type Term, termsOf } from "./terms/terms";

/** Terms of a sentence with slips of spelling put right and abbreviations opened. */
export function termsIn(reader: NoteReader, text: string, range: TextRange, role: SectionRole): Term[] {
	const terms = termsOf(text, range.start, range.end, reader.forms);
	joinSiteLabel(terms, text, role, reader.sites, reader.specimens);
	joinComparedSides(terms);
	for (const term of terms) {
		if (!reader.ids.has(term.key) && !reader.off.has("spelling"))
			term.key = reader.spelling(term.word) ?? term.key;
		if (term.key === "strain" && strainOfLigament(terms, term)) term.also = ["sprain"];
		const also = term.caps ? reader.expansions.get(term.word) : undefined;
		if (also !== undefined) term.also = also;
	}
	reader.injuryVerbs(terms);
	markBurnDegrees(terms);
	return terms;
}

/** A "ligament strain" is classified as a sprain: strains are of muscles and tendons. */
function strainOfLigament(terms: readonly Term[], strain: Term): boolean {
	const at = terms.indexOf(strain);
	return terms.slice(Math.max(0, at - 3), at + 4).some(({ key }) => key === "ligament");
}

const DENIES = new Set(["negated", "resolved", "family", "other", "hypothetical"]);

/** Marks the terms in the reach of a denial or of somebody else's name. */
export function markDenied(terms: readonly Term[], sentence: SentenceContext): void {
	for (const { kind, scope, trigger } of sentence.triggers) {
		if (!DENIES.has(kind)) continue;
		for (const term of terms) {
			if (term.start >= scope.start && term.end <= scope.end) term.denied = true;
			if (term.start >= trigger.start && term.end <= trigger.end) term.denies = true;
		}
	}
}
