import type { CheckContext, ListedCode } from "./code-list";
import { isManifestation } from "./manifestation";
import { between, neverFirst, notPrincipal } from "./tables";

/** The row of data/rules/list-never-first that keeps a code from the first place. */
export const barredFromFirst = (bare: string) => neverFirst().find(({ from, to }) => between(bare, from, to));

/** A sequela of an injury, poisoning or other external cause. */
export const isSequela = (bare: string) => bare.length === 7 && bare.endsWith("S") && /^[ST]/.test(bare);

/** Adverse effect (5) or underdosing (6) in the intent place of a drug code (Guidelines I.C.19.e.5). */
export const isDrugEffect = (bare: string) =>
	/^T(?:3[6-9]|4\d|50)/.test(bare) &&
	bare.length === 7 &&
	/[56]/.test(bare[5] === "X" ? (bare[4] as string) : (bare[5] as string));

/** Why a code is not the principal diagnosis of a stay: a row of our table, or the user's list of the MCE. */
export function barredAsPrincipal(
	bare: string,
	mce: CheckContext["mce"],
): { what: string; source: string } | undefined {
	const row = notPrincipal().find(
		({ from, to, except }) => between(bare, from, to) && !except.some((start) => bare.startsWith(start)),
	);
	if (!mce) return row;
	if (!mce.principal.has(bare)) return undefined;
	return row ?? { what: "This code", source: "MCE unacceptable principal diagnosis" };
}

/**
 * The first code after `first` that no rule keeps from the first place. Where there is none, a finding has no
 * fix: an order that is wrong in another way is no help.
 */
export function leaderAfter(
	{ diagnoses, icd, setting, mce }: CheckContext,
	first: ListedCode,
): ListedCode | undefined {
	return diagnoses.find(
		(one) =>
			one !== first &&
			!barredFromFirst(one.bare) &&
			!isSequela(one.bare) &&
			!isDrugEffect(one.bare) &&
			!(icd && isManifestation(icd, one.row)) &&
			!(setting === "inpatient" && barredAsPrincipal(one.bare, mce)),
	);
}
