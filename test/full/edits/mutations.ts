import type { CodeNote, CodeSet } from "../../../utils/codesets/types";
import type { EditFinding } from "../../../utils/edits/types";

/** A list with one fault put into it, and the finding that has to come of it. */
export interface Mutant {
	codes: string[];
	rule: string;
	/** Codes the finding names. */
	about: string[];
	ageYears?: number;
}

/** Numbers from 0 to 1, the same in every run. */
export function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return state / 0x7fffffff;
	};
}

export type Random = () => number;
export const pick = <T>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)] as T;

const billable = (set: CodeSet, code: string) => {
	const row = set.find(code);
	return row >= 0 && set.billable(row);
};

/** The one code that a note's text ends on, read in the simplest way: "viral pneumonia (J12.9)". */
function soleCode(note: CodeNote): string | null {
	const refs = note.text.match(/[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?/g) ?? [];
	return refs.length === 1 && note.text.trimEnd().endsWith(`(${refs[0]})`) ? (refs[0] as string) : null;
}

/** Pairs [code, named code] of all notes of a kind whose one reference is a reportable code. */
export function notePairs(set: CodeSet, kind: CodeNote["kind"]): [string, string][] {
	const pairs: [string, string][] = [];
	for (let row = 0; row < set.size; row++) {
		if (!set.billable(row)) continue;
		for (const note of set.notes(row)) {
			if (note.kind !== kind) continue;
			const named = soleCode(note);
			if (named && billable(set, named) && named.slice(0, 3) !== set.code(row).slice(0, 3))
				pairs.push([set.code(row), named]);
		}
	}
	return pairs;
}

/** Reportable codes whose last character is defined by their family. */
export function withSeventh(set: CodeSet): string[] {
	const codes: string[] = [];
	for (let row = 0; row < set.size; row++) {
		const code = set.code(row);
		if (set.billable(row) && /^[ST]\d.*[A]$/.test(code) && code.length === 8) codes.push(code);
	}
	return codes;
}

/** Families [right, left, bilateral, unspecified] whose titles differ in the side word alone. */
export function sidedFamilies(set: CodeSet): { right: string; left: string; both?: string; open?: string }[] {
	const families: { right: string; left: string; both?: string; open?: string }[] = [];
	for (let row = 0; row < set.size; row++) {
		const title = set.title(row);
		if (!set.billable(row) || !/\bright\b/.test(title)) continue;
		const siblings = set.children(set.parent(row)).filter((at) => set.billable(at));
		const titled = (text: string) => {
			const at = text === title ? undefined : siblings.find((sibling) => set.title(sibling) === text);
			return at === undefined ? undefined : set.code(at);
		};
		const left = titled(title.replace("right", "left"));
		if (left === undefined) continue;
		const both =
			titled(title.replace("right", "bilateral")) ??
			titled(title.replace(/right \w+$/, "bilateral")) ??
			titled(title.replace(/right (.*)$/, "$1, bilateral"));
		const open = titled(title.replace("right", "unspecified"));
		families.push({ right: set.code(row), left, ...(both ? { both } : {}), ...(open ? { open } : {}) });
	}
	return families;
}

/** True when a finding of the rule is about these codes. */
export const tells = (findings: readonly EditFinding[], { rule, about }: Mutant): boolean =>
	findings.some((finding) => finding.rule === rule && about.every((code) => finding.codes.includes(code)));
