import type { TextRange } from "../../text/note-text";
import type { NoteReader } from "../reader";
import type { Section } from "../sections";
import { isStop, type Term, termsOf } from "../terms/terms";
import type { NoteKind } from "../types";
import { sidedKey } from "./index";
import { doneIn, namesProcedure, titlesOf } from "./titles";

/** How much a word counts for naming the procedure, by where it stands. */
const IN_NAME = 1;
const IN_BODY = 0.3;
const ELSEWHERE = 0.3;
/** Further titles and sentences count as description. */
const MOST_TITLES = 150;
/** In a sentence of a visit that names no procedure. */
const IN_SENTENCE = 0.6;
/** A word that the table of procedure words adds counts a little less than the word itself. */
const MEANT = 0.85;
/** How many words behind "left" or "right" may be meant by it ("right and left heart"). */
const SIDED = 3;
/** What a note says was not done ("without fixation of the posterior lip"): up to so many words. */
const DENYING = /^(?:without|no|not)$/;
const DENIED = 5;

/** A word of the note with what it counts in each title and outside of them. */
export interface Heard {
	/** Weight by the number of the title. */
	titles: Map<number, number>;
	/** Best weight outside of titles. */
	body: number;
	/** Best weight in any title or outside. */
	best: number;
	/** First place of the word where it counts most. */
	at: TextRange;
}

/** The words of a note as far as they name procedures. */
export interface HeardWords {
	words: ReadonlyMap<string, Heard>;
	/** How many titles the note has. */
	titles: number;
}

/** Words of the note with the places they stand in: titles of procedures, their description, the rest. */
export function hear(
	reader: NoteReader,
	text: string,
	sections: readonly Section[],
	kind: NoteKind,
): HeardWords {
	const words = new Map<string, Heard>();
	let titles = 0;
	const note = (key: string, weight: number, title: number | null, at: TextRange): void => {
		const known = words.get(key) ?? { titles: new Map<number, number>(), body: 0, best: 0, at };
		if (weight > known.best) {
			known.best = weight;
			known.at = at;
		}
		if (title === null) known.body = Math.max(known.body, weight);
		else known.titles.set(title, Math.max(known.titles.get(title) ?? 0, weight));
		words.set(key, known);
	};
	const listen = (start: number, end: number, weight: number, title: number | null): void => {
		let sides: { side: string; left: number }[] = [];
		let denied = 0;
		for (const term of termsOf(text, start, end, reader.forms)) {
			if (DENYING.test(term.word)) denied = DENIED;
			else if (term.gap !== 0 || (denied > 0 && term.word === "with")) denied = 0;
			if (isStop(term) || (denied > 0 && denied-- > 0)) continue;
			const at = { start: term.start, end: term.end };
			const meant = reader.procedureWords.get(term.key) ?? [];
			const keys = [term.key, ...meant];
			keys.forEach((key, i) => {
				note(key, i === 0 ? weight : weight * MEANT, title, at);
			});
			for (const { side } of sides) for (const key of keys) note(sidedKey(side, key), weight, title, at);
			sides = sides.flatMap(({ side, left }) => (left > 1 ? [{ side, left: left - 1 }] : []));
			if (isSide(term)) sides.push({ side: term.key, left: SIDED });
		}
	};
	const listenTitles = (range: TextRange, weight: number): void => {
		for (const { start, end } of titlesOf(text, range).slice(0, Math.max(0, MOST_TITLES - titles)))
			listen(start, end, weight, titles++);
	};
	const named = sections.some((section) => namesProcedure(text, section));
	const visit = !named && !sections.some(({ role }) => role === "procedure-body");
	for (const section of sections) {
		const { role, start, end } = section;
		if (visit && /^(?:plan|assessment|hpi|results|exam|unknown|hospital-course|meds)$/.test(role))
			for (const range of doneIn(text, section).slice(0, Math.max(0, MOST_TITLES - titles)))
				listen(range.start, range.end, IN_SENTENCE, titles++);
		if (namesProcedure(text, section)) {
			listenTitles(section, IN_NAME);
			listen(start, end, IN_BODY, null);
		} else if (/^(?:procedure-body|findings|postop-dx|indication)$/.test(role)) {
			listen(start, end, IN_BODY, null);
			if (!named && role === "procedure-body")
				listenTitles({ start, end: Math.min(end, start + 200) }, IN_NAME * 0.8);
		} else if (role === "plan" || role === "assessment" || role === "hospital-course")
			listen(start, end, kind === "procedure" ? ELSEWHERE : IN_BODY, null);
		else if (role === "unknown" && kind === "procedure") listen(start, end, IN_BODY, null);
		else if (!/^(?:family|pmh|psh|social|ros|allergies|education)$/.test(role))
			listen(start, end, ELSEWHERE, null);
		if (/[A-Za-z]{6}/.test(section.name) && (role === "procedure-body" || role === "unknown"))
			listenTitles(
				{ start: section.headingStart, end: section.headingStart + section.name.length },
				IN_NAME * 0.7,
			);
	}
	return { words, titles };
}

function isSide({ key }: Term): boolean {
	return key === "left" || key === "right";
}
