import type { CodeSet } from "../types";

/** A code to use in place of one that ended, and how it was found. */
export interface Successor {
	code: string;
	title: string;
	/**
	 * "split": more specific codes under the old one. "renumbered": the same title elsewhere.
	 * "reference": named by the publisher. "likely": the nearest title; "category": where to look.
	 */
	how: "split" | "renumbered" | "reference" | "likely" | "category";
}

/** Seven characters and the dot. */
const FULL_LENGTH = 8;
const ENOUGH_ALIKE = 0.6;
const MOST = 12;

/**
 * What replaces a code of `before` that cannot be reported in `after`. The classification itself
 * says so when the code became a header or its title moved; otherwise the nearest title of the same
 * chapter is offered as likely, and last the category that is left.
 *
 * @param added codes that are new in `after`, when the caller knows them.
 */
export function successorsOf(
	code: string,
	before: CodeSet,
	after: CodeSet,
	added?: ReadonlySet<string>,
): Successor[] {
	const now = after.find(code);
	if (now >= 0 && !after.billable(now)) return split(after, now, added);
	if (now >= 0) return [];
	const old = before.find(code);
	if (old < 0) return [];

	const references = before
		.notes(old)
		.flatMap((note) => /^Cross reference: (.*)$/.exec(note.text)?.[1]?.split(", ") ?? []);
	const named = references.map((ref) => after.find(ref)).filter((row) => row >= 0);
	if (named.length > 0) return named.map((row) => found(after, row, "reference"));

	for (const fresh of added ?? []) {
		const row = after.find(fresh);
		if (after.billable(row) && after.title(row) === before.title(old))
			return [found(after, row, "renumbered")];
	}
	const nearest = nearestTitle(before, old, after);
	if (nearest) return [nearest];
	for (let at = before.parent(old); at >= 0; at = before.parent(at)) {
		const row = after.find(before.code(at));
		if (row >= 0) return [found(after, row, "category")];
	}
	return [];
}

/**
 * The billable code of the same chapter with the same title, or the one most alike if that is alike
 * enough. A 7th character says which encounter it is: it has to be the same.
 */
function nearestTitle(before: CodeSet, old: number, set: CodeSet): Successor | null {
	const title = before.title(old);
	const chapter = before.chapter(old);
	const code = before.code(old);
	const last = code.length === FULL_LENGTH ? code.at(-1) : null;
	const wanted = wordsOf(title);
	// The longest word is the most telling; titles without it are passed over unread.
	const telling = [...wanted].reduce((a, b) => (b.length > a.length ? b : a), "");
	let best = -1;
	let bestScore = 0;
	for (let row = 0; row < set.size; row++) {
		if (!set.billable(row)) continue;
		const other = set.title(row);
		if (!other.toLowerCase().includes(telling) || set.chapter(row) !== chapter) continue;
		if (other === title) return found(set, row, "renumbered");
		const at = set.code(row);
		if (last && (at.length !== FULL_LENGTH || at.at(-1) !== last)) continue;
		const score = alike(wanted, wordsOf(other));
		if (score > bestScore) {
			bestScore = score;
			best = row;
		}
	}
	return bestScore >= ENOUGH_ALIKE ? found(set, best, "likely") : null;
}

const found = (set: CodeSet, row: number, how: Successor["how"]): Successor => ({
	code: set.code(row),
	title: set.title(row),
	how,
});

/** Billable codes under a row, the new ones when the caller knows which are. */
function split(set: CodeSet, row: number, added?: ReadonlySet<string>): Successor[] {
	const under: Successor[] = [];
	for (let at = row + 1; at < set.end(row); at++) {
		if (set.billable(at) && (!added || added.has(set.code(at)))) under.push(found(set, at, "split"));
	}
	return under.slice(0, MOST);
}

const SMALL = new Set(["of", "the", "and", "or", "in", "with", "to", "for", "a", "an", "unspecified"]);

const wordsOf = (title: string): Set<string> =>
	new Set((title.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !SMALL.has(word)));

/** Shared words over all words. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let both = 0;
	for (const word of a) if (b.has(word)) both++;
	return both / (a.size + b.size - both || 1);
}
