import type { SuggestionView } from "../../utils/messages/view";
import type { Section } from "../list/rows";

const NOT_CURRENT = "not-current";

/**
 * Suggestions in the order of the list: diagnoses before procedures, what would be reported before what
 * is also supported; what is uncertain or not current comes last, closed until it is opened. The
 * engine's order is kept inside a group.
 *
 * @param opened Ids of sections that a person opened.
 */
export function suggestionSections(
	suggestions: readonly SuggestionView[],
	opened: ReadonlySet<string>,
): Section<SuggestionView>[] {
	const bothKinds = new Set(suggestions.map((suggestion) => suggestion.kind)).size > 1;
	const current = (["diagnosis", "procedure"] as const).flatMap((kind) =>
		(["report", "also"] as const).map(
			(group): Section<SuggestionView> => ({
				id: `${kind} ${group}`,
				title: title(kind, group, bothKinds),
				rows: rows(suggestions.filter((one) => one.kind === kind && one.group === group)),
			}),
		),
	);
	return [
		...current,
		{
			id: NOT_CURRENT,
			title: "Uncertain or not current",
			rows: rows(suggestions.filter((one) => one.group === NOT_CURRENT)),
			collapsed: !opened.has(NOT_CURRENT),
		},
	];
}

function title(kind: SuggestionView["kind"], group: "report" | "also", bothKinds: boolean): string {
	const words = group === "report" ? "Would report" : "Also supported";
	if (!bothKinds) return words;
	return `${words} · ${kind === "diagnosis" ? "diagnoses" : "procedures"}`;
}

function rows(suggestions: SuggestionView[]) {
	return suggestions.map((suggestion) => ({ key: suggestion.id, item: suggestion }));
}

/** How many suggestions wait for a decision; what is uncertain or not current is not counted. */
export function openCount(suggestions: readonly SuggestionView[]): number {
	return suggestions.filter((one) => one.group !== NOT_CURRENT && one.decision === "open").length;
}
