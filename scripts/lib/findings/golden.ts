import type { Finding, Topic } from "../../../utils/documentation/types";
import type { Engine } from "../../../utils/engine/engine";
import type { NoteKind, Setting } from "../../../utils/notes/types";

interface Expected {
	topic: Topic;
	topics_ok?: string[];
	quote: string;
	quotes_ok?: string[];
	rule_hint: string;
}

interface GoldenNote {
	id: string;
	kind: NoteKind;
	setting: Setting;
	text: string;
	expect: Expected[];
	allowed: { topic: string; about: string }[];
}

/** All places of a passage in a text. */
function placesOf(text: string, words: string): { start: number; end: number }[] {
	const places: { start: number; end: number }[] = [];
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
		places.push({ start: at, end: at + words.length });
	return places;
}

const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
	one.start < other.end && other.start < one.end;

/** A finding answers an expectation when its words or one of its indicators overlap a quote and the topic is one of those. */
export function answers(text: string, finding: Finding, expected: Expected): boolean {
	const topics = new Set<string>([expected.topic, ...(expected.topics_ok ?? [])]);
	if (!topics.has(finding.topic)) return false;
	const quotes = [expected.quote, ...(expected.quotes_ok ?? [])].flatMap((words) => placesOf(text, words));
	return [finding, ...finding.indicators].some((range) => quotes.some((quote) => overlaps(range, quote)));
}

const isAllowed = (note: GoldenNote, finding: Finding) =>
	note.allowed.some(
		({ topic, about }) =>
			(topic === finding.topic || topic === "any") &&
			placesOf(note.text, about).some((place) => overlaps(place, finding)),
	);

/** Figures over all golden notes. */
export interface GoldenScore {
	precision: number;
	recall: number;
	notes: number;
}

/** Precision and recall on the golden notes, overall and per kind of rule; prints every miss when asked. */
export function scoreGolden(engine: Engine, jsonl: string, misses: boolean): GoldenScore {
	const notes = jsonl
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line) as GoldenNote);
	const perHint = new Map<string, { met: number; all: number }>();
	const perRule = new Map<string, { right: number; wrong: number }>();
	let right = 0;
	let wrong = 0;
	let met = 0;
	let all = 0;
	for (const note of notes) {
		const { findings } = engine.analyze({ text: note.text }, { kind: note.kind, setting: note.setting });
		const used = new Set<Finding>();
		for (const expected of note.expect) {
			const answering = findings.filter((finding) => answers(note.text, finding, expected));
			const row = perHint.get(expected.rule_hint) ?? { met: 0, all: 0 };
			row.all++;
			all++;
			if (answering.length > 0) {
				row.met++;
				met++;
			} else if (misses)
				console.log(`missed  ${note.id} ${expected.rule_hint} (${expected.topic}): “${expected.quote}”`);
			perHint.set(expected.rule_hint, row);
			for (const finding of answering) used.add(finding);
		}
		for (const finding of findings) {
			const tally = perRule.get(finding.rule) ?? { right: 0, wrong: 0 };
			if (used.has(finding)) {
				right++;
				tally.right++;
			} else if (!isAllowed(note, finding)) {
				wrong++;
				tally.wrong++;
				if (misses) console.log(`alarm   ${note.id} ${finding.rule} (${finding.topic}): “${finding.quote}”`);
			}
			perRule.set(finding.rule, tally);
		}
	}
	for (const [rule, { right: yes, wrong: no }] of [...perRule].sort())
		console.log(`  rule ${rule}: ${yes} right, ${no} false`);
	for (const [hint, row] of [...perHint].sort())
		if (row.met < row.all) console.log(`  kind ${hint}: ${row.met} of ${row.all} found`);
	const score = {
		precision: right / Math.max(1, right + wrong),
		recall: met / Math.max(1, all),
		notes: notes.length,
	};
	console.log(
		`golden: precision ${score.precision.toFixed(3)} (${right} of ${right + wrong}), recall ${score.recall.toFixed(3)} (${met} of ${all}), ${notes.length} notes`,
	);
	return score;
}
