import type { TextRange } from "../../text/note-text";
import type { Section } from "../sections";

/** A study that an imaging report names under "Exam". */
const STUDY =
	/\b(?:CT|CTA|MRI?|MRA|PET|SPECT|x-?rays?|radiographs?|ultrasound|sonogram|duplex|doppler|mammogra\w+|tomograph\w+|scan|views?|imaging|fluoroscop\w+|echocardiogram|DEXA|angiogra\w+|AP|PA|portable|series|study|swallow|esophagram)\b/i;
const LONGEST_STUDY = 200;
const LONGEST_TITLES = 700;
/** How a description of the operation begins. */
const NARRATIVE = /^\s*(?:the|this|after|under|following|with|informed|patient|he|she|we|i|having|once)\b/i;
/** What one title names ends at a line's end, a semicolon, a full stop or a number in a list. */
const TITLE_END = /\n|;|\.\s+(?=[A-Z\d])|\s\d{1,2}[.)]\s/g;

/** True for a section that says what was done: a procedure's title, or the study under "Exam". */
export function namesProcedure(text: string, { role, name, start, end }: Section): boolean {
	if (role === "procedure") return true;
	return (
		role === "exam" &&
		/^exam(?:ination)?s?\b/i.test(name) &&
		end - start < LONGEST_STUDY &&
		STUDY.test(text.slice(start, end))
	);
}

/** What was done before, elsewhere, is only thought of or was refused. */
const NOT_NOW =
	/\b(?:status post|s\/p|history of|previous(?:ly)?|prior|(?:in|since) (?:19|20)\d\d|years? ago|months? ago|had (?:a|an|his|her)|declin\w+|refus\w+|defer\w+|cancel\w+|consider\w*|recommend\w*|refer\w*|schedul\w+|discuss\w*|if|unless|may need|up to date)\b/i;

function pieces(text: string, { start, end }: TextRange): TextRange[] {
	const part = text.slice(start, end);
	const found: TextRange[] = [];
	let from = 0;
	for (const match of part.matchAll(TITLE_END)) {
		found.push({ start: start + from, end: start + match.index });
		from = match.index + match[0].length;
	}
	found.push({ start: start + from, end });
	return found.filter((range) => /[A-Za-z]{3}/.test(text.slice(range.start, range.end)));
}

/** Sentences of a visit that may say what was done or ordered in it. */
export function doneIn(text: string, range: TextRange): TextRange[] {
	return pieces(text, range).filter(({ start, end }) => !NOT_NOW.test(text.slice(start, end)));
}

/**
 * Stretches of a title section that name one procedure each. A section too long for a title is a description: its
 * first sentence may be one.
 */
export function titlesOf(text: string, { start, end }: TextRange): TextRange[] {
	const words = pieces(text, { start, end });
	if (end - start <= LONGEST_TITLES) return words;
	return words.slice(0, 1).filter((range) => !NARRATIVE.test(text.slice(range.start, range.end)));
}
