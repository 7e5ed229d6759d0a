import type { Day } from "../types";

/** `YYYY-MM-DD` as the number yyyymmdd, 0 for null: what a pack keeps. */
export const dayNumber = (day: Day | null | undefined): number => (day ? Number(day.replaceAll("-", "")) : 0);

/** The number yyyymmdd as a day; 0 is null. */
export function dayOf(n: number): Day | null {
	if (!n) return null;
	const text = String(n).padStart(8, "0");
	return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

/** The day before, by the calendar. */
export function dayBefore(day: Day): Day {
	return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
