import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** What a title says beyond its core: everything from the first of these on is an axis or a residual. */
const TAIL =
	/[,;]?\s*(?:\bunspecified\b|\bnot elsewhere classified\b|\bnot specified\b|\bwithout\b|\b(?:initial|subsequent) encounter\b|\bsequela\b|\bso stated\b).*$/i;
/** What a title says after its "without ..." still belongs to the name: "without foreign body [of scalp]", "[, right knee]". */
const WITHOUT_INSIDE = /,?\s*\bwithout [a-z ()-]+?(?=,? (?:of|right|left)\b)/i;
/** What is left of "Strain of unspecified muscle" is no name. */
const DANGLING = /\b(?:of|in|at|to|by|with|from|and|or|on|involving|affecting|due to)\s*$/i;
/** A second adjective for the same noun ("Fourth [trochlear] nerve palsy"): no name of its own. */
const IN_PLACE_OF =
	/(?<![\w-])[\w-]+\s*\[([a-z-]+)\](?=\s+(?!and\b|or\b|of\b|in\b|on\b|to\b|by\b|with|due\b|as\b)\w)/;
/** "Primary osteoarthritis, other specified site": the rest of the sites is no name of the condition. */
const RESIDUAL_SITE = /,\s*other (?:specified )?sites?$/i;
const RESIDUAL = /^(?:other|unspecified other|other and unspecified|other specified)\b/i;

/**
 * Term sets that name what a title or inclusion term names: without brackets, residual words and the
 * "without ..." tail; what stands in square brackets is a name of its own (of a history still a history). Empty for a residual title
 * ("Other disorders of ..."), which no note says in these words.
 */
export function titleKeys(title: string, forms: WordForms): string[][] {
	const swapped = title.replace(IN_PLACE_OF, "$1");
	if (swapped !== title)
		return [
			...titleKeys(
				title.replace(IN_PLACE_OF, (all) => all.replace(/\s*\[.*/, "")),
				forms,
			),
			...titleKeys(swapped, forms),
		];
	const sets: string[][] = [];
	const inBrackets = [...title.matchAll(/\[([^\]]{3,60})\]/g)].map((match) => match[1] as string);
	const plain = title
		.replace(/\[[^\]]*\]/g, " ")
		.replace(/\([^)]*\)/g, " ")
		.replace(/^unspecified\s+/i, "")
		.replace(/\b(?:or|and) unspecified\b/gi, " ");
	if (!RESIDUAL.test(plain) && !RESIDUAL_SITE.test(plain)) {
		const core = plain.replace(WITHOUT_INSIDE, "").replace(TAIL, " ");
		if (DANGLING.test(core)) return sets;
		for (const variant of alternatives(core)) sets.push(keysOf(variant, forms));
	}
	const past = /^(?:personal|family) history\b/i.test(plain) ? "history " : "";
	for (const name of inBrackets) if (!/\d{3}/.test(name)) sets.push(keysOf(past + name, forms));
	return sets.filter((keys) => keys.length > 0);
}

/** "pelvic or perineal pain" -> both; more than one "or" is left alone. */
function alternatives(text: string): string[] {
	const match = /^(.*?)(\b[\w'-]+) (?:or|and\/or) ([\w'-]+\b)(.*)$/.exec(text);
	if (!match || / or /.test(match[4] as string)) return [text];
	return [`${match[1]}${match[2]}${match[4]}`, `${match[1]}${match[3]}${match[4]}`];
}
