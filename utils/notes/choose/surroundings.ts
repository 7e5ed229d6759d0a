import type { Term } from "../terms/terms";
import type { PairedParts } from "./body-parts";

/** How near to a mention each key of the note stands: what the mention's words may be read together with. */
export interface Surroundings {
	/** 1 in the phrase, less in the sentence, the paragraph or problem item, the note; 0 when absent. */
	support(key: string): number;
	/** True when the sentence denies it ("without loss of consciousness"). */
	denies(key: string): boolean;
	/** Side named for the mention, with how sure that is (0 to 1). */
	side: "left" | "right" | "bilateral" | null;
	sideSupport: number;
}

const IN_PHRASE = 1;
const IN_SENTENCE = 0.7;
const IN_BLOCK = 0.4;

/** Words that say something of the very next word only. */
const TIGHT = new Set("acut chronic subacut recurrent persistent complet incomplete".split(" "));

/** True for "heart failure, acute on chronic": only such words stand between the mention and the next pause. */
function closes(sentence: readonly Term[], to: number, at: number): boolean {
	for (let i = to + 1; i < sentence.length; i++) {
		const { key, word, gap } = sentence[i] as Term;
		if (gap === 3 || (gap > 0 && i > to + 1)) return i > at;
		if (!TIGHT.has(key) && word !== "on" && word !== "and") return false;
	}
	return true;
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
	sides: { block: Surroundings["side"]; note: Surroundings["side"] },
	facts: ReadonlySet<string>,
	parts: ReadonlyMap<string, readonly string[]>,
	pairs: PairedParts,
): Surroundings {
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
		if (TIGHT.has(term.key) && away > 0 && (i > to ? !closes(sentence, to, i) : away > 2 || apart > 0))
			return;
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
	const support = (key: string): number => {
		let best = own(key);
		const inside = parts.get(key) ?? [];
		// The smaller whole is nearer: an index finger says more for the finger than for the hand.
		const share = 0.96 - Math.min(inside.length, 40) / 1000;
		for (const part of inside) best = Math.max(best, own(part) * share);
		return best;
	};
	return {
		support: dominance(support, side ?? sides.block ?? sides.note),
		denies: (key) => denied.has(key),
		side: side ?? sides.block ?? sides.note,
		sideSupport: side !== null ? sideSupport : sides.block !== null ? 0.8 : sides.note !== null ? 0.6 : 0,
	};
}

/** Guideline I.C.6.a: unless said otherwise, the right side is dominant and the left is not. */
function dominance(support: (key: string) => number, side: Surroundings["side"]): Surroundings["support"] {
	return (key) => {
		if (key !== "dominant" && key !== "nondominant") return support(key);
		if (side === null || side === "bilateral") return 0;
		return (key === "dominant") === (side === "right") ? 0.9 : 0;
	};
}

const SIDES: Readonly<Record<string, "left" | "right" | "bilateral">> = {
	left: "left",
	right: "right",
	bilateral: "bilateral",
	both: "bilateral",
	od: "right",
	os: "left",
	ou: "bilateral",
};

/** Side a single term names, or null. */
export function sideOfTerm(term: Term): "left" | "right" | "bilateral" | null {
	const own = SIDES[term.key] ?? SIDES[term.word];
	if (own !== undefined) return own;
	for (const key of term.also ?? []) if (SIDES[key] !== undefined) return SIDES[key];
	return null;
}

/** "bilateral" when the mention names both of a pair without a word for the side. */
function bothOfPair(
	sentence: readonly Term[],
	from: number,
	to: number,
	{ one, both }: PairedParts,
): Surroundings["side"] {
	const word = (i: number): string => sentence[i]?.word ?? "";
	for (let i = from; i <= to; i++) if (both.has(word(i))) return "bilateral";
	for (let i = from; i <= to + 2; i++) if (word(i) === "each" && one.has(word(i + 1))) return "bilateral";
	return null;
}

function nearestSide(
	sentence: readonly Term[],
	from: number,
	to: number,
	pairs: PairedParts,
): { side: Surroundings["side"]; support: number } {
	let best = Number.POSITIVE_INFINITY;
	let side: Surroundings["side"] = null;
	const inside = sentence.slice(from, to + 1).some((term) => term.spread === true);
	for (let i = 0; i < sentence.length; i++) {
		const term = sentence[i] as Term;
		const named = sideOfTerm(term);
		if (named === null || (term.spread === true && !inside)) continue;
		let away = i < from ? from - i : i > to ? (i - to) * 1.2 : 0;
		const lo = Math.min(i, to) + 1;
		for (let g = lo; g <= Math.max(i, from); g++)
			if (g > to || g <= from) away += [0, 0.5, 0.5, 3][sentence[g]?.gap ?? 0] ?? 0;
		if (away < best) {
			best = away;
			side = named;
		} else if (
			away - best < 3 &&
			side !== null &&
			side !== named &&
			named !== "bilateral" &&
			side !== "bilateral" &&
			best <= 3
		) {
			const between = sentence[Math.min(i, sentence.length - 1) - 1];
			if (between?.word === "and") side = "bilateral";
		}
	}
	if (best > 14) {
		const both = bothOfPair(sentence, from, to, pairs);
		return { side: both, support: both === null ? 0 : 0.8 };
	}
	return { side, support: best <= 6 ? 1 : 0.8 };
}
