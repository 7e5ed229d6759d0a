import type { Candidate } from "../candidates";
import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { Term } from "../terms/terms";

/** Places of a mention's own words in its sentence. */
function placesOf({ sentence, from, to, keys }: Mention): number[] {
	const places: number[] = [];
	for (let i = from; i <= to; i++) if (keys.has((sentence.terms[i] as Term).key)) places.push(i);
	return places;
}

/** `part` is said with words that the title `keys` has: words of `whole` itself, or that chose its code (`by`). */
function saidBy(part: Mention, whole: Mention, keys: readonly string[], by: readonly string[]): boolean {
	if (part.sentence !== whole.sentence || whole.status !== part.status) return false;
	const own = placesOf(whole);
	const places = placesOf(part);
	return (
		places.length > 0 &&
		places.every((place) => {
			const { key } = part.sentence.terms[place] as Term;
			return keys.includes(key) && (own.includes(place) || (by.includes(key) && !whole.keys.has(key)));
		})
	);
}

/**
 * Without the candidates that another code of the same words names already: "ulcerative colitis with intestinal
 * obstruction" is one code, and the obstruction no second one (guideline I.B.9). What the other code asks to be coded
 * beside itself stays.
 */
export function withoutAbsorbed(reader: NoteReader, candidates: readonly Candidate[]): Candidate[] {
	const { set, titles } = reader;
	const dropped = new Set<Candidate>();
	const names = (whole: Candidate, part: Candidate): boolean => {
		const { keys, optional } = titles.of(whole.row);
		const all = [...keys, ...optional];
		const side = titles.of(part.row).side;
		return (
			(side === null || side === "unspecified" || side === titles.of(whole.row).side) &&
			!reader.partners(whole.row).some((prefix) => set.code(part.row).startsWith(prefix)) &&
			part.mentions.every(
				(mention) =>
					mention.source !== "cue" &&
					keys.some((key) => !mention.keys.has(key)) &&
					whole.mentions.some((other) => saidBy(mention, other, all, whole.by)),
			)
		);
	};
	for (const part of candidates) {
		const wholes = candidates.filter((whole) => whole.row !== part.row && !dropped.has(whole));
		if (wholes.some((whole) => names(whole, part))) dropped.add(part);
	}
	return candidates.filter((candidate) => !dropped.has(candidate));
}
