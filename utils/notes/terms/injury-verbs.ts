import { hasTable, tableRows } from "../../lexicon/tables";
import { isStop, type Term } from "./terms";
import type { WordForms } from "./word-forms";

/** A row of data/rules/injury-verbs.tsv, its words as keys where they are compared by family. */
interface InjuryVerb {
	/** Key of the noun. */
	reads: string;
	implies: readonly string[];
	objects: ReadonlySet<string>;
	before: ReadonlySet<string>;
	after: ReadonlySet<string>;
	not: ReadonlySet<string>;
}

/** Reads the verbs among `terms` that tell an injury of the part of the body behind them as the injury's noun. */
export type InjuryVerbs = (terms: readonly Term[]) => void;

const NAME = "rules/injury-verbs";
/** The start of the sentence, in the column `before`. */
const START = "^";
/** Words between the verb and its object. */
const REACH = 6;
/** What may stand between the verb and its object besides articles, sides and parts of the body. */
const BETWEEN = new Set(
	(
		"my your own through twice once several two three one open both tip end side bottom top front outer inner little distal proximal " +
		"upper lower mid right left bone bones part portion left-sided right-sided badly first second third fourth fifth"
	).split(" "),
);
const wordsOf = (cell: string): Set<string> => new Set(cell.split(" ").filter((word) => word !== ""));

/** Head words of all parts of the body and of their names, and the tissues of data/rules/injury-tissues.tsv. */
function bodyKeys(forms: WordForms): Set<string> {
	const keys = new Set<string>();
	for (const { cells } of tableRows("rules/injury-tissues", ["words"]))
		for (const word of wordsOf(cells.words)) keys.add(forms.key(word));
	for (const { cells } of tableRows("lexicon/body-parts", ["part", "names"]))
		for (const name of [cells.part, ...cells.names.split("|")]) {
			const words = name.toLowerCase().split(" ");
			const head = words[words.length - 1] as string;
			if (head !== "" && head !== "region") keys.add(forms.key(head));
		}
	return keys;
}

/** Index of the object of the verb at `at`, or -1. */
function objectOf(terms: readonly Term[], at: number, isPart: (term: Term) => boolean): number {
	for (let i = at + 1; i <= at + REACH && i < terms.length; i++) {
		const term = terms[i] as Term;
		if (term.gap > 0) return -1;
		if (isPart(term)) return i;
		if (!isStop(term) && !BETWEEN.has(term.word) && !BETWEEN.has(term.key)) return -1;
	}
	return -1;
}

/** Reads data/rules/injury-verbs.tsv; `isPlace` tells the key of a place in the body. */
export function injuryVerbs(forms: WordForms, isPlace: (key: string) => boolean): InjuryVerbs {
	const verbs = new Map<string, InjuryVerb[]>();
	if (!hasTable(NAME)) return () => {};
	for (const { cells } of tableRows(NAME, ["verb", "reads", "objects", "before", "after", "not"])) {
		const [reads = "", ...implies] = cells.reads.split(" ").map((word) => forms.key(word));
		const verb: InjuryVerb = {
			reads,
			implies,
			objects: new Set([...wordsOf(cells.objects)].map((word) => forms.key(word))),
			before: wordsOf(cells.before),
			after: wordsOf(cells.after),
			not: wordsOf(cells.not),
		};
		for (const word of wordsOf(cells.verb)) verbs.set(word, [...(verbs.get(word) ?? []), verb]);
	}
	const body = bodyKeys(forms);
	const isPart = ({ key, also = [] }: Term): boolean =>
		[key, ...also].some((one) => body.has(one) || isPlace(one));
	return (terms) => {
		for (const [at, term] of terms.entries()) {
			for (const { reads, implies, objects, before, after, not } of verbs.get(term.word) ?? []) {
				const next = terms[at + 1];
				const previous = term.gap === 3 ? START : (terms[at - 1] as Term).word;
				if (next === undefined || not.has(next.word)) continue;
				if (before.size > 0 && !before.has(previous)) continue;
				if (after.size > 0 && !after.has(next.word)) continue;
				const object = objectOf(terms, after.size > 0 ? at + 1 : at, isPart);
				if (object < 0 || (objects.size > 0 && !holds(objects, terms, object, isPart))) continue;
				term.key = reads;
				if (implies.length > 0) term.also = implies;
				break;
			}
		}
	};
}

/** One of the words that name the object ("calf muscle", "great toe") is among `objects`. */
function holds(
	objects: ReadonlySet<string>,
	terms: readonly Term[],
	from: number,
	isPart: (term: Term) => boolean,
): boolean {
	for (let i = from; i < terms.length; i++) {
		const term = terms[i] as Term;
		if ((i > from && term.gap > 0) || !isPart(term)) return false;
		if ([...objects].some((object) => term.key === object || term.key.endsWith(`-${object}`))) return true;
	}
	return false;
}
