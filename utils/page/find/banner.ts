import { hash53 } from "../hash";
import { hints } from "../hints";

/** Text nodes looked at for labels when no element announces a banner. */
const MOST_NODES = 8_000;
/** Text nodes between two chances to stop. */
const STRIDE = 300;
/** A banner is a strip, not a page: longer texts are not one. */
const LONGEST = 600;

const LABEL_SOURCE = `(?:^|[\\s(|,;])(${[...hints["banner-label"]].map((label) => label.replace(/[ ]/g, "\\s+")).join("|")})\\b\\s*[#:.]*\\s*`;
const LABELS = new RegExp(LABEL_SOURCE, "gi");
const ANY_LABEL = new RegExp(LABEL_SOURCE, "i");
const BIRTH = /^(?:dob|date of birth|birth ?date|born)=/;
/** What follows a label: an identifier, or a date in any common order. */
const VALUE =
	/^(?:\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/., ]+\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|#?[a-z]{0,4}-?\d[\w-]{2,19})/i;

/**
 * What names the patient, as a hash; null when no banner is seen. Taken from labelled identifiers (MRN, date of
 * birth …) in these elements, and from the text of those that are strips. Times and ages are left out, so that
 * a clock in the banner is no new patient. Only the hash ever leaves the frame.
 */
export function bannerHash(strips: readonly Element[]): string | null {
	const identity = bannerIdentity(strips);
	return identity === "" ? null : hash53(identity);
}

/**
 * The words behind the hash; only for tests, never kept or sent. A record number says it all: what else stands
 * in the banner (allergies, alerts) may come up late and is no new patient. Without one, all its text counts.
 */
export function bannerIdentity(strips: readonly Element[]): string {
	const texts = strips
		.map((el) => clean((el.textContent ?? "").slice(0, LONGEST * 4)))
		.filter((text) => text !== "");
	const pairs = texts.flatMap(identifiers);
	const numbered = pairs.some((pair) => !BIRTH.test(pair));
	const names = numbered ? [] : texts.filter((text) => text.length <= LONGEST).map(withoutMoving);
	return [...new Set([...pairs, ...names])].sort().join("|");
}

/**
 * Finds the elements that name the patient: those that announce it by name (`announced`), or else the nearest
 * elements around labels like "MRN". `leaveOut` holds the note regions: a note quotes identifiers, too, and is
 * no banner. A generator, to be run in slices.
 */
export function* findBanner(
	document: Document,
	announced: readonly Element[],
	leaveOut: readonly Element[],
): Generator<void, Element[]> {
	const inNote = (node: Node) => leaveOut.some((region) => region.contains(node));
	const strips = announced.filter((el) => !inNote(el) && (el.textContent ?? "").trim() !== "");
	if (strips.length > 0 || document.body === null) return strips;
	const walker = document.createTreeWalker(document.body, 4);
	const found = new Set<Element>();
	let seen = 0;
	for (let node = walker.nextNode(); node !== null && seen++ < MOST_NODES; node = walker.nextNode()) {
		if (seen % STRIDE === 0) yield;
		const data = (node as Text).data;
		if (data.length > LONGEST || !ANY_LABEL.test(data) || inNote(node)) continue;
		const strip = closestStrip(node);
		if (strip !== null) found.add(strip);
	}
	return [...found].filter((el) => ![...found].some((outer) => outer !== el && outer.contains(el)));
}

/** The nearest ancestor that holds a label with its value ("<b>MRN</b> 123") and is still a strip. */
function closestStrip(node: Node): Element | null {
	let parent = node.parentElement;
	for (let up = 0; parent !== null && up < 4; up++, parent = parent.parentElement) {
		const text = clean(parent.textContent ?? "");
		if (text.length > LONGEST) return null;
		if (identifiers(text).length > 0) return parent;
	}
	return null;
}

function identifiers(text: string): string[] {
	const pairs: string[] = [];
	for (const match of text.matchAll(LABELS)) {
		const value = VALUE.exec(text.slice(match.index + match[0].length));
		if (value !== null)
			pairs.push(`${(match[1] ?? "").toLowerCase().replace(/\s+/g, " ")}=${value[0].toLowerCase()}`);
	}
	return pairs;
}

function clean(text: string): string {
	return text.replace(/\s+/g, " ").trim();
}

/** Leaves out what changes while the patient stays: times, ages, counters. */
function withoutMoving(text: string): string {
	return text
		.toLowerCase()
		.replace(/\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?/g, "")
		.replace(/\b\d+\s*(?:s|sec|seconds?|min|minutes?|h|hours?)\s+ago\b/g, "")
		.replace(/\(\d+\)/g, "")
		.replace(/\s+/g, " ")
		.trim();
}
