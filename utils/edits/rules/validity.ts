import type { CodeSet } from "../../codesets/types";
import type { ListedCode } from "../code-list";
import type { EditRule } from "../rule";
import { fullCodes } from "./seventh-character";

/** An undotted letter and four digits may as well be a HCPCS code. */
const looksLikeDiagnosis = (one: ListedCode) =>
	/^[A-Z]\d[0-9A-Z]/.test(one.bare) && !/^[A-V]\d{4}$/i.test(one.code.trim());

/** A code that no loaded edition has: never existed, mistyped, or of an edition that is not installed. */
export const notFound: EditRule = {
	id: "not-found",
	source: "code set in force on the date of service",
	check: ({ codes, icd }) =>
		codes
			.filter((one) => one.row < 0 && icd !== null && looksLikeDiagnosis(one) && !isPaddable(icd, one))
			.map((one) => ({
				rule: "not-found",
				codes: [one.code],
				severity: "error",
				text: `${one.code} is not in ${icd?.release.system} ${icd?.release.edition}.`,
				source: `${icd?.release.system} ${icd?.release.edition}`,
			})),
};

/** The code lacks its 7th character alone: left to that rule, which says more. */
function lacksOnlySeventh(set: CodeSet, row: number): boolean {
	const choices = set.seventhCharacters(row);
	return choices.length > 0 && fullCodes(set, { row, choices }).length > 0;
}

/** Left to the 7th-character rule, which says more. */
function isPaddable(icd: NonNullable<ListedCode["set"]>, one: ListedCode): boolean {
	for (let length = one.bare.length - 1; length >= 3; length--) {
		const row = icd.find(one.bare.slice(0, length).replace(/X+$/, ""));
		if (row >= 0 && icd.seventhCharacters(row).length > 0) return true;
	}
	return false;
}

/** A header is not reportable: a code is carried to its last character. Guidelines I.B.2. */
export const notFullLength: EditRule = {
	id: "not-full-length",
	source: "I.B.2",
	check: ({ codes }) =>
		codes.flatMap((one) => {
			const { set, row } = one;
			if (!set || row < 0 || set.billable(row) || lacksOnlySeventh(set, row)) return [];
			const children = set
				.children(row)
				.slice(0, 4)
				.map((child) => set.code(child));
			return [
				{
					rule: "not-full-length",
					codes: [one.code],
					severity: "error" as const,
					text: `${one.code} is a header. It needs more characters${children.length > 0 ? `: ${children.join(", ")} …` : "."}`,
					source: "I.B.2",
				},
			];
		}),
};

/** A row that ended before, or starts after, the date of service (HCPCS terminations, editions). */
export const notValidOnDate: EditRule = {
	id: "not-valid-on-date",
	source: "edition in force on the date of service",
	check: ({ codes, date }) =>
		codes.flatMap((one) => {
			if (!one.set || one.row < 0 || date === undefined) return [];
			const { from, to } = one.set.validity(one.row);
			const release = one.set.release;
			const late = to !== null && to < date;
			const early = from !== null && from > date;
			if (!late && !early) return [];
			return [
				{
					rule: "not-valid-on-date",
					codes: [one.code],
					severity: "error" as const,
					text: late
						? `${one.code} ended on ${to}; the date of service is ${date}.`
						: `${one.code} is valid from ${from}; the date of service is ${date}.`,
					source: `${release.system} ${release.edition}`,
				},
			];
		}),
};

/** The same code twice. Guidelines I.B.12: each unique code is reported once per encounter. */
export const duplicate: EditRule = {
	id: "duplicate",
	source: "I.B.12",
	check: ({ codes }) => {
		// Procedures may be reported twice (units, modifiers): only diagnoses are held to this.
		const repeats = codes.filter(
			(one, at) =>
				(one.set === null || one.set.release.system === "ICD-10-CM") &&
				codes.findIndex((other) => other.bare === one.bare) < at,
		);
		if (repeats.length === 0) return [];
		const keep = codes.filter((one) => !repeats.includes(one)).map((one) => one.code);
		return repeats.map((one) => ({
			rule: "duplicate",
			codes: [one.code],
			severity: "error",
			text: `${one.code} is on the list more than once.`,
			source: "I.B.12",
			fix: { label: "Keep the first", codes: keep },
		}));
	},
};
