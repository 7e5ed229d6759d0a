import type { Term } from "../terms/terms";
import type { PairedParts } from "./body-parts";
import { type Describes, describingEnd } from "./describing";
import { nearestSide, type Side } from "./side";

/** How near to a mention each key of the note stands: what the mention's words may be read together with. */
export interface Surroundings {
	/** Parts of a whole that are among `said` count for themselves only. 1 in the phrase, less in the sentence, the paragraph or problem item, the note; 0 when absent. */
	support(key: string, said?: readonly string[]): number;
	/** True when one of `matched` is the nearest part of it ("index finger" of the finger, not of the hand). */
	partOf(key: string, matched: ReadonlySet<string>): boolean;
	/** True when the sentence denies it ("without loss of consciousness"). */
	denies(key: string): boolean;
	/** Side named for the mention, with how sure that is (0 to 1). */
	side: Side;
	sideSupport: number;
	/** The words before it, or its own, say "acute on chronic". */
	acuteOnChronic: boolean;
}

const IN_PHRASE = 1;
const IN_SENTENCE = 0.7;
const IN_BLOCK = 0.4;

/** A whole with more parts than these says too little of each. */
const FEW_PARTS = 4;

/** Words that say something of the very next word only. */
const TIGHT = new Set("acut chronic subacut recurrent persistent complet incomplete".split(" "));

const ON = new Set(["on", "and"]);
const ACUTE_REACH = 4;

/** "Acute on chronic" opens the mention from `from` to `to`, or stands in it. */
function acuteOnChronic(sentence: readonly Term[], from: number, to: number): boolean {
	for (let i = Math.max(0, from - ACUTE_REACH); i + 2 <= to; i++) {
		const [acute, on, chronic, next] = sentence.slice(i, i + 4) as [Term, Term, Term, Term?];
		if (acute.key !== "acut" || !ON.has(on.word) || chronic.key !== "chronic" || acute.denied === true)
			continue;
		if (sentence.slice(i + 1, from + 1).every(({ gap }) => gap === 0) && next !== undefined) return true;
	}
	return false;
}

/**
 * Surroundings of a mention. `sentence` are the terms of its sentence, `from` and `to` the first and last term
 * of the mention in it; `block` holds the keys of the problem item or
 * paragraph, `facts` what holds for the whole note ("trimester2").
 */
export function surroundings(
	sentence: readonly Term[],
	from: number,
	to: number,
	block: ReadonlySet<string>,
	sides: { block: Side; note: Side },
	facts: ReadonlySet<string>,
	parts: ReadonlyMap<string, readonly string[]>,
	pairs: PairedParts,
	describes: Describes,
): Surroundings {
	// "Heart failure, acute on chronic": what only describes the mention up to the next pause.
	const described = describingEnd(sentence, to + 1, describes);
	const near = new Map<string, number>();
	const denied = new Set<string>();
	// "Migraine without aura" as a name: its aura is denied in the name itself.
	const holdsDenial = sentence.slice(from, to + 1).some((term) => term.denies === true);
	const hear = (i: number, away: number, apart: number): void => {
		const term = sentence[i] as Term;
		if (term.spread === true && away > 0) return;
		if (term.denied === true && (away > 0 || holdsDenial)) {
			denied.add(term.key);
			return;
		}
		if (TIGHT.has(term.key) && away > 0 && (i > to ? i >= described : away > 2 || apart > 0)) return;
		const value = away <= 5 && apart < 3 ? IN_PHRASE : IN_SENTENCE;
		for (const key of term.also === undefined ? [term.key] : [term.key, ...term.also])
			if (value > (near.get(key) ?? 0)) near.set(key, value);
	};
	for (let i = from; i <= to; i++) hear(i, 0, 0);
	for (let i = from - 1, apart = 0; i >= 0; i--) {
		apart = Math.max(apart, (sentence[i + 1] as Term).gap);
		hear(i, from - i, apart);
	}
	for (let i = to + 1, apart = 0; i < sentence.length; i++) {
		apart = Math.max(apart, (sentence[i] as Term).gap);
		hear(i, i - to, apart);
	}
	const { side, support: sideSupport } = nearestSide(sentence, from, to, pairs);
	const own = (key: string): number => {
		const known = near.get(key);
		if (known !== undefined) return known;
		if (facts.has(key)) return IN_SENTENCE;
		return block.has(key) && !TIGHT.has(key) ? IN_BLOCK : 0;
	};
	const support = (key: string, said: readonly string[] = []): number => {
		let best = own(key);
		const inside = parts.get(key) ?? [];
		// The smaller whole is nearer: an index finger says more for the finger than for the hand.
		const share = 0.96 - Math.min(inside.length, 40) / 1000;
		for (const part of inside) if (!said.includes(part)) best = Math.max(best, own(part) * share);
		return best;
	};
	return {
		support: dominance(support, side ?? sides.block ?? sides.note),
		partOf: (key, matched) => {
			const own = parts.get(key) ?? [];
			return own.length <= FEW_PARTS && own.some((part) => matched.has(part));
		},
		denies: (key) => denied.has(key),
		side: side ?? sides.block ?? sides.note,
		sideSupport: side !== null ? sideSupport : sides.block !== null ? 0.8 : sides.note !== null ? 0.6 : 0,
		acuteOnChronic: acuteOnChronic(sentence, from, to),
	};
}

/** Guideline I.C.6.a: unless said otherwise, the right side is dominant and the left is not. */
function dominance(support: Surroundings["support"], side: Side): Surroundings["support"] {
	return (key, said) => {
		if (key !== "dominant" && key !== "nondominant") return support(key, said);
		const told = [support("dominant"), support("nondominant")] as const;
		if (told[0] !== told[1]) return key === "dominant" ? told[0] : told[1];
		if (side === null || side === "bilateral") return 0;
		return (key === "dominant") === (side === "right") ? 0.9 : 0;
	};
}
