import { otherPlaces } from "../current";
import { draft } from "../draft";
import type { Finding } from "../types";
import type { SpecialRule } from "./special";
import { presentWords } from "./table-rules";

const SIDE = /\b(?:right|left|bilateral\w*|both|rt|lt|od|os|ou)\b|\b[RL]\b(?![.:])/;
const PAIRED =
	/\b(?:upper extremity|lower extremity|operative (?:arm|leg|hand|foot|knee|hip|shoulder|eye|ear|side|extremity)|carpal tunnel|knee|shoulder|elbow|wrist|ankle|hip|forearm|cataract|rotator cuff|bunion|inguinal hernia|breast|tympanostomy|ureter(?:al)?|eye|ear)\b/gi;

/** The part as it was prepared for the operation: where the side is told. */
const PREPARED = /^operative|extremity$/i;

/**
 * An operation on a part that comes in pairs, and no word for a side in the whole note. Guidelines I.B.13. The
 * hierarchy asks where a code leaves its side open; this asks where there is no code to do so.
 */
export const operativeSide: SpecialRule = function* (input, words): Generator<Finding> {
	if (input.kind !== "procedure" || SIDE.test(input.text)) return;
	const places = presentWords(PAIRED, words, "");
	const span = places.find(({ start, end }) => PREPARED.test(input.text.slice(start, end))) ?? places[0];
	if (!span) return;
	yield draft({
		rule: "operative-side",
		topic: "laterality",
		level: "changes-code",
		text: input.text,
		span,
		section: span.section,
		codes: [],
		title: "{words}: side of the operation not stated",
		question: "On which side was the operation done?",
		source: "I.B.13",
		indicators: otherPlaces(words, places, span),
	});
};
