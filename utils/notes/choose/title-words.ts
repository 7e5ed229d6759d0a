import { categoryRows } from "../../codesets/category";
import type { CodeSet } from "../../codesets/types";
import { keysOf } from "../terms/terms";
import type { WordForms } from "../terms/word-forms";

/** What the words of a row's title say, for choosing among relatives. */
export interface TitleWords {
	/** Keys that a note must have for this row to be right. */
	keys: string[];
	/** Keys named after "without": the note must not have them. */
	without: string[];
	/** Keys of what the title leaves open ("unspecified deep veins"): a relative need not say them. */
	open: readonly string[];
	/** Keys that stand for one another ("scalp and neck" is said of either). */
	either: ReadonlyMap<string, readonly string[]>;
	/** Keys in brackets, which a note may say or not: "with (acute) exacerbation". */
	optional: readonly string[];
	/** Same as `keys`, one set per inclusion term: other ways to say the same. */
	others: string[][];
	side: "left" | "right" | "bilateral" | "unspecified" | null;
	/** "Contusion of lung, unilateral": either side, and not both. */
	oneSide: boolean;
	/** "Other part of foot with other severity": a residual of residuals. */
	twiceResidual: boolean;
	/** "Other specified ...": right only when nothing else is. */
	residual: boolean;
	/** "unspecified": right when the note says nothing. */
	unspecified: boolean;
}

/** Words that no note has to say for the row to be right. */
const SOFT_WORDS =
	"essential primary unilateral disease disorder condition state form simple plain current acquired nontraumatic " +
	"adult pediatric organ structure part parts region area level site sites side sides encounter case uncomplicated so stated " +
	"complication complications mention status manifestation manifestations general extremity limb onset closed displaced " +
	"joint stage severity degree trimester female including native vessel without using self harm accidental unintentional";

const UNSPECIFIED = /\bunspecified\b|status unknown|\bnot specified\b|\bNOS\b|\buncomplicated\b/i;
const RESIDUALS = /(?<!\b(?:in|and|or) )\bother\b/gi;
const RESIDUAL = /(?<!\b(?:in|and|or) )\bother\b/i;

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

/** A foreign body in the airway that does not choke: nothing that a note has to say. */
const NO_ASPHYXIA = / causing other injury\b/i;

/** The one list after "without" that goes on behind a comma (dementia). */
const UNDISTURBED = /without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety/i;

const LEAVES_OPEN = /unspecified|status unknown/i;

/** A title without what it leaves open; the nouns left open are added to `open`. */
function withoutOpen(title: string, above: string, open: string[]): string {
	return title
		.replace(/\bunspecified number of (?:placenta|amniotic sacs)/gi, " ")
		.replace(/\b(?:not )?\w+ or unspecified\b/gi, " ")
		.replace(/\bunspecified (?:whether|as)\b.*$/i, " ")
		.replace(/\bwith [\w ]+ (?:status unknown|of unspecified duration)/i, " ")
		.replace(/(?<=\S.*)\bunspecified (\w+)(?: or stenosis\b)?/gi, (_, noun: string) => {
			if (new RegExp(`\\b${noun}\\b`, "i").test(above)) return ` ${noun}`;
			open.push(noun);
			return " ";
		});
}

/**
 * Cuts a title into what a note must say and what it must not. What an "unspecified" leaves open need not be said,
 * unless `above`, the title of the group, says it too ("Displaced unspecified fracture of toe").
 */
function split(title: string, above = ""): { keep: string; without: string; open: string } {
	const open: string[] = [];
	const named = title
		.replace(UNDISTURBED, "without behavioral disturbance")
		.replace(/\[[^\]]*\]/g, " ")
		.replace(/\([^)]*\)/g, " ")
		.replace(/\bwithout mention of\b/gi, "without");
	const plain = (LEAVES_OPEN.test(named) ? withoutOpen(named, above, open) : named)
		.replace(/\bnot (?:specified|intractable|elsewhere|having achieved)\b[^,;]*/gi, " ")
		.replace(/\bincluding\b.*$/i, " ");
	const without: string[] = [];
	const keep = plain.replace(
		/\bwithout\b((?:(?! of (?!consciousness)| with | in )[^,;])*)/gi,
		(_, tail: string) => {
			without.push(tail);
			return " ";
		},
	);
	return { keep, without: without.join(" "), open: open.join(" ") };
}

/** Reads rows' titles once and keeps them. */
export class TitleReader {
	private readonly memo = new Map<number, TitleWords>();
	private readonly soft: ReadonlySet<string>;
	constructor(
		private readonly set: CodeSet,
		private readonly forms: WordForms,
	) {
		this.soft = new Set(SOFT_WORDS.split(" ").map((word) => forms.key(word)));
	}

	/** Words of a row's title, with the inclusion terms on the row. */
	of(row: number): TitleWords {
		const known = this.memo.get(row);
		if (known !== undefined) return known;
		const full = this.set.title(row);
		const sibling = this.rightSibling(row, full);
		const title = (sibling ?? full).replace(NO_ASPHYXIA, "");
		const { keep, without, open } = split(title, this.above(row));
		const words: TitleWords = {
			keys: [...this.withoutTail(row, keep), ...this.oneSided(row, title)],
			either: this.either(keep),
			without: this.keys(without),
			optional: this.keys((title.match(/\([^)]*\)/g) ?? []).join(" ")),
			open: this.keys(open),
			others: this.set
				.notes(row)
				.filter((note) => note.kind === "inclusionTerm")
				.map((note) => this.keys(split(note.text).keep)),
			side: sibling === null ? sideOf(title) : "unspecified",
			oneSide: /, unilateral\b/i.test(title),
			residual: RESIDUAL.test(title),
			twiceResidual: (title.match(RESIDUALS)?.length ?? 0) > 1,
			unspecified: UNSPECIFIED.test(full),
		};
		this.memo.set(row, words);
		return words;
	}

	/** Titles of the groups above a row, without what they leave open themselves. */
	private above(row: number): string {
		const titles: string[] = [];
		for (let parent = this.set.parent(row); parent >= 0; parent = this.set.parent(parent))
			titles.push(this.set.title(parent).replace(/\bunspecified \w+/gi, ""));
		return titles.join("; ");
	}

	/**
	 * Title of the right side's row when this row only leaves the side open ("Pain in unspecified knee"), else null:
	 * a note must say the same for both, but for the side.
	 */
	private rightSibling(row: number, title: string): string | null {
		const parent = this.set.parent(row);
		if (parent < 0 || !/\bunspecified\b/i.test(title)) return null;
		const siblings = new Set(this.set.children(parent).map((child) => this.set.title(child).toLowerCase()));
		for (const match of title.matchAll(/\bunspecified\b/gi)) {
			const right = `${title.slice(0, match.index)}right${title.slice(match.index + match[0].length)}`;
			if (siblings.has(right.toLowerCase())) return right;
		}
		return null;
	}

	/** "Unilateral" is said only where nothing of the category is the same on both sides ("unilateral emphysema"). */
	private oneSided(row: number, title: string): string[] {
		if (!/^unilateral\b/i.test(title)) return [];
		const { start, end } = categoryRows(this.set, row);
		const both = title.replace(/^unilateral/i, "Bilateral").toLowerCase();
		for (let other = start; other < end; other++) {
			const its = this.set.title(other).toLowerCase();
			if (its.startsWith("bilateral") && its.slice(0, 24) === both.slice(0, 24)) return [];
		}
		return ["unilateral"];
	}

	/** Sites and kinds that a title joins with "and", "or" or commas: one of them is enough. */
	private either(text: string): ReadonlyMap<string, readonly string[]> {
		const partners = new Map<string, readonly string[]>();
		for (const match of text.matchAll(/((?:[\w-]+, )*[\w-]+),? (?:and|or|and\/or) ([\w-]+)/gi)) {
			const words = [...(match[1] as string).split(", "), match[2] as string];
			const keys = words.flatMap((word) => this.keys(word));
			if (keys.length < 2) continue;
			for (const key of keys)
				partners.set(
					key,
					keys.filter((other) => other !== key),
				);
		}
		return partners;
	}

	/** Keys of a title; a last part that only carries the side ("..., right arm") is no site of its own. */
	private withoutTail(row: number, keep: string): string[] {
		const tail = /,\s*(?:right|left|bilateral)\b([\w ]*)$/i.exec(keep.trimEnd());
		const parent = this.set.parent(row);
		if (tail === null || parent < 0) return this.keys(keep);
		const above = new Set(this.keys(this.set.title(parent)));
		const inTail = this.keys(tail[1] as string).filter((key) => !above.has(key) && !/dominant/.test(key));
		const before = this.keys(keep.slice(0, tail.index));
		return [...new Set([...before, ...this.keys(tail[1] as string).filter((key) => !inTail.includes(key))])];
	}

	private keys(text: string): string[] {
		if (text.trim() === "") return [];
		const side = /^(?:right|left|bilateral)$/;
		return [...new Set(keysOf(text, this.forms))].filter((key) => !this.soft.has(key) && !side.test(key));
	}
}
