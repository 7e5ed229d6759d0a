const AGE =
	/\b(\d{1,3})[\s-]*(years?|yrs?|months?|mos?|weeks?|wks?|days?)[\s-]*(?:old|of age)\b|\baged?:?\s*(\d{1,3})\b|\b(\d{1,3})[\s-]*(?:y\.?\/?o\.?|yo)\b/i;
const DAYS = 365;

/** Years of an age in days, weeks, months or years. */
export function inYears(value: number, unit: string): number {
	if (/^d/i.test(unit)) return value / DAYS;
	if (/^w/i.test(unit)) return (value * 7) / DAYS;
	return /^m/i.test(unit) ? value / 12 : value;
}

/** Age in years of the first person whose age the note tells: the patient. "For 3 years" is no age. Null when untold. */
export function ageOf(text: string): number | null {
	const match = AGE.exec(text);
	if (match === null) return null;
	return inYears(Number(match[1] ?? match[3] ?? match[4]), match[2] ?? "year");
}
