import type { CodeSet } from "../codesets/types";
import { readCodeList } from "./code-list";
import type { MceLists } from "./mce/types";
import type { EditRule } from "./rule";
import { codeFirst, manifestationOrder, missingCause } from "./rules/etiology";
import { excludes1 } from "./rules/excludes1";
import { acuteChronicOrder, firstListedOnly, neverFirstListed, sequelaOrder } from "./rules/order";
import { ageConflict, combinationCode, episodeMix } from "./rules/pairs";
import { bmiWithoutDiagnosis, codeAlso, useAdditional } from "./rules/partners";
import { adverseEffectOrder, unacceptablePrincipal } from "./rules/principal";
import { seventhCharacter } from "./rules/seventh-character";
import { bothSides, unspecifiedSide } from "./rules/side";
import { duplicate, notFound, notFullLength, notValidOnDate } from "./rules/validity";
import type { CheckInput, EditFinding } from "./types";

/** All checks, in the order in which a coder would deal with them. */
export const EDIT_RULES: readonly EditRule[] = [
	notFound,
	notFullLength,
	seventhCharacter,
	notValidOnDate,
	duplicate,
	excludes1,
	manifestationOrder,
	codeFirst,
	missingCause,
	useAdditional,
	codeAlso,
	neverFirstListed,
	unacceptablePrincipal,
	firstListedOnly,
	adverseEffectOrder,
	sequelaOrder,
	acuteChronicOrder,
	episodeMix,
	bothSides,
	unspecifiedSide,
	combinationCode,
	ageConflict,
	bmiWithoutDiagnosis,
];

/**
 * Checks a list of chosen codes against the sets in force on the date of service. `sets` are the editions
 * picked by that date; `mce` are lists of the Medicare Code Editor that the user has loaded. Pure; the same list gives the same findings, in rule order, then list order.
 */
export function checkCodes(
	input: CheckInput,
	sets: readonly CodeSet[],
	mce: MceLists | null = null,
): EditFinding[] {
	const context = readCodeList(input.codes, sets, {
		setting: input.setting,
		date: input.date,
		ageYears: input.ageYears,
		mce,
	});
	return EDIT_RULES.flatMap((rule) => rule.check(context));
}
