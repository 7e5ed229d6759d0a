import { abbreviationSenses, isDefault } from "./abbreviations";
import { lexiconPhrases } from "./phrases";

/** What the check asks of a code set: the title of a dotted code, undefined when there is no such code. */
export type TitleOf = (code: string) => string | undefined;

const CODE = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/;

/**
 * Looks the lexicon over and returns every fault as "table:line: cause": a code that is none (by form, and by
 * the set when one is given), a phrase that is there twice, a phrase with two concepts and no hint to tell them
 * apart, an abbreviation with two senses that both need nothing, or that contradicts a phrase.
 */
export function lexiconFaults(titleOf?: TitleOf): string[] {
	const faults: string[] = [];
	const seen = new Map<string, { written: string; concept: string; hinted: boolean; source: string }>();
	for (const { phrase, concept, hints, source } of lexiconPhrases()) {
		checkCode(concept, source, titleOf, faults);
		if (/\s{2,}|^\s|\s$|[.;,]$/.test(phrase)) faults.push(`${source}: "${phrase}" has stray blanks or signs`);
		const title = titleOf?.(concept);
		if (title !== undefined) checkOpposites(phrase, title, concept, source, faults);
		const key = phrase.toLowerCase();
		const other = seen.get(key);
		if (other === undefined) seen.set(key, { written: phrase, concept, hinted: hints !== null, source });
		else if (other.concept === concept) faults.push(`${source}: "${phrase}" is already at ${other.source}`);
		else if (hints === null || !other.hinted) {
			faults.push(
				`${source}: "${phrase}" means ${concept} and ${other.concept} (${other.source}) without a hint to tell`,
			);
		}
	}
	checkSides(seen, faults);
	for (const senses of abbreviationSenses().values()) {
		const expansions = new Set<string>();
		for (const { abbreviation, expansion, concept, source } of senses) {
			if (concept !== "") checkCode(concept, source, titleOf, faults);
			if (expansions.has(expansion)) faults.push(`${source}: "${abbreviation}" has this sense twice`);
			expansions.add(expansion);
		}
		const free = senses.filter(isDefault);
		if (free.length > 1) {
			const [first, second] = free as [(typeof free)[0], (typeof free)[0]];
			faults.push(`${second.source}: "${second.abbreviation}" has two defaults (the other: ${first.source})`);
		}
		const abbreviation = senses[0];
		const phrase = abbreviation === undefined ? undefined : seen.get(abbreviation.abbreviation.toLowerCase());
		if (abbreviation !== undefined && phrase !== undefined) {
			const caseTells =
				senses.every((sense) => sense.hints?.exactCase) && phrase.written !== abbreviation.abbreviation;
			if (!caseTells && !senses.some((sense) => sense.concept === phrase.concept)) {
				faults.push(
					`${phrase.source}: "${abbreviation.abbreviation}" means ${phrase.concept} here, no sense at ${abbreviation.source} does`,
				);
			}
		}
	}
	return faults;
}

/** Pairs of words of which a phrase must not say one and the title the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
	["right", "left"],
	["acute", "chronic"],
	["upper", "lower"],
	["benign", "malignant"],
	["mild", "severe"],
	["systolic", "diastolic"],
	["medial", "lateral"],
];

function checkOpposites(
	phrase: string,
	title: string,
	concept: string,
	source: string,
	faults: string[],
): void {
	const said = ` ${phrase.toLowerCase().replace(/[^a-z]+/g, " ")} `.replace(/ without \w+/g, "");
	const named = ` ${title.toLowerCase().replace(/[^a-z]+/g, " ")} `;
	for (const [a, b] of OPPOSITES) {
		for (const [one, other] of [
			[a, b],
			[b, a],
		] as const) {
			const clash = says(said, one) && !says(said, other) && says(named, other) && !says(named, one);
			if (clash) faults.push(`${source}: "${phrase}" says ${one}, ${concept} "${title}" says ${other}`);
		}
	}
}

function says(text: string, word: string): boolean {
	return text.includes(` ${word} `);
}

/** "right knee pain" must lie in the category of "knee pain". */
function checkSides(seen: ReadonlyMap<string, { concept: string; source: string }>, faults: string[]): void {
	for (const [phrase, { concept, source }] of seen) {
		const plain = phrase.replace(/^(?:right|left|bilateral)[ -]/, "");
		const base = plain === phrase ? undefined : seen.get(plain);
		if (base !== undefined && base.concept.slice(0, 3) !== concept.slice(0, 3)) {
			faults.push(`${source}: "${phrase}" is ${concept}, "${plain}" ${base.concept} (${base.source})`);
		}
	}
}

function checkCode(code: string, source: string, titleOf: TitleOf | undefined, faults: string[]): void {
	if (!CODE.test(code)) faults.push(`${source}: "${code}" is no code`);
	else if (titleOf !== undefined && titleOf(code) === undefined)
		faults.push(`${source}: ${code} is not in the code set`);
}
