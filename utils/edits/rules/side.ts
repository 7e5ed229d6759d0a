import { perRow } from "../../codesets/per-row";
import { bare } from "../../codesets/tabular/code-refs";
import type { CodeSet } from "../../codesets/types";
import type { ListedCode } from "../code-list";
import type { EditRule } from "../rule";
import type { EditFinding } from "../types";

type Side = "right" | "left" | "bilateral" | "unspecified";

/** Side that a row's title names; "unspecified" only counts beside a sibling that names one. */
const sideOf = perRow((icd: CodeSet, row: number): Side => {
	const lower = icd.title(row).toLowerCase();
	if (/\b(bilateral|both)\b/.test(lower)) return "bilateral";
	if (/\bright\b/.test(lower)) return "right";
	return /\bleft\b/.test(lower) ? "left" : "unspecified";
});

/** Title of a row without its side words, so that the members of one family look the same. */
const unsided = perRow((icd: CodeSet, row: number): string =>
	icd
		.title(row)
		.toLowerCase()
		.replace(/\b(right|left|bilateral|unilateral|unspecified|both|the|side|sided|of|in)\b/g, " ")
		.replace(/[^a-z0-9]+/g, " ")
		.trim(),
);

/** True when two rows are one condition on other sides. */
function isOtherSide(icd: CodeSet, row: number, other: number): boolean {
	const [name, otherName] = [unsided(icd, row), unsided(icd, other)];
	if (name === otherName) return true;
	// "…, right eye" stands beside "…, bilateral": the siblings' own word for both drops the body part.
	return (
		sideOf(icd, other) === "bilateral" &&
		icd.parent(other) === icd.parent(row) &&
		name.startsWith(`${otherName} `)
	);
}

/** Categories with more rows than this are searched along the code's own characters only. */
const SMALL_CATEGORY = 80;

/** Billable rows that may be another side: a small category's own, else those one character away. */
function candidates(icd: CodeSet, row: number): number[] {
	const code = bare(icd.code(row));
	const category = icd.prefix(code.slice(0, 3));
	if (category.end - category.start <= SMALL_CATEGORY) {
		return Array.from({ length: category.end - category.start }, (_, i) => category.start + i);
	}
	const rows: number[] = [];
	for (let at = 3; at < code.length; at++) {
		for (const char of "0123456789") {
			const other = icd.find(code.slice(0, at) + char + code.slice(at + 1));
			if (other >= 0) rows.push(other);
		}
	}
	return rows;
}

/** The other sides of a code: rows whose title differs in the side alone. */
const sides = perRow((icd: CodeSet, row: number): Partial<Record<Side, number>> => {
	const found: Partial<Record<Side, number>> = { [sideOf(icd, row)]: row };
	for (const other of candidates(icd, row))
		if (icd.billable(other) && isOtherSide(icd, row, other)) found[sideOf(icd, other)] ??= other;
	return found;
});

/**
 * Codes of the list that are another side of a code which names `side`. Most codes have no relative on the list:
 * no title is read and no family looked up for them.
 */
function otherSides(
	icd: CodeSet,
	one: ListedCode,
	side: Side,
	diagnoses: readonly ListedCode[],
): ListedCode[] {
	const category = one.bare.slice(0, 3);
	const relatives = diagnoses.filter((other) => other !== one && other.bare.startsWith(category));
	if (relatives.length === 0 || sideOf(icd, one.row) !== side) return [];
	return relatives.filter(({ row }) => sideOf(icd, row) !== side && isOtherSide(icd, one.row, row));
}

/** Right and left of one condition on a list although a bilateral code exists. Guidelines I.B.13. */
export const bothSides: EditRule = {
	id: "laterality-conflict",
	source: "I.B.13",
	check: ({ diagnoses, codes, icd }) => {
		if (!icd) return [];
		return diagnoses.flatMap((one): EditFinding[] => {
			const others = otherSides(icd, one, "right", diagnoses);
			if (others.length === 0) return [];
			const family = sides(icd, one.row);
			const left = others.find((other) => other.row === family.left);
			if (!left || family.bilateral === undefined) return [];
			const both = icd.code(family.bilateral);
			const next = codes
				.filter((other) => other !== left)
				.map((other) => (other === one ? both : other.code));
			return [
				{
					rule: "laterality-conflict",
					codes: [one.code, left.code],
					severity: "check",
					text: `${one.code} (right) and ${left.code} (left): ${both} says both sides.`,
					source: "I.B.13",
					fix: { label: `Use ${both}`, codes: next },
				},
			];
		});
	},
};

/** The unspecified side beside a sided code of the same condition. Guidelines I.B.13. */
export const unspecifiedSide: EditRule = {
	id: "unspecified-side",
	source: "I.B.13",
	check: ({ diagnoses, icd }) => {
		if (!icd) return [];
		return diagnoses.flatMap((one): EditFinding[] => {
			const others = otherSides(icd, one, "unspecified", diagnoses);
			if (others.length === 0 || !/unspecified/i.test(icd.title(one.row))) return [];
			const family = sides(icd, one.row);
			const sided = others.find(
				({ row }) => row === family.right || row === family.left || row === family.bilateral,
			);
			if (!sided) return [];
			return [
				{
					rule: "unspecified-side",
					codes: [one.code, sided.code],
					severity: "check",
					text: `${one.code} leaves the side open; ${sided.code} on the same list names it.`,
					source: "I.B.13",
				},
			];
		});
	},
};
