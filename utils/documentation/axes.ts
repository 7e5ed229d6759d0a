import { perRow } from "../codesets/per-row";
import type { CodeSet } from "../codesets/types";
import { tableRows } from "../lexicon/tables";
import { isTopic, type Topic } from "./types";

/** Something in which the billable relatives of a code differ and which the code itself leaves open. */
export interface Axis {
	topic: Topic;
	/** The level that is open (a header or the row itself). */
	level: number;
	/** Rows beside it that say more. */
	options: number[];
	/** Words that only the options have: any of them near the condition answers the question. */
	words: Set<string>;
}

// "Other and unspecified asthma" leaves it open; "Suppurative and unspecified otitis media" names a family.
const OPEN = /(?<!(?<!other )\band )\bunspecified\b|\bnot (?:otherwise )?specified\b|\bNOS\b/gi;
const openings = (title: string) => title.match(OPEN)?.length ?? 0;
/** "Other and unspecified noninfective gastroenteritis" heads the unspecified one as well as the others. */
const headOpenings = (title: string) => openings(title.replace(/\bother and unspecified\b/gi, ""));
const EMPTY = new Set(
	"the of and or with without other unspecified specified in to due for by as type form not elsewhere classified disease diseases disorder disorders condition conditions nos encounter part site sites region all any affecting involving other's syndrome syndromes".split(
		" ",
	),
);

const wordsOf = (title: string): string[] =>
	title
		.toLowerCase()
		.split(/[^a-z0-9-]+/)
		.filter((word) => word.length > 1);

/** Content words of a title, lower case. */
export const titleWords = (title: string): string[] => wordsOf(title).filter((word) => !EMPTY.has(word));

let topics: { topic: Topic; words: Set<string> }[] | null = null;

function topicTable(): { topic: Topic; words: Set<string> }[] {
	topics ??= tableRows("rules/axis-words", ["topic", "words"]).map(({ cells }) => ({
		topic: isTopic(cells.topic) ? cells.topic : "type",
		words: new Set(cells.words.split("|")),
	}));
	return topics;
}

let sites: Set<string> | null = null;

/** Names of body parts, for telling a choice of site from a choice of type. */
function siteWords(): Set<string> {
	sites ??= new Set(
		tableRows("rules/axis-sites", ["word"]).flatMap(({ cells }) => cells.word.toLowerCase().split("|")),
	);
	return sites;
}

/** True for a word of data/rules/axis-sites, or its plural. */
export const isBodyPart = (word: string): boolean =>
	siteWords().has(word) || siteWords().has(word.replace(/s$/, ""));

/** What a set of siblings differs in, by the words only they have. A topic has at least two of them, and a third. */
function topicOf(optionWords: string[][]): Topic {
	const enough = (count: number, topic: Topic) =>
		count >= 2 && count * (topic === "laterality" ? 3 : 4) >= optionWords.length;
	for (const { topic, words } of topicTable()) {
		if (enough(optionWords.filter((list) => list.some((word) => words.has(word))).length, topic))
			return topic;
	}
	const sited = optionWords.filter((list) => list.some((word) => siteWords().has(word))).length;
	return sited * 2 > optionWords.length ? "site" : "type";
}

/** True for a level that leaves open what the siblings say: "unspecified" once more, or under its parent's own name. */
function isOpen(set: CodeSet, level: number, parent: number): boolean {
	const [own, above] = [set.title(level), set.title(parent)];
	if (openings(own) > openings(above)) return true;
	const named = new Set(titleWords(above));
	return openings(own) > headOpenings(above) && titleWords(own).every((word) => named.has(word));
}

/**
 * Open axes of a row, nearest level first: each level whose title says "unspecified" once more than its
 * parent's does (or has the name of a parent "other and unspecified ..."), with the siblings that say
 * something else there. Read off the hierarchy alone, so it holds for every code of every edition.
 */
export const openAxes = perRow((set: CodeSet, row: number): Axis[] => {
	const axes: Axis[] = [];
	for (let level = row; level >= 0; level = set.parent(level)) {
		const parent = set.parent(level);
		if (parent < 0 || set.code(level).replace(".", "").length <= 3) break;
		if (!isOpen(set, level, parent)) continue;
		const own = new Set([...titleWords(set.title(level)), ...titleWords(set.title(parent))]);
		const options = set
			.children(parent)
			.filter((sibling) => sibling !== level && !isOpen(set, sibling, parent));
		const lists = options.map((sibling) => titleWords(set.title(sibling)).filter((word) => !own.has(word)));
		const telling = options.filter((_, i) => (lists[i] as string[]).length > 0);
		if (telling.length < 2) continue;
		// "due to" is no answer, but tells a choice of cause.
		const told = new Set([...wordsOf(set.title(level)), ...wordsOf(set.title(parent))]);
		const tell = telling.map((sibling) => wordsOf(set.title(sibling)).filter((word) => !told.has(word)));
		axes.push({ topic: topicOf(tell), level, options: telling, words: new Set(lists.flat()) });
	}
	return axes;
});
