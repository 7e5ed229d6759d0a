import type { SectionRole } from "../../notes/sections";
import type { TextRange } from "../../text/note-text";
import { draft } from "../draft";
import type { NoteWords, Stretch } from "../note-words";
import type { Finding } from "../types";
import type { SpecialRule } from "./special";

const PARTS =
	"knee|hip|shoulder|elbow|wrist|hand|ankle|foot|heel|leg|arm|forearm|thigh|calf|breast|kidney|ear|eye|ovary|lung|carpal tunnel|femur|tibia|humerus|radius|clavicle|rotator cuff|inguinal hernia|groin|buttock";
const SIDED = new RegExp(
	`\\b(left|right)[ -](?:sided? )?(?:(?!left|right|and|or)[a-z]+ ){0,2}?(${PARTS})s?\\b`,
	"gi",
);
/** A sentence that compares, speaks of both sides or of what was done before is no contradiction. */
const OTHER_SIDE =
	/\b(?:normal|unremarkable|comparison|contralateral|opposite|unaffected|uninvolved|bilateral\w*|both|prior|previous\w*|old|history|replacement|replaced|arthroplasty|s\/p|status post|ago|dominant|(?:19|20)\d\d|intact|negative|no )\b/i;
const CONCLUSION: ReadonlySet<SectionRole> = new Set([
	"assessment",
	"impression",
	"discharge-dx",
	"postop-dx",
]);
/** What the conclusion is held against. */
const ACCOUNT: ReadonlySet<SectionRole> = new Set([
	"hpi",
	"chief-complaint",
	"exam",
	"indication",
	"preop-dx",
	"findings",
	"results",
	"procedure",
	"procedure-body",
]);

interface Sided extends TextRange {
	side: string;
}

type BySide = Map<string, Sided[]>;

/** Mentions of body parts with a side, by part, in stretches of these roles. */
function sidedParts(words: NoteWords, isPlace: (stretch: Stretch) => boolean): BySide {
	const parts: BySide = new Map();
	for (const stretch of words.stretches) {
		if (!isPlace(stretch)) continue;
		const sentence = words.text.slice(stretch.start, stretch.end);
		if (OTHER_SIDE.test(sentence)) continue;
		for (const match of sentence.matchAll(SIDED)) {
			const start = stretch.start + match.index;
			const part = (match[2] as string).toLowerCase();
			const list = parts.get(part) ?? [];
			list.push({ start, end: start + match[0].length, side: (match[1] as string).toLowerCase() });
			parts.set(part, list);
		}
	}
	return parts;
}

const soleSide = (list: readonly Sided[]): Sided | null =>
	list.length > 0 && list.every((one) => one.side === list[0]?.side) ? (list[0] as Sided) : null;

/**
 * One body part on one side in the account and on the other in the conclusion (or before and after an
 * operation). Both places are shown, no side is taken. Guidelines I.B.13, I.B.14.
 */
export const sideConflicts: SpecialRule = function* (input, words): Generator<Finding> {
	const concluded = sidedParts(words, (stretch) => CONCLUSION.has(stretch.role));
	if (concluded.size === 0) return;
	const told = sidedParts(words, (stretch) => ACCOUNT.has(stretch.role));
	for (const [part, list] of concluded) {
		const here = soleSide(list);
		const there = soleSide(told.get(part) ?? []);
		if (!here || !there || here.side === there.side) continue;
		const shown = (range: TextRange) => input.text.slice(range.start, range.end).replace(/\s+/g, " ");
		yield draft({
			rule: "side-conflict",
			topic: "conflict",
			level: "changes-code",
			text: input.text,
			span: here,
			section: words.stretches[words.indexAt(here.start)]?.section,
			codes: [],
			title: `“${shown(here)}” and “${shown(there)}”: two sides in one note`,
			question: `Which side of the ${part} is meant?`,
			source: "I.B.13; I.B.14",
			indicators: [there],
			alone: true,
		});
	}
};
