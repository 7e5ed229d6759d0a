import type { Day } from "../../utils/codesets/types";
import type { ReleaseView } from "../../utils/messages/view";

/** Days before a publisher's date on which the reminder starts. */
const AHEAD = 21;
const DAY_MS = 86_400_000;

/**
 * ICD-10-CM changes on October 1, and in some years on April 1. Says so when that day is near, or has
 * passed, and no edition that is in force from it on is installed; null when there is nothing to say.
 *
 * @param today The machine's day, not the date of service.
 */
export function editionReminder(releases: readonly ReleaseView[], today: Day): string | null {
	const installed = releases.filter((release) => release.system === "ICD-10-CM");
	if (installed.length === 0) return null;
	const newest = installed.reduce((one, other) => (other.validFrom > one.validFrom ? other : one));
	if (newest.validTo !== null && newest.validTo < today) {
		return `${newest.edition} ended on ${newest.validTo}. Import the edition in force in the options.`;
	}
	const next = nextChange(today);
	if (newest.validFrom >= next || daysBetween(today, next) > AHEAD) return null;
	const mayChange = next.endsWith("-04-01") ? "may change" : "changes";
	return `ICD-10-CM ${mayChange} on ${next}. A newer edition than ${newest.edition} is not installed yet.`;
}

function nextChange(today: Day): Day {
	const year = Number(today.slice(0, 4));
	return (
		([`${year}-04-01`, `${year}-10-01`, `${year + 1}-04-01`] as const).find((day) => day > today) ?? today
	);
}

function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
