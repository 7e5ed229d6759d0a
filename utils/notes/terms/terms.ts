import type { TextRange } from "../../text/note-text";
import { tokenise } from "../../text/tokens";
import type { WordForms } from "./word-forms";

/** A word of the note or of a title as the dictionary compares it. Offsets are into the whole text. */
export interface Term extends TextRange {
	/** Folded word as written. */
	word: string;
	/** Key of its word family; "stage=3a" for a stage, type, grade or class with its number. */
	key: string;
	/** Written with capitals only. */
	caps: boolean;
	/** Keys of the words it is short for ("RUQ"). */
	also?: readonly string[];
	/** Denied, somebody else's or only thought of: says nothing about the patient's condition. */
	denied?: boolean;
	/** A place that a cancer has spread to: says nothing about the primary. */
	spread?: boolean;
	/** Part of the words that deny others ("non", "screening for"). */
	denies?: boolean;
	/** What stands between it and the term before. */
	gap: Gap;
	/** A sign that compares it with the term before ("right > left"). */
	compared?: boolean;
}

/** 0 nothing but blanks or a hyphen, 1 comma or slash, 2 bracket, 3 colon, semicolon, dash or line break. */
export type Gap = 0 | 1 | 2 | 3;

/** Words that carry no meaning of their own in a title or a phrase. */
export const STOP = new Set(
	(
		"a an the of and or in on at to for by with due as from any this that his her their its is are was were be been " +
		"has have had having he she it they patient which who nec nos other unspecified specified elsewhere classified " +
		"also some there here site type kind"
	).split(" "),
);

const ROMAN: Readonly<Record<string, string>> = {
	i: "1",
	ii: "2",
	iii: "3",
	iv: "4",
	v: "5",
	iia: "2a",
	iib: "2b",
	iiia: "3a",
	iiib: "3b",
	one: "1",
	two: "2",
	three: "3",
	four: "4",
	five: "5",
};
const STAGED = new Set(["stage", "type", "grade", "class", "ckd", "dm"]);
/** After these an "A" is a name ("hepatitis A"), no article. */
const LETTERED = new Set(["hepatitis", "hep", "influenza", "flu", "vitamin", "hemophilia", "haemophilia"]);
/** "Type A dissection": a letter in capitals after "type". */
const TYPE = /^[A-E]$/;
const NUMBER = /^(?:\d{1,2}[a-d]?)$/;

/** Number of a stage as written ("3a", "iii", "two"), or null. */
export function stageNumber(word: string): string | null {
	const roman = ROMAN[word];
	if (roman !== undefined) return roman;
	return NUMBER.test(word) ? word : null;
}

function gapOf(between: string): Gap {
	if (between === " " || between === "") return 0;
	if (/[:;?\n]|\s[-–—]+\s|\.\s/.test(between)) return 3;
	if (/[()[\]]/.test(between)) return 2;
	return /[,/&]/.test(between) ? 1 : 0;
}

/** What a single capital stands for: a side ("L", but not the initial of "L. Fontaine"), the "A" of a name; else null. */
function letterKey(raw: string, gap: Gap, before: Term | undefined, after: string): string | null {
	if (raw === "A") return gap === 0 && LETTERED.has(before?.word ?? "") ? "letter=a" : null;
	if ((raw !== "L" && raw !== "R") || /^\. [A-Z]/.test(after)) return null;
	return raw === "L" ? "left" : "right";
}

/**
 * Terms of `text` between `start` and `end` (UTF-16 code units, half-open), in order. Stages and types become
 * one term ("stage IIIa" -> "stage=3a"); the second half of a spine level gets its letter ("L4-5" -> l4, l5).
 */
export function termsOf(text: string, start: number, end: number, forms: WordForms): Term[] {
	const part = text.slice(start, end);
	const terms: Term[] = [];
	let last = 0;
	for (const token of tokenise(part)) {
		const raw = part.slice(token.start, token.end);
		const before = terms[terms.length - 1];
		const between = part.slice(last, token.start);
		const initial =
			before !== undefined &&
			before.end - before.start === 1 &&
			between === ". " &&
			/[a-z]/.test(before.word);
		const gap = terms.length === 0 ? 3 : initial ? 0 : gapOf(between);
		last = token.end;
		const letter = gap === 0 && before?.word === "type" && TYPE.test(raw) ? token.word : null;
		const staged = before !== undefined && (gap === 0 || gap === 2) && STAGED.has(before.word);
		const number = letter ?? (staged ? stageNumber(token.word) : null);
		if (before && number !== null) {
			const axis = before.word === "ckd" ? "stage" : before.word === "dm" ? "type" : before.word;
			if (before.word === axis) {
				before.end = start + token.end;
				before.key = `${axis}=${number}`;
				continue;
			}
			terms.push({
				start: start + token.start,
				end: start + token.end,
				word: token.word,
				key: `${axis}=${number}`,
				caps: false,
				gap,
			});
			continue;
		}
		let word = token.word;
		if (before && gap === 0 && /^\d{1,2}$/.test(word) && /^[cltd]\d{1,2}$/.test(before.word))
			word = `${before.word.charAt(0)}${word}`;
		const term: Term = {
			start: start + token.start,
			end: start + token.end,
			word,
			key:
				(raw.length === 1 ? letterKey(raw, gap, before, part.slice(token.end, token.end + 3)) : null) ??
				forms.key(word),
			caps: raw.length > 1 && raw !== token.word && raw === raw.toUpperCase() && raw !== raw.toLowerCase(),
			gap,
		};
		if (between !== " " && /[<>]/.test(between)) term.compared = true;
		terms.push(term);
	}
	return grouped(terms, forms);
}

/** Joins words that are read as one ("lower end"); the longest group wins. */
function grouped(terms: Term[], forms: WordForms): Term[] {
	const out: Term[] = [];
	for (let i = 0; i < terms.length; i++) {
		const first = terms[i] as Term;
		const second = terms[i + 1];
		if (second === undefined || second.gap !== 0 || !forms.opensGroup(first.word)) {
			out.push(first);
			continue;
		}
		const third = terms[i + 2];
		const three = third?.gap === 0 ? forms.group(`${first.word} ${second.word} ${third.word}`) : undefined;
		const key = three ?? forms.group(`${first.word} ${second.word}`);
		if (key === undefined) {
			out.push(first);
			continue;
		}
		const last = three === undefined ? second : (third as Term);
		out.push({ ...first, end: last.end, word: key, key, caps: false });
		i += three === undefined ? 1 : 2;
	}
	return out;
}

/** True for a word without meaning of its own (a numbered "type 2" has one). */
export function isStop(term: Term): boolean {
	return STOP.has(term.word) && !term.key.includes("=");
}

/** Keys of a title or a phrase, stop words left out. */
export function keysOf(text: string, forms: WordForms): string[] {
	const keys: string[] = [];
	for (const term of termsOf(text, 0, text.length, forms)) if (!isStop(term)) keys.push(term.key);
	return keys;
}
