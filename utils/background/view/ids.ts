import type { Finding } from "../../documentation/types";
import type { Suggestion } from "../../notes/types";
import { hash53 } from "../../page/hash";
import { splitRange } from "../state/join";
import type { Analysed } from "../state/tab";

/** Id of a suggestion: opaque, the same as long as its code and the document it comes from are. */
export function suggestionId(analysed: Analysed, suggestion: Suggestion): string {
	const first = suggestion.spans[0];
	const part = first === undefined ? null : (splitRange(analysed.joined, first)?.part ?? null);
	return `s${hash53(`${suggestion.system}|${suggestion.code}|${part?.documentId ?? ""}`)}`;
}

/**
 * Ids of findings, in order: by rule and words, counted where both are the same. A dismissal is remembered by
 * this id, so it is made with the session's key: nobody can try words against it.
 */
export function findingIds(findings: readonly Finding[], key: string): string[] {
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const own = `${finding.rule}|${finding.quote}`;
		const count = seen.get(own) ?? 0;
		seen.set(own, count + 1);
		return `f${hash53(`${key}|${own}|${count}`)}`;
	});
}

/** The opaque number a mark goes to the page with; the same in every life of the worker. */
export function markId(finding: string): number {
	return Number.parseInt(finding.slice(-7), 16);
}
