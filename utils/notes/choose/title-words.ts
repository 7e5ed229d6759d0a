import type { CodeSet } from "../../codesets/types";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** What the words of a row's title say, for choosing among relatives. */
export interface TitleWords {
	/** Keys that a note must have for this row to be right. */
	keys: string[];
	/** Keys named after "without": the note must not have them. */
	without: string[];
	/** Same as `keys`, one set per inclusion term: other ways to say the same. */
	others: string[][];
	side: "left" | "right" | "bilateral" | "unspecified" | null;
	/** "Other specified ...": right only when nothing else is. */
	residual: boolean;
	/** "unspecified": right when the note says nothing. */
	unspecified: boolean;
}

const SOFT = new Set(
	(
		"essential primary unilateral disease disorder condit state form single simple plain current acquired nontraumatic " +
		"adult pediatric organ structur part region area level multipl-sit encounter case uncomplicated so stated complic mention " +
		"status manifest general generalized extremity limb onset age-relat closed displaced joint"
	).split(" "),
);

const UNSPECIFIED = /\bunspecified\b|\bnot specified\b|\bNOS\b|\buncomplicated\b/i;
const RESIDUAL =
	/^(?:other|unspecified other|with other|other specified)\b|\bother (?:specified )?(?:diseases?|disorders?|forms?|types?|complications?|lesions?)\b/i;

function sideOf(title: string): TitleWords["side"] {
	if (/\bbilateral\b/i.test(title)) return "bilateral";
	const right = /\bright\b/i.test(title);
	const left = /\bleft\b/i.test(title);
	if (right !== left) return right ? "right" : "left";
	return /\bunspecified (?:side|eye|ear|limb|knee|hip|hand|foot|ankle|shoulder|elbow|wrist|arm|forearm|leg|thigh|finger|toe|upper limb|lower limb|lower leg|upper arm|breast|female breast|male breast|joint|eyelid|lower extremity|upper extremity|kidney|femur|bronchus)/i.test(
		title,
	)
		? "unspecified"
		: null;
}

function split(title: string): { keep: string; without: string } {
	const plain = title.replace(/\[[^\]]*\]/g, " ").replace(/\([^)]*\)/g, " ");
	const without: string[] = [];
	const keep = plain.replace(/\b(?:without|not)\b([^,;]*)/gi, (_, tail: string) => {
		without.push(tail);
		return " ";
	});
	return { keep: keep.replace(/\bunspecified as [\w ]+/gi, " "), without: without.join(" ") };
}

/** Reads rows' titles once and keeps them. */
export class TitleReader {
	private readonly memo = new Map<number, TitleWords>();
	constructor(
		private readonly set: CodeSet,
		private readonly forms: WordForms,
	) {}

	/** Words of a row's title, with the inclusion terms on the row. */
	of(row: number): TitleWords {
		const known = this.memo.get(row);
		if (known !== undefined) return known;
		const title = this.set.title(row);
		const { keep, without } = split(title);
		const words: TitleWords = {
			keys: this.keys(keep),
			without: this.keys(without),
			others: this.set
				.notes(row)
				.filter((note) => note.kind === "inclusionTerm")
				.map((note) => this.keys(split(note.text).keep)),
			side: sideOf(title),
			residual: RESIDUAL.test(title),
			unspecified: UNSPECIFIED.test(title),
		};
		this.memo.set(row, words);
		return words;
	}

	private keys(text: string): string[] {
		const side = /^(?:right|left|bilateral)$/;
		return [...new Set(keysOf(text, this.forms))].filter((key) => !SOFT.has(key) && !side.test(key));
	}
}
