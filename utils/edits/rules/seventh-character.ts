import { bare } from "../../codesets/tabular/code-refs";
import type { CodeSet } from "../../codesets/types";
import type { EditRule } from "../rule";
import type { EditFinding } from "../types";

export interface Stem {
	row: number;
	choices: { char: string; text: string; level: string }[];
}

/** Longest known row whose family has 7th characters, for a code that is itself not a full one. */
export function stemOf(icd: CodeSet, code: string): Stem | null {
	for (let length = code.length; length >= 3; length--) {
		const row = icd.find(code.slice(0, length).replace(/X+$/, ""));
		if (row < 0) continue;
		const choices = icd.seventhCharacters(row);
		return choices.length > 0 ? { row, choices } : null;
	}
	return null;
}

/** Full codes of a stem: placeholder X up to the sixth place, then each choice that the set has. */
export function fullCodes(icd: CodeSet, stem: Stem): { char: string; text: string; code: string }[] {
	const base = bare(icd.code(stem.row)).padEnd(6, "X");
	return stem.choices.flatMap(({ char, text }) => {
		const row = icd.find(base + char);
		return row >= 0 && icd.billable(row) ? [{ char, text, code: icd.code(row) }] : [];
	});
}

/**
 * 7th character missing, in the wrong place, or not one of the family's. Guidelines I.A.4 and I.A.5:
 * the nearest ancestor's definition holds; empty places are filled with X.
 */
export const seventhCharacter: EditRule = {
	id: "seventh-character",
	source: "I.A.5",
	check: ({ codes, icd }) => {
		if (!icd) return [];
		return codes.flatMap((one): EditFinding[] => {
			if (one.row >= 0 && (one.set !== icd || icd.billable(one.row))) return [];
			const stem = stemOf(icd, one.bare);
			if (!stem) return [];
			const stemCode = bare(icd.code(stem.row));
			const full = fullCodes(icd, stem);
			// A header further up the tree (S52.5) lacks more than its last character.
			if (full.length === 0) {
				if (one.row >= 0) return [];
				return [
					finding(one.code, `${one.code} is not a code; ${icd.code(stem.row)} needs more characters.`, stem),
				];
			}
			const given = one.bare.length > stemCode.length ? (one.bare[one.bare.length - 1] as string) : "";
			const meant = full.find((choice) => choice.char === given);
			const list = full.map((choice) => choice.char).join(", ");
			if (!meant) {
				const text =
					given === "" || given === "X"
						? `${one.code} has no 7th character; the choices are ${list}.`
						: `${one.code}: “${given}” is not one of the 7th characters of ${stem.choices[0]?.level} (${list}).`;
				return [finding(one.code, text, stem)];
			}
			const fixed = codes.map((other) => (other === one ? meant.code : other.code));
			return [
				{
					...finding(one.code, `${one.code}: the 7th character is not in the seventh place.`, stem),
					fix: { label: `Use ${meant.code}`, codes: fixed },
				},
			];
		});
	},
};

function finding(code: string, text: string, stem: Stem): EditFinding {
	const level = stem.choices[0]?.level;
	return {
		rule: "seventh-character",
		codes: [code],
		severity: "error",
		text,
		source: `I.A.4, I.A.5; 7th characters at ${level}`,
	};
}
