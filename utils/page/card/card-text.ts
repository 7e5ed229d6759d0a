import type { CardText } from "../port";

/** A card is read at a glance. */
const MOST_WORDS = 60;

/** Shortens a card to sixty words: first the quote, then the source; title and question stay whole. */
export function shorten(text: CardText): CardText {
	const fixed = words(text.title).length + words(text.question).length;
	const room = Math.max(0, MOST_WORDS - fixed);
	const quote = cut(text.quote, Math.min(room, 24));
	const source = cut(text.source, Math.max(0, room - words(quote).length));
	const over = fixed - MOST_WORDS;
	const question =
		over > 0 ? cut(text.question, Math.max(1, words(text.question).length - over)) : text.question;
	return { title: text.title, question, quote, source };
}

function words(text: string): string[] {
	return text.match(/\S+/g) ?? [];
}

function cut(text: string, most: number): string {
	const all = words(text);
	if (all.length <= most) return all.join(" ");
	return most === 0 ? "" : `${all.slice(0, most).join(" ")} …`.replace(/ …$/, "…");
}
