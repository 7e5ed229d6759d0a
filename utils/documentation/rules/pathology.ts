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
	/\b(?:patholog\w+|biops(?:y|ies)|histolog\w+|frozen[- ]sections?|cytolog\w+)\b[^.\n]{0,45}\b(?:showed|shows|show|reveal\w+|confirmed|consistent with|returned|came back|demonstrated|benign|malignan\w+|negative|positive|carcinoma|hyperplastic|adenoma\w*)/i;
/** Histology that the record gives itself. */
const NAMED =
	/\b(?:adeno|basal cell |squamous (?:cell )?)?carcinoma|\bmelanoma|\blymphoma|\bsarcoma|\blipoma|\badenoma|\bhyperplastic|\btubular\b|\bseborrheic|\bfibroadenoma|\bganglion/i;

/** The statement is about tissue, not about stool or urine sent to a laboratory. */
function isAboutTissue(words: NoteWords, range: TextRange): boolean {
	const stretch = words.stretches[words.indexAt(range.start)];
	return /\b(?:biops|tissue|mass|lesion|polyp|excis|nodule)/i.test(
		stretch ? words.text.slice(stretch.start, stretch.end) : "",
	);
}

/**
 * A lesion that was taken out or sampled, with no result in the note: what it is decides the code, and until
 * then it is coded as what is known of it. Guidelines IV.D, II.H.
 */
export const pathologyFindings: SpecialRule = function* (input, words): Generator<Finding> {
	const pending = firstMatch(PENDING, input.text);
	if (!pending && !(input.kind === "procedure" && REMOVED.test(input.text))) return;
	if (RESULT.test(input.text) || NAMED.test(input.text)) return;
	const lesions = presentWords(LESION, words, "");
	const lesion = bestSpan(words, lesions);
	const told = pending && isAboutTissue(words, pending) ? pending : null;
	const span = lesion ?? told;
	if (!span) return;
	const lesionWords = lesion ? input.text.slice(lesion.start, lesion.end).replace(/\s+/g, " ") : null;
	yield draft({
		rule: "pathology-pending",
		topic: "type",
		level: "check",
		text: input.text,
		span,
		section: words.stretches[words.indexAt(span.start)]?.section,
		codes: [],
		title: "{words}: pathology not in the note",
		question: lesionWords
			? `What did the pathology of the ${lesionWords} show?`
			: "What did the pathology show?",
		source: "IV.D; II.H",
		indicators: lesion && pending ? [pending] : [],
	});
};
