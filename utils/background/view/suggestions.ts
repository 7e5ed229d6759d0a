import type { CodeNote, CodeSet } from "../../codesets/types";
import type { SuggestionView } from "../../messages/view";
import type { Suggestion } from "../../notes/types";
import type { Analysed, Tab } from "../state/tab";
import { evidenceOf } from "./evidence";
import { suggestionId } from "./ids";

/** The suggestions as the panel shows them, in the engine's order. */
export function suggestionViews(tab: Tab, analysed: Analysed, sets: readonly CodeSet[]): SuggestionView[] {
	const { decisions } = tab.session.sheet;
	return analysed.analysis.suggestions.map((suggestion) => {
		const id = suggestionId(analysed, suggestion);
		const { system, code, title, billable, group, status, selected, companion } = suggestion;
		const { reasons, moreSpecific } = suggestion;
		return {
			id,
			...{ system, code, title, billable, group, status, selected, companion, reasons, moreSpecific },
			kind: isProcedure(suggestion) ? "procedure" : "diagnosis",
			decision: decisions[id] ?? "open",
			evidence: evidenceOf(analysed.joined, suggestion.spans),
			notes: notesOf(sets, suggestion),
		};
	});
}

function isProcedure({ system }: Suggestion): boolean {
	return system !== "ICD-10-CM";
}

/** Notes of the code and of all levels above it. */
function notesOf(sets: readonly CodeSet[], { system, code }: Suggestion): CodeNote[] {
	const set = sets.find((each) => each.release.system === system);
	const row = set?.find(code) ?? -1;
	if (set === undefined || row < 0) return [];
	return [...set.notes(row), ...set.inheritedNotes(row)].filter((note) => note.kind !== "inclusionTerm");
}
