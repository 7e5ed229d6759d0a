import { perRow } from "../../codesets/per-row";
import type { CodeSet } from "../../codesets/types";
import type { ListedCode } from "../code-list";
import { bare } from "../code-refs";
import type { EditRule } from "../rule";
import type { EditFinding } from "../types";

type Side = "right" | "left" | "bilateral" | "unspecified";

/** Side that a title names; "unspecified" only counts beside a sibling that names one. */
function sideOf(title: string): Side {
	const lower = title.toLowerCase();
	if (/\b(bilateral|both)\b/.test(lower)) return "bilateral";
	if (/\bright\b/.test(lower)) return "right";
	return /\bleft\b/.test(lower) ? "left" : "unspecified";
}

/** Title without its side words, so that the members of one family look the same. */
function unsided(title: string): string {
	return title
		.toLowerCase()
		.replace(/\b(right|left|bilateral|unilateral|unspecified|both|the|side|sided|of|in)\b/g, " ")
		.replace(/[^a-z0-9]+/g, " ")
		.trim();
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
	const name = unsided(icd.title(row));
	const found: Partial<Record<Side, number>> = { [sideOf(icd.title(row))]: row };
	for (const other of candidates(icd, row)) {
		if (!icd.billable(other)) continue;
		const side = sideOf(icd.title(other));
		const otherName = unsided(icd.title(other));
		// "…, right eye" stands beside "…, bilateral": the siblings' own word for both drops the body part.
		const both =
			side === "bilateral" && icd.parent(other) === icd.parent(row) && name.startsWith(`${otherName} `);
		if (otherName === name || both) found[side] ??= other;
	}
	return found;
});

/** Another code of the same category is on the list: without one there is nothing to compare. */
const hasRelative = (one: ListedCode, diagnoses: readonly ListedCode[]) =>
	diagnoses.some((other) => other !== one && other.bare.startsWith(one.bare.slice(0, 3)));

/** Right and left of one condition on a list although a bilateral code exists. Guidelines I.B.13. */
export const bothSides: EditRule = {
	id: "laterality-conflict",
	source: "I.B.13",
	check: ({ diagnoses, codes, icd }) => {
		if (!icd) return [];
		return diagnoses.flatMap((one): EditFinding[] => {
			if (!hasRelative(one, diagnoses) || sideOf(icd.title(one.row)) !== "right") return [];
			const family = sides(icd, one.row);
			const left = diagnoses.find((other) => other.row === family.left);
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
			if (!hasRelative(one, diagnoses)) return [];
			if (sideOf(icd.title(one.row)) !== "unspecified" || !/unspecified/i.test(icd.title(one.row))) return [];
			const family = sides(icd, one.row);
			const sided = diagnoses.find(
				(other) =>
					other !== one &&
					(other.row === family.right || other.row === family.left || other.row === family.bilateral),
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
