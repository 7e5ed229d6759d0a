import { AGE_GROUPS, type AgeGroup, type MceLists } from "../mce/types";
import type { EditRule } from "../rule";
import { ageRanges, between, combinations } from "../tables";
import type { EditFinding } from "../types";

/** Pairs that the classification joins in one code, or that contradict each other: data/rules/list-combinations. */
export const combinationCode: EditRule = {
	id: "combination-code",
	source: "I.B.9",
	check: ({ diagnoses }) =>
		combinations().flatMap((row): EditFinding[] => {
			const first = diagnoses.find((one) => row.first.some((start) => one.bare.startsWith(start)));
			const second = diagnoses.find(
				(one) => one !== first && row.second.some((start) => one.bare.startsWith(start)),
			);
			if (!first || !second) return [];
			const more = row.more
				? ` See ${row.more.slice(0, 3)}${row.more.length > 3 ? `.${row.more.slice(3)}` : ""}.`
				: "";
			return [
				{
					rule: "combination-code",
					codes: [first.code, second.code],
					severity: "check",
					text: `${first.code} and ${second.code}: ${row.text}.${more}`,
					source: row.source,
				},
			];
		}),
};

/** One injury under two episodes of care (initial and sequela …). Guidelines I.C.19.a. */
export const episodeMix: EditRule = {
	id: "episode-mix",
	source: "I.C.19.a",
	check: ({ diagnoses }) => {
		const injuries = diagnoses.filter((one) => one.bare.length === 7 && /^[ST]/.test(one.bare));
		return injuries.flatMap((one, i): EditFinding[] => {
			const other = injuries
				.slice(i + 1)
				.find((later) => later.bare.slice(0, 6) === one.bare.slice(0, 6) && later.bare !== one.bare);
			if (!other) return [];
			return [
				{
					rule: "episode-mix",
					codes: [one.code, other.code],
					severity: "check",
					text: `${one.code} and ${other.code} are the same injury under two episodes of care.`,
					source: "I.C.19.a",
				},
			];
		});
	},
};

interface AgeRange {
	min: number;
	max: number;
	what: string;
	source: string;
}

/** Age range of a code: the user's list of the Medicare Code Editor when it is loaded, else data/rules/list-ages. */
function ageRangeOf(bare: string, mce: MceLists | null): AgeRange | undefined {
	const own = ageRanges().find(({ from, to }) => between(bare, from, to));
	if (!mce) return own;
	const groups = Object.keys(AGE_GROUPS) as AgeGroup[];
	const group = groups.find((name) => mce.ages[name].has(bare));
	return group ? { ...AGE_GROUPS[group], source: "MCE age edit" } : own;
}

/** A code that contradicts the patient's age. */
export const ageConflict: EditRule = {
	id: "age-conflict",
	source: "MCE age edit",
	check: ({ diagnoses, ageYears, mce }) => {
		if (ageYears === undefined) return [];
		return diagnoses.flatMap((one): EditFinding[] => {
			const row = ageRangeOf(one.bare, mce);
			if (!row || (ageYears >= row.min && ageYears <= row.max)) return [];
			return [
				{
					rule: "age-conflict",
					codes: [one.code],
					severity: "check",
					text: `${one.code} is for ages ${row.min} to ${row.max} (${row.what}); the patient is ${ageYears}.`,
					source: row.source,
				},
			];
		});
	},
};
