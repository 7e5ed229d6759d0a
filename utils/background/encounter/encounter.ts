import type { PreviousChart } from "../../messages/view";

/** What tells one encounter from another. Held in memory and `storage.session`, as hashes. */
export interface EncounterKey {
	/** Id of the reader in the top document: another document has another one. */
	doc: string;
	/** Hash of path and query. */
	address: string;
	/** Hash of the patient banner; null while none was seen. */
	banner: string | null;
}

export type Verdict =
	| { is: "same" }
	/** Still the same chart; its key is now better known. */
	| { is: "refined"; key: EncounterKey }
	| { is: "new"; why: PreviousChart["why"] };

/**
 * Compares what is seen with the open encounter. Doubt counts as change: a sheet that is closed once too
 * often costs a click, a code on the next patient's chart is the worst failure there is. A banner that comes
 * up late is taken over only while nothing was put on the sheet.
 */
export function compare(open: EncounterKey, seen: EncounterKey, sheetIsEmpty: boolean): Verdict {
	if (open.doc !== seen.doc || open.address !== seen.address) return { is: "new", why: "navigated" };
	if (open.banner === seen.banner) return { is: "same" };
	if (open.banner === null && sheetIsEmpty) return { is: "refined", key: seen };
	return { is: "new", why: "patient-changed" };
}

/** Below this share of common words, a note that took another's place is taken for another patient's. */
const SAME_NOTE = 0.35;

/** On a page without any banner: true when the words themselves say that another chart is shown. */
export function isOtherChart(key: EncounterKey, overlap: number | null): boolean {
	return key.banner === null && overlap !== null && overlap < SAME_NOTE;
}
