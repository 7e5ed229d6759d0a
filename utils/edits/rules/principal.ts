import { type EditRule, moveBefore } from "../rule";
import { between, notPrincipal } from "../tables";

/**
 * A code that is not accepted as the principal diagnosis of an inpatient stay. Data: the user's list of the
 * Medicare Code Editor when it is loaded, else data/rules/list-principal. Silent for outpatient visits, and
 * where the setting is not known.
 */
export const unacceptablePrincipal: EditRule = {
	id: "unacceptable-principal",
	source: "MCE unacceptable principal diagnosis",
	check: ({ diagnoses, codes, setting, mce }) => {
		const first = diagnoses[0];
		if (!first || setting !== "inpatient") return [];
		const barred = (bare: string) => {
			const row = notPrincipal().find(
				({ from, to, except }) => between(bare, from, to) && !except.some((start) => bare.startsWith(start)),
			);
			if (mce) return mce.principal.has(bare) ? (row ?? null) : undefined;
			return row;
		};
		const row = barred(first.bare);
		if (row === undefined) return [];
		const other = diagnoses.find((one) => barred(one.bare) === undefined);
		const all = codes.map((one) => one.code);
		return [
			{
				rule: "unacceptable-principal",
				codes: [first.code],
				severity: "check",
				text: `${row?.what ?? "This code"} (${first.code}) is not accepted as the principal diagnosis.`,
				source: row?.source ?? "MCE unacceptable principal diagnosis",
				...(other
					? { fix: { label: `Put ${other.code} first`, codes: moveBefore(all, other.at, first.at) } }
					: {}),
			},
		];
	},
};

/** Adverse effect (5) or underdosing (6) in the intent place of a drug code. */
const isDrugEffect = (bare: string) =>
	/^T(?:3[6-9]|4\d|50)/.test(bare) &&
	bare.length === 7 &&
	/[56]/.test(bare[5] === "X" ? (bare[4] ?? "") : (bare[5] ?? ""));

/** An adverse effect or underdosing code first: what the drug did goes before it. Guidelines I.C.19.e.5. */
export const adverseEffectOrder: EditRule = {
	id: "adverse-effect-order",
	source: "I.C.19.e.5",
	check: ({ diagnoses, codes }) => {
		const first = diagnoses[0];
		if (!first || !isDrugEffect(first.bare) || first.bare.endsWith("S")) return [];
		const nature = diagnoses.find((one) => !/^[T-Z]/.test(one.bare));
		const all = codes.map((one) => one.code);
		return [
			{
				rule: "adverse-effect-order",
				codes: nature ? [first.code, nature.code] : [first.code],
				severity: "check",
				text: nature
					? `${first.code} (drug effect or underdosing): the condition (${nature.code}) goes before it.`
					: `${first.code} (drug effect or underdosing): the condition goes before it and is not on the list.`,
				source: "I.C.19.e.5",
				...(nature
					? { fix: { label: `Put ${nature.code} first`, codes: moveBefore(all, nature.at, first.at) } }
					: {}),
			},
		];
	},
};
