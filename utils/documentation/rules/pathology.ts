import type { TextRange } from "../../text/note-text";
import { bestSpan } from "../current";
import { draft } from "../draft";
import type { NoteWords } from "../note-words";
import type { Finding } from "../types";
import type { SpecialRule } from "./special";
import { presentWords } from "./table-rules";
import { firstMatch } from "./word-pattern";

const LESION =
	/\b(?:(?!the|this|that|of|and|with|no)[a-z]+ )?(?:mass(?:es)?|lesions?|tumou?rs?|nodules?|polyps?|nev(?:us|i)|growths?)\b/gi;
const REMOVED = /\b(?:excis|resect|remov|biops|snar|shav|curett)\w*|\b\w*polypectomy\b|\bsampled\b/i;
/** Says that the result is still out. */
const PENDING =
	/\b(?:sent|submitted|forwarded)\b[^.\n]{0,40}\b(?:patholog\w+|histolog\w+|cytolog\w+|lab\w*|permanent|analysis)|\b(?:await\w*|pending|follow(?:[- ]?up)?(?: on)?)\b[^.\n]{0,25}\b(?:patholog\w+|histolog\w+|cytolog\w+|biops\w+)|\b(?:patholog\w+|histolog\w+|cytolog\w+|biops\w+)(?: \w+){0,3} (?:is |are )?(?:pending|await\w*)/gi;
const RESULT =
	/\b(?:patholog\w+|biops(?:y|ies)|histolog\w+|frozen[- ]sections?|cytolog\w+)\b[^.\n]{0,45}\b(?:showed|shows|show|reveal\w+|confirmed|consistent with|returned|came back|demonstrated|benign|malignan\w+|negative|positive|carcinoma|hyperplastic|adenoma\w*|fibrocystic)/gi;
/** Histology that the record gives itself. */
const NAMED =
	/\b(?:adeno|basal cell |squamous (?:cell )?)?carcinoma|\bmelanoma|\blymphoma|\bsarcoma|\blipoma|\badenoma\w*|\bhyperplastic|\btubular\b|\bseborrheic|\bfibroadenoma|\bganglion/gi;

/** What a lesion looked like is no histology. */
const LOOKED =
	/\b(?:appear\w*|looked|suspicious|suspected|possible|probable|likely|rule out|versus)\b[^.]{0,25}$/i;
const LOOKING = /^[- ]?(?:appearing|like|looking)\b/i;
/** Told in these sections, a result is that of an earlier specimen. */
const EARLIER: ReadonlySet<string> = new Set(["hpi", "pmh", "psh", "indication"]);
/** Cancers and carcinomas in situ: what a tumour is, is known. */
const KNOWN = /^(?:C|D0)/;

/** The statement is about tissue, not about stool or urine sent to a laboratory. */
function isAboutTissue(words: NoteWords, range: TextRange): boolean {
	const stretch = words.stretches[words.indexAt(range.start)];
	return /\b(?:biops|tissue|mass|lesion|polyp|excis|nodule|specimen|curett)/i.test(
		stretch ? words.text.slice(stretch.start, stretch.end) : "",
	);
}

/** True when the note has a match that is told as such, in one of these places. */
function isTold(pattern: RegExp, words: NoteWords, counts: (at: TextRange) => boolean): boolean {
	for (const match of words.text.matchAll(pattern)) {
		const range = { start: match.index, end: match.index + match[0].length };
		if (counts(range)) return true;
	}
	return false;
}

/** The record gives the result itself: of this specimen, and not only by the look of it. */
function hasResult(words: NoteWords, isPending: boolean): boolean {
	const { text, stretches } = words;
	const isOfThis = ({ start }: TextRange) =>
		!isPending || !EARLIER.has(stretches[words.indexAt(start)]?.role ?? "");
	const isHistology = ({ start, end }: TextRange) =>
		!LOOKING.test(text.slice(end, end + 12)) && !LOOKED.test(text.slice(Math.max(0, start - 40), start));
	return isTold(RESULT, words, isOfThis) || isTold(NAMED, words, isHistology);
}

/**
 * A lesion that was taken out or sampled, with no result in the note: what it is decides the code, and until
 * then it is coded as what is known of it. Asked where the note says that the result is out, else at the lesion.
 * Guidelines IV.D, II.H.
 */
export const pathologyFindings: SpecialRule = function* (input, words): Generator<Finding> {
	const { text, kind, suggestions } = input;
	const said = firstMatch(PENDING, text);
	const pending = said && isAboutTissue(words, said) ? said : null;
	if (!said && !(kind === "procedure" && REMOVED.test(text))) return;
	if (
		suggestions.some(
			({ code, status, group }) => KNOWN.test(code) && status === "affirmed" && group === "report",
		)
	)
		return;
	if (hasResult(words, pending !== null)) return;
	const lesion = bestSpan(presentWords(LESION, words, ""));
	const span = pending ?? lesion;
	if (!span) return;
	const lesionWords = lesion ? text.slice(lesion.start, lesion.end).replace(/\s+/g, " ") : null;
	yield draft({
		rule: "pathology-pending",
		topic: "type",
		level: "check",
		text,
		span,
		section: words.stretches[words.indexAt(span.start)]?.section,
		codes: [],
		title: lesionWords ? `${lesionWords}: pathology not in the note` : "{words}: pathology not in the note",
		question: lesionWords
			? `What did the pathology of the ${lesionWords} show?`
			: "What did the pathology show?",
		source: "IV.D; II.H",
		indicators: lesion && pending ? [lesion] : [],
	});
};
