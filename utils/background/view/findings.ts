import type { Finding } from "../../documentation/types";
import type { FindingView, Preferences } from "../../messages/view";
import type { Analysed, Tab } from "../state/tab";
import { evidence } from "./evidence";
import { findingIds } from "./ids";
import { fillTemplate } from "./query-template";

/** The findings that are shown: not dismissed, not muted, and no more than the person wants per note. */
export function findingViews(tab: Tab, analysed: Analysed, preferences: Preferences): FindingView[] {
	const { findings } = analysed.analysis;
	const ids = findingIds(findings, tab.idKey);
	const origin = tab.top?.origin ?? "";
	const muted = new Set([
		...tab.session.muted,
		...preferences.mutedRules
			.filter((each) => each.origin === undefined || each.origin === origin)
			.map((each) => each.rule),
	]);
	const dismissed = new Set(tab.session.sheet.dismissed);
	const shown: FindingView[] = [];
	findings.forEach((finding, index) => {
		const id = ids[index] as string;
		if (shown.length >= preferences.findingsCap || dismissed.has(id) || muted.has(finding.rule)) return;
		const view = findingView(analysed, finding, id);
		if (view !== null) shown.push({ ...view, query: fillTemplate(preferences.queryTemplate, view) });
	});
	return shown;
}

function findingView(analysed: Analysed, finding: Finding, id: string): FindingView | null {
	const where = evidence(analysed.joined, finding);
	if (where === null) return null;
	const { rule, topic, level, title, question, source, query, codes } = finding;
	const indicators = finding.indicators.flatMap((each) => evidence(analysed.joined, each) ?? []);
	return { id, rule, topic, level, title, question, source, query, codes, where, indicators };
}
