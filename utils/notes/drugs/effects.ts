import type { Candidate } from "../candidates";
import { toldCandidate } from "../choose/told-candidate";
import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { ToldSentence } from "../told-sentences";
import { type DrugEffect, type Drugs, drugCode } from "./table";

/** How far a condition may stand from the words that link it to its drug, in characters; from a bare "from", which says less. */
const REACH = 45;
const NEAR = 16;

interface Cause {
	/** Where the link begins and where it ends. */
	start: number;
	end: number;
	drug: string;
	at: { start: number; end: number };
	/** The condition follows: "steroid-induced hyperglycemia". */
	leads: boolean;
	/** No more than "from" links the two. */
	bare: boolean;
}

/** Words between a cause and its drug ("from the years of haloperidol"), at most; and those that part the two. */
const BETWEEN = 4;
const PARTS = new Set(["and", "or", "to", "other", "than"]);
const WORD = /\s+([\w'-]+)/y;

/** Where the drug of a cause stands that ends at `from`, and its name; null when no drug follows. */
function drugBehind(words: string, from: number, { at }: Drugs): { at: number; drug: string } | null {
	WORD.lastIndex = from;
	for (let n = 0; n <= BETWEEN; n++) {
		const next = WORD.exec(words);
		if (next === null) return null;
		const word = next[1] as string;
		const start = WORD.lastIndex - word.length;
		const drug = at(words, start);
		if (drug !== null) return { at: start, drug };
		if (PARTS.has(word)) return null;
	}
	return null;
}

function causesIn({ words, start }: ToldSentence, drugs: Drugs): Cause[] {
	const { patterns, hints } = drugs;
	const found: Cause[] = [];
	const add = (from: number, end: number, named: number, drug: string, leads: boolean): void => {
		found.push({
			start: start + from,
			end: start + end,
			drug,
			at: { start: start + named, end: start + named + drug.length },
			leads,
			bare: words.startsWith("from", from),
		});
	};
	for (const { 0: cause, index } of words.matchAll(patterns.cause)) {
		const named = drugBehind(words, index + cause.length, drugs);
		if (named !== null) add(index, named.at + named.drug.length, named.at, named.drug, false);
	}
	if (hints.before.test(words))
		for (const { 0: whole, 1: drug, index } of words.matchAll(patterns.before))
			add(index, index + whole.length, index, drug as string, true);
	return found.filter((cause) => {
		const before = words.slice(Math.max(0, cause.start - start - REACH), cause.start - start);
		const after = words.slice(cause.end - start, cause.end - start + 12);
		return (
			!patterns.open.test(before) &&
			!/^[\w\s]*\?/.test(after) &&
			!/^\s+(?:withdrawal|allergy|deficiency)/.test(after)
		);
	});
}

const affirmed = ({ status }: Mention): boolean => status === "affirmed";

/** The candidate whose mention stands nearest to a cause in its sentence, or before it where the cause opens one of its own. */
function effectOf(
	sentence: ToldSentence,
	cause: Cause,
	candidates: readonly Candidate[],
	rowOf: (candidate: Candidate) => DrugEffect | null,
): Candidate | null {
	let best: Candidate | null = null;
	let nearest = cause.bare ? NEAR : REACH;
	const opens =
		sentence.words
			.slice(0, cause.start - sentence.start)
			.trim()
			.split(/\s+/)
			.filter(Boolean).length <= 2;
	for (const candidate of candidates) {
		if (rowOf(candidate) === null) continue;
		for (const mention of candidate.mentions.filter(affirmed)) {
			const own = mention.start >= sentence.start && mention.start < sentence.end;
			const above =
				sentence.before !== null &&
				opens &&
				mention.start >= sentence.before.start &&
				mention.end <= sentence.before.end + 1 + sentence.words.length;
			if (!own && !above) continue;
			const follows = mention.start >= cause.end;
			if (follows && !cause.leads) continue;
			const away = follows
				? mention.start - cause.end
				: own
					? Math.max(0, cause.start - mention.end)
					: NEAR - 1;
			if (away < nearest) {
				nearest = away;
				best = candidate;
			}
		}
	}
	return best;
}

/**
 * Candidates with what drugs have caused (guideline I.C.19.e.5.a): the condition by data/rules/drug-effects.tsv, and the
 * drug with its adverse effect. A cause that the note leaves open counts for nothing.
 */
export function withDrugEffects(
	reader: NoteReader,
	sentences: readonly ToldSentence[],
	candidates: readonly Candidate[],
): Candidate[] {
	let list = [...candidates];
	const { set, drugs } = reader;
	const put = (row: number, from: Candidate, rule: string): void => {
		const there = list.find((candidate) => candidate.row === row);
		if (there === undefined)
			list.push({ ...from, row, mentions: [...from.mentions], by: [], sideMissing: false, rule });
		else if (there !== from) there.mentions = [...new Set([...there.mentions, ...from.mentions])];
	};
	for (const sentence of sentences)
		for (const cause of causesIn(sentence, drugs)) {
			const stem = drugs.codeOf(cause.drug);
			const row = stem === null ? -1 : set.find(drugCode(stem, "adverse"));
			if (stem === null || row < 0) continue;
			const effectFor = (candidate: Candidate): DrugEffect | null =>
				drugs.effects.find(
					({ when, drugs: of }) =>
						when.some((start) => set.code(candidate.row).startsWith(start)) &&
						(of.length === 0 || of.some((start) => stem.startsWith(start))),
				) ?? null;
			const candidate = effectOf(sentence, cause, list, effectFor);
			if (candidate === null) continue;
			const effect = effectFor(candidate) as DrugEffect;
			const code = set.code(candidate.row);
			const start = effect.when.find((prefix) => code.startsWith(prefix)) ?? "";
			const given =
				effect.gives === null ? -1 : set.find(effect.gives.replace("$", code.slice(start.length)));
			if (given >= 0 && given !== candidate.row) {
				list = list.filter((other) => other !== candidate);
				put(given, candidate, effect.source);
			}
			const added = effect.adds === null ? -1 : set.find(effect.adds);
			if (added >= 0) put(added, candidate, effect.source);
			if (!list.some((other) => other.row === row))
				list.push({ ...toldCandidate(row, cause.at, sentence.passage, effect.source) });
		}
	return list;
}
