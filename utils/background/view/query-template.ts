import { wordingFaults } from "../../documentation/wording";
import type { FindingView } from "../../messages/view";

/** What a template may name. */
const PARTS = /\{(draft|title|quote|place|question)\}/g;

/** The query of a finding in the user's own frame; an empty template leaves the draft as it is. */
export function fillTemplate(template: string, finding: FindingView): string {
	if (template.trim() === "") return finding.query;
	const parts: Record<string, string> = {
		draft: finding.query,
		title: finding.title,
		quote: finding.where.quote,
		place: finding.where.section ?? "",
		question: finding.question,
	};
	return template.replace(PARTS, (_, name: string) => parts[name] ?? "");
}

/**
 * Why a template cannot be used, as a sentence; null when it can. The user's own words are held to the same
 * rules as ours, and a query without the record's words or without its question is none.
 */
export function templateProblem(template: string): string | null {
	if (template.trim() === "") return null;
	const named = new Set([...template.matchAll(PARTS)].map((match) => match[1]));
	if (!named.has("draft") && !(named.has("quote") && named.has("question"))) {
		return "The template has to contain {draft}, or {quote} and {question}.";
	}
	const fault = wordingFaults(template.replace(PARTS, " "))[0];
	if (fault === undefined) return null;
	const word = fault.pattern.replace(/\(.*?\)[?*]?|\\\w|\?/g, "");
	return `“${word}” ${fault.why}. The template was not saved.`;
}
