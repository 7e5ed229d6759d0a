import { baseForm } from "../text/base-form";
import type { TextRange } from "../text/note-text";
import { tokenise } from "../text/tokens";

/** A word of a query, title or index entry as search sees it. */
export interface Term extends TextRange {
	/** The folded word as written. */
	surface: string;
	/** What is looked up: base form, numbers unified; "!" in front when it stands under "without". */
	key: string;
	/** In brackets or a second form of the main term: may be matched, is never missed. */
	optional: boolean;
	/** Written in capitals and short: a name of its own, never a misspelt word. */
	acronym: boolean;
	/** Under a negation only if the negation reaches that far ("without aura intractable"). */
	soft: boolean;
}

const STOP = new Set(
	"a an the of in to for by on at from or and as is are be was been being it its this that which whose his her their due with within during into via per than then there nec mention mentioned".split(
		" ",
	),
);

/** Words that put what follows under a negation; kept out of the index themselves. */
const NEGATORS = new Set(["without", "no", "not", "w/o", "never", "wo", "except", "excluding"]);
/** Words that carry no meaning right behind a negator ("without mention of"). */
const FILLERS = new Set([
	"mention",
	"mentioned",
	"current",
	"any",
	"evidence",
	"having",
	"stated",
	"achieved",
]);
const SCOPE_WORDS = 6;
const SCOPE_END = new Set(
	"with due but for in encounter right left bilateral both first second third trimester stage type grade initial subsequent sequela".split(
		" ",
	),
);
/** After these a single "a" is a name ("hepatitis A"), elsewhere it is the article. */
const LETTERED = new Set(
	"hepatitis influenza flu vitamin hemophilia haemophilia group type class factor stage grade hep vit strep streptococcus immunoglobulin parainfluenza".split(
		" ",
	),
);

/** Prefixes that are written with hyphen, blank or together ("non-traumatic", "nontraumatic"). */
const JOINED = new Set(
	"non post pre anti peri intra extra sub inter micro multi semi hyper hypo retro".split(" "),
);

/** Key of an "unspecified" that is about the condition itself, not about its side or site. */
export const NOS = "~nos";
const JOINABLE = /^[a-z]{3,}$/;

const NUMBERS: Readonly<Record<string, string>> = {
	i: "1", ii: "2", iii: "3", iv: "4", v: "5", vi: "6", vii: "7", viii: "8", ix: "9", x: "10", xi: "11", xii: "12",
	one: "1", two: "2", three: "3", four: "4", five: "5", six: "6",
	"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
	nos: "unspecified", unsp: "unspecified", unspec: "unspecified", sequelae: "sequela",
}; // biome-ignore format: pairs

/** Looked-up form of a folded word: numbers unified ("iiia" -> "3a", "1st" -> "first"), else its base form. */
export function termKey(word: string): string {
	if (Object.hasOwn(NUMBERS, word)) return NUMBERS[word] as string;
	if (word.length <= 5) {
		const stage = /^(i{1,3}|iv|v)([a-d])$/.exec(word);
		if (stage) return `${NUMBERS[stage[1] as string]}${stage[2]}`;
	}
	return baseForm(word);
}

/**
 * Terms of a text in order; words without meaning for search are left out. "without X", "no X", "not X" give
 * X as a negated term up to the next punctuation, so that X itself is never counted as present. Offsets are
 * UTF-16 code units into `text`. With `joins` (for entries), "bath-tub" also gives "bathtub" as an optional term, because queries write
 * it either way, and an "unspecified" about the condition itself also gives NOS.
 */
export function terms(text: string, joins = false): Term[] {
	const tokens = tokenise(text);
	const found: Term[] = [];
	let scope = 0;
	let scoped = 0;
	let depth = 0;
	let unsaid = false;
	let afterJoin = false;
	let at = 0;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i]!;
		for (; at < token.start; at++) {
			const ch = text.charCodeAt(at);
			if (ch === 40 || ch === 91) depth++;
			else if (ch === 41 || ch === 93) depth = Math.max(0, depth - 1);
			// , ; ( ) [ ] > end a negation that has something in it
			if (
				scoped > 0 &&
				(ch === 44 || ch === 59 || ch === 40 || ch === 41 || ch === 91 || ch === 93 || ch === 62)
			)
				scope = 0;
			if (ch === 44 || ch === 59) unsaid = false;
		}
		let { word, end } = token;
		at = end;
		// "complication(s)"
		if (depth > 0 && (word === "s" || word === "es") && text.charCodeAt(token.start - 1) === 40) continue;
		// "C5-6" names two vertebrae
		const before = tokens[i - 1];
		if (before && token.start - before.end === 1 && /^[0-9]{1,2}$/.test(word)) {
			const spine = /^([ctls])[0-9]{1,2}$/.exec(before.word)?.[1];
			if (spine !== undefined && text[before.end] === "-") word = spine + word;
		}
		const otherThan = word === "other" && tokens[i + 1]?.word === "than";
		if (NEGATORS.has(word) || otherThan) {
			const next = tokens[i + 1]?.word;
			if (word === "not" && (next === "elsewhere" || next === "otherwise")) {
				i += 2;
				at = tokens[Math.min(i, tokens.length - 1)]!.end;
				continue;
			}
			if (word === "not" && next === "specified") {
				// "not specified as recurrent": unspecified, and what follows is not said
				i++;
				at = tokens[i]!.end;
				found.push(term("unspecified", token.start, at, false, depth > 0));
				if (tokens[i + 1]?.word !== "as") continue;
			}
			// "other than a motorcycle": the thing that is named, no more
			if (otherThan) at = tokens[++i]!.end;
			scope = otherThan ? 2 : SCOPE_WORDS;
			scoped = 0;
			continue;
		}
		if (scope > 0 && scoped > 0 && SCOPE_END.has(word)) scope = 0;
		if (JOINED.has(word)) {
			const next = tokens[i + 1];
			if (next && next.start - end <= 1 && /^[a-z]{4,}$/.test(next.word)) {
				word += next.word;
				end = next.end;
				at = end;
				i++;
			}
		}
		const joined = word === "or" || word === "and" || word === "nor";
		if (joined) afterJoin = true;
		if (STOP.has(word) && !(word === "a" && isName(text, tokens, i))) continue;
		// ", unspecified ear": the words that only say of what it is unspecified
		if (word === "unspecified" && /,\s*$/.test(text.slice(0, token.start))) unsaid = true;
		if (scope > 0 && FILLERS.has(word)) continue;
		if (
			joins &&
			before &&
			token.start - before.end === 1 &&
			text[before.end] === "-" &&
			JOINABLE.test(before.word) &&
			JOINABLE.test(word)
		)
			found.push(term(before.word + word, before.start, end, false, true));
		const main = term(word, token.start, end, scope > 0, depth > 0 || (unsaid && word !== "unspecified"));
		found.push(main);
		if (joins && word === "unspecified" && (i === 0 || /^\s*(?:[,;)\]]|$)/.test(text.slice(end))))
			found.push({ ...term(word, token.start, end, false, true), surface: NOS, key: NOS });
		if (scope > 0) {
			main.soft = scoped > 0 && !afterJoin;
			scope--;
			scoped++;
		}
		afterJoin = false;
	}
	// A text all in capitals says nothing about its words.
	if (text !== text.toUpperCase() || found.length === 1)
		for (const term of found) {
			const written = text.slice(term.start, term.end);
			term.acronym =
				written.length <= 6 && written === written.toUpperCase() && written !== written.toLowerCase();
		}
	return found;
}

/** Words that `terms` does more with than look them up. */
const SPECIAL = (word: string) => STOP.has(word) || NEGATORS.has(word) || JOINED.has(word);

/** Keys of a phrase, as `terms` gives them; for phrases of plain words without its full work. */
export function phraseKeys(text: string): string[] {
	const lower = text.toLowerCase();
	if (/^[a-z0-9 ]+$/.test(lower)) {
		const words = lower.split(" ").filter(Boolean);
		if (!words.some(SPECIAL)) return words.map(termKey);
	}
	return terms(text).map((term) => term.key);
}

/** True when the "a" at token `i` is a name, not the article. */
function isName(text: string, tokens: readonly { word: string; start: number }[], i: number): boolean {
	return i > 0 && (text[tokens[i]!.start] === "A" || LETTERED.has(tokens[i - 1]!.word));
}

function term(surface: string, start: number, end: number, negated: boolean, optional: boolean): Term {
	const key = termKey(surface);
	return { surface, key: negated ? `!${key}` : key, start, end, optional, acronym: false, soft: false };
}
