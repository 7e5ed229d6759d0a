import { hash53 } from "../hash";
import { hints } from "../hints";
import { namesOf, wordsOf } from "./tokens";

/** Text nodes looked at for labels when no element announces a banner. */
const MOST_NODES = 8_000;
/** A banner is a strip, not a page: longer texts are not one. */
const LONGEST = 600;

const LABEL_SOURCE = `(?:^|[\\s(|,;])(${[...hints["banner-label"]].map((label) => label.replace(/[ ]/g, "\\s+")).join("|")})\\b\\s*[#:.]*\\s*`;
const LABELS = new RegExp(LABEL_SOURCE, "gi");
const ANY_LABEL = new RegExp(LABEL_SOURCE, "i");
/** What follows a label: an identifier, or a date in any common order. */
const VALUE =
	/^(?:\d{1,4}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/., ]+\d{2,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|#?[a-z]{0,4}-?\d[\w-]{2,19})/i;

/**
 * What names the patient on this page, as a hash; null when no banner is seen. Taken from labelled
 * identifiers (MRN, date of birth …) and from elements whose names announce a patient banner. Times and ages
 * are left out, so that a clock in the banner is no new patient. `leaveOut` holds the note regions: a note
 * quotes identifiers, too, and is no banner.
 */
export function bannerHash(document: Document, leaveOut: readonly Element[]): string | null {
	const identity = bannerIdentity(document, leaveOut);
	return identity === "" ? null : hash53(identity);
}

/** The words behind the hash; only for tests, never kept or sent. */
export function bannerIdentity(document: Document, leaveOut: readonly Element[]): string {
	const inNote = (node: Node) => leaveOut.some((region) => region.contains(node));
	const strips = announcedBanners(document).filter((el) => !inNote(el));
	const texts = strips.map((el) => clean(el.textContent ?? "")).filter((text) => text !== "");
	const pairs = texts.flatMap(identifiers);
	if (strips.length === 0) pairs.push(...labelledPairs(document, inNote));
	const names = texts.filter((text) => text.length <= LONGEST).map(withoutMoving);
	return [...new Set([...pairs, ...names])].sort().join("|");
}

function announcedBanners(document: Document): Element[] {
	const found: Element[] = [];
	for (const element of document.querySelectorAll("[id], [class], [data-testid], [aria-label]")) {
		if (found.some((outer) => outer.contains(element))) continue;
		const names = namesOf(element);
		const joined = wordsOf(names).join("-");
		const hit = [...hints.banner].some((hint) => `-${joined}-`.includes(`-${hint}-`));
		if (hit && element.localName !== "body" && element.localName !== "html") found.push(element);
	}
	return found;
}

/** Label and value in neighbouring text nodes ("<b>MRN</b> 123"), anywhere outside of the notes. */
function labelledPairs(document: Document, inNote: (node: Node) => boolean): string[] {
	const scope = document.body as Node | null;
	if (scope === null) return [];
	const walker = document.createTreeWalker(scope, 4);
	const pairs: string[] = [];
	let seen = 0;
	for (let node = walker.nextNode(); node !== null && seen++ < MOST_NODES; node = walker.nextNode()) {
		const data = (node as Text).data;
		if (data.length > LONGEST || !/[a-z]/i.test(data)) continue;
		if (!ANY_LABEL.test(data) || inNote(node)) continue;
		const strip = closestStrip(node);
		if (strip !== "") pairs.push(...identifiers(strip));
	}
	return pairs;
}

/** Text of the nearest ancestor that holds more than the label and is still a strip. */
function closestStrip(node: Node): string {
	let text = clean((node as Text).data);
	let parent = node.parentElement;
	for (let up = 0; parent !== null && up < 3; up++, parent = parent.parentElement) {
		const wider = clean(parent.textContent ?? "");
		if (wider.length > LONGEST) break;
		text = wider;
		if (identifiers(text).length > 0) break;
	}
	return text;
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
