import { barredAsPrincipal, isDrugEffect, leaderAfter } from "../first-place";
import { type EditRule, leadFix } from "../rule";

/**
 * A code that is not accepted as the principal diagnosis of an inpatient stay. Data: the user's list of the
 * Medicare Code Editor when it is loaded, else data/rules/list-principal. Silent for outpatient visits, and
 * where the setting is not known.
 */
export const unacceptablePrincipal: EditRule = {
	id: "unacceptable-principal",
	source: "MCE unacceptable principal diagnosis",
	check: (context) => {
		const first = context.diagnoses[0];
		if (!first || context.setting !== "inpatient") return [];
		const row = barredAsPrincipal(first.bare, context.mce);
		if (!row) return [];
		return [
			{
				rule: "unacceptable-principal",
				codes: [first.code],
				severity: "check",
				text: `${row.what} (${first.code}) is not accepted as the principal diagnosis.`,
				source: row.source,
				...leadFix(context, first),
			},
		];
	},
};

/** An adverse effect or underdosing code first: what the drug did goes before it. Guidelines I.C.19.e.5. */
export const adverseEffectOrder: EditRule = {
	id: "adverse-effect-order",
	source: "I.C.19.e.5",
	check: (context) => {
		const first = context.diagnoses[0];
		if (!first || !isDrugEffect(first.bare)) return [];
		const nature = leaderAfter(context, first);
		return [
			{
				rule: "adverse-effect-order",
				codes: nature ? [first.code, nature.code] : [first.code],
				severity: "check",
				text: nature
					? `${first.code} (drug effect or underdosing): the condition goes before it.`
					: `${first.code} (drug effect or underdosing): the condition goes before it and is not on the list.`,
				source: "I.C.19.e.5",
				...leadFix(context, first),
			},
		];
	},
};
