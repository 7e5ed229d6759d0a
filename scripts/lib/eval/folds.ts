import type { Purpose } from "../../../utils/notes/select/model";
import type { GoldNote } from "./gold";
import { CORE_SETS, hits, VISIT_SETS } from "./gold";
import { type Example, fit } from "./logistic";

/** A candidate code of a note with its features. */
export interface Scored {
	code: string;
	features: ReadonlyMap<string, number>;
}

export interface ReadGold {
	note: GoldNote;
	candidates: Scored[];
}

/** Gold codes of a note at a depth. */
export function goldAt(note: GoldNote, purpose: Purpose): string[] {
	if (purpose === "order") return [...note.core, ...note.uncertain];
	if (purpose === "managed") return note.managed;
	return purpose === "all" ? note.codes : note.core;
}

/** How far a code of the right category counts as right where the reported one was not found at all. */
const STANDS_FOR = 0.3;

/** How much a note counts whose set draws the line of "core" elsewhere: these sets together count as much as the target. */
const OTHER_CORE = 0.3;

function stoodFor(code: string, gold: readonly string[], candidates: readonly Scored[]): boolean {
	return gold.some(
		(g) => g.slice(0, 3) === code.slice(0, 3) && !candidates.some((other) => hits(other.code, g)),
	);
}

function examples(notes: readonly ReadGold[], purpose: Purpose): Example[] {
	const out: Example[] = [];
	for (const { note, candidates } of notes) {
		const gold = goldAt(note, purpose);
		for (const { code, features } of candidates) {
			const label = gold.some((g) => hits(code, g)) ? 1 : 0;
			if (label === 0 && note.acceptable.includes(code)) continue;
			let weight = 1;
			if ((purpose === "core" || purpose === "order") && !CORE_SETS.includes(note.set)) weight = OTHER_CORE;
			// aci codes only what the assessment says; its uncoded history is no evidence against "all".
			if (purpose === "all" && note.set === "aci" && label === 0) weight = 0.3;
			// At depth "managed" the other codes of sets without that list are neither right nor wrong.
			const visit = VISIT_SETS.includes(note.set);
			if (purpose === "managed" && !visit && label === 0 && note.codes.includes(code)) weight = 0;
			if (purpose === "managed" && visit) weight = 2;
			if (label === 0 && weight > 0 && stoodFor(code, gold, candidates)) {
				out.push({ features, label: 1, weight: weight * STANDS_FOR });
				weight *= 1 - STANDS_FOR;
			}
			if (weight > 0) out.push({ features, label, weight });
		}
	}
	return out;
}

/** Weights for a depth from all given notes. */
export function train(notes: readonly ReadGold[], purpose: Purpose, ridge: number): Map<string, number> {
	return fit(examples(notes, purpose), ridge);
}

/** Probability of a candidate under weights. */
export function score(weights: ReadonlyMap<string, number>, features: ReadonlyMap<string, number>): number {
	let sum = 0;
	for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
	return 1 / (1 + Math.exp(-sum));
}

/** Probability of every candidate of every note, each from weights fitted on the other folds. */
export function outOfFold(notes: readonly ReadGold[], purpose: Purpose, ridge: number): number[][] {
	const result: number[][] = notes.map(() => []);
	for (let fold = 0; fold < 5; fold++) {
		const weights = train(
			notes.filter(({ note }) => note.fold !== fold),
			purpose,
			ridge,
		);
		notes.forEach(({ note, candidates }, i) => {
			if (note.fold === fold) result[i] = candidates.map(({ features }) => score(weights, features));
		});
	}
	return result;
}
