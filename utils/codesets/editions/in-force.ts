import type { CodeSystem, Day, Release } from "../types";

/** True when the release is in force on the day (first and last day included). */
export const inForce = (release: Release, day: Day): boolean =>
	release.validFrom <= day && (release.validTo === null || day <= release.validTo);

/**
 * The edition of a system that is in force on a day: of several (October and April editions, starter
 * and official) the one that began last, and of two that began on the same day the official one.
 * null when none is.
 */
export function releaseOn<R extends Release>(releases: readonly R[], system: CodeSystem, day: Day): R | null {
	let best: R | null = null;
	for (const release of releases) {
		if (release.system !== system || !inForce(release, day)) continue;
		if (!best || rank(release) > rank(best)) best = release;
	}
	return best;
}

/** Of two with the same first day: the official one, then the one with more codes. */
const rank = (release: Release): string =>
	`${release.validFrom} ${release.starter ? 0 : 1} ${String(release.counts.rows).padStart(9, "0")}`;

/**
 * The nearest edition before this one that has notes or index entries of its own: what an edition
 * without them borrows from. The starter is never borrowed from: its notes are a selection.
 */
export function lender<R extends Release>(releases: readonly R[], borrower: Release): R | null {
	let best: R | null = null;
	for (const release of releases) {
		if (release.system !== borrower.system || release.starter || release.borrowedFrom) continue;
		if (release.validFrom >= borrower.validFrom) continue;
		if (!release.counts.tabularNodes && !release.counts.indexEntries) continue;
		if (!best || release.validFrom > best.validFrom) best = release;
	}
	return best;
}

/**
 * First day of the next edition that is not installed, from 30 days before it starts: October 1 and
 * April 1 for ICD-10-CM. null while there is nothing to remind of.
 */
export function missingEdition(releases: readonly Release[], today: Day): Day | null {
	const year = Number(today.slice(0, 4));
	for (const next of [`${year}-04-01`, `${year}-10-01`]) {
		const days = (Date.parse(next) - Date.parse(today)) / 86_400_000;
		if (days < 0 || days > 30) continue;
		const installed = releases.some((r) => r.system === "ICD-10-CM" && r.validFrom >= next);
		if (!installed) return next;
	}
	return null;
}
