import type { CodeSet } from "../../codesets/types";
import type { Candidate } from "../candidates";
import type { Passage } from "../passages";
import { birthWeeksCode, birthWeightCode } from "./birth-numbers";
import { extentCode } from "./burn-extent";
import type { NoteFacts } from "./note-facts";
import { toldCandidate } from "./told-candidate";

/** A code that a number of the note gives, beside codes that the note has to carry first. */
interface FactCode {
	code: string;
	at: { start: number; end: number };
	/** Codes beside which it stands. */
	beside: RegExp;
	/** Codes whose place it takes: the same without the number. */
	instead?: RegExp;
	source: string;
}

/** Code of an adult's body mass index (kg/m²): Z68.1 below 20, one code a unit up to 39, then wider. */
export function adultIndexCode(bmi: number): string {
	if (bmi < 20) return "Z68.1";
	if (bmi < 40) return `Z68.${Math.floor(bmi)}`;
	return `Z68.4${bmi < 45 ? 1 : bmi < 50 ? 2 : bmi < 60 ? 3 : bmi < 70 ? 4 : 5}`;
}

function factCodes({ weeks, bmi, birth, burnt }: NoteFacts): FactCode[] {
	const made: FactCode[] = [];
	if (weeks !== null)
		made.push({
			code: `Z3A.${String(weeks.weeks).padStart(2, "0")}`,
			at: weeks.at,
			beside: /^(?:O|Z34)/,
			source: "Guideline I.C.21.c.11",
		});
	if (bmi !== null)
		made.push({
			code: adultIndexCode(bmi.value),
			at: bmi.at,
			beside: /^(?:E66|E4[0-6]|E88\.A|R63\.[346]|R64|F50\.0|O99\.21)/,
			source: "Guideline I.B.14",
		});
	if (birth.grams !== null)
		made.push({
			code: birthWeightCode(birth.grams.value),
			at: birth.grams.at,
			beside: /^P07/,
			instead: /^P07\.[01]0/,
			source: "Tabular: P07.0, P07.1",
		});
	if (birth.weeks !== null)
		made.push({
			code: birthWeeksCode(birth.weeks.value),
			at: birth.weeks.at,
			beside: /^P07/,
			instead: /^P07\.[23]0/,
			source: "Tabular: P07.2, P07.3",
		});
	if (burnt !== null)
		made.push(
			{
				code: extentCode("T31", burnt),
				at: burnt.at,
				beside: /^(?:T2[0-5]\.[0-3]|T30\.0)/,
				source: "Guideline I.C.19.d.6",
			},
			{
				code: extentCode("T32", burnt),
				at: burnt.at,
				beside: /^T2[0-5]\.[4-7]/,
				source: "Guideline I.C.19.d.6",
			},
		);
	return made;
}

/**
 * Candidates with the codes that a number in the note gives: the weeks of a pregnancy beside the chapter on pregnancy, an
 * adult's body mass index beside a diagnosis of weight, weight and weeks of a preterm newborn, the burnt share of the body
 * surface beside a burn or a corrosion.
 */
export function withFactCodes(
	set: CodeSet,
	facts: NoteFacts,
	passages: readonly Passage[],
	candidates: readonly Candidate[],
): Candidate[] {
	let list = [...candidates];
	for (const { code, at, beside, instead, source } of factCodes(facts)) {
		const row = set.find(code);
		const passage = passages.findIndex(({ start, end }) => start <= at.start && at.start < end);
		const partner = candidates.find((other) => beside.test(set.code(other.row)));
		if (row < 0 || passage < 0 || partner === undefined || list.some((other) => other.row === row)) continue;
		if (instead === undefined) list.push(toldCandidate(row, at, passage, source));
		else {
			list = list.filter((other) => !instead.test(set.code(other.row)));
			list.push({ ...partner, row, mentions: [...partner.mentions], rule: source });
		}
	}
	return list;
}

/** A body mass index named without its number has no code; one with it is made of the number. */
export function withoutBareIndex(set: CodeSet, candidates: readonly Candidate[]): Candidate[] {
	return candidates.filter(({ named }) => set.code(named) !== "Z68");
}
