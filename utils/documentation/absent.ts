import { TableError, tableRows } from "../lexicon/tables";
import type { EvidenceSpan } from "../notes/types";
import type { NoteWords, Stretch } from "./note-words";

const TABLE = "rules/documentation-absent";
const PLACES = ["inside", "before", "after", "sentence"] as const;
type Place = (typeof PLACES)[number];

/** The patterns of one place, put together; empty roles count everywhere. */
interface Guard {
	place: Place;
	roles: ReadonlySet<string>;
	pattern: RegExp;
}

let guards: Guard[] | null = null;

/** Rows of data/rules/documentation-absent, those of one place and one set of roles in one pattern. Throws TableError. */
function absentGuards(): Guard[] {
	if (guards) return guards;
	const sources = new Map<string, string[]>();
	for (const { cells, line } of tableRows(TABLE, ["id", "place", "roles", "pattern", "why"])) {
		if (!(PLACES as readonly string[]).includes(cells.place))
			throw new TableError(TABLE, line, `${cells.place} is not a place`);
		if (cells.why === "") throw new TableError(TABLE, line, "why is missing");
		try {
			new RegExp(cells.pattern);
		} catch {
			throw new TableError(TABLE, line, `pattern does not compile: ${cells.pattern}`);
		}
		const key = `${cells.place} ${cells.roles}`;
		sources.set(key, [...(sources.get(key) ?? []), cells.pattern]);
	}
	guards = [...sources].map(([key, patterns]) => {
		const [place, roles = ""] = key.split(" ");
		return {
			place: place as Place,
			roles: new Set(roles.split("|").filter(Boolean)),
			pattern: new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|"), "i"),
		};
	});
	return guards;
}

/** Characters looked at before a mention; "sentence" looks at more: a note on one line is one sentence. */
const MOST_BEFORE = 160;
const MOST_AROUND = 400;
const MOST_AFTER = 40;

/** The sentence of a mention, cut to what is looked at. */
export function sentenceOf({ text }: NoteWords, span: EvidenceSpan, stretch: Stretch | undefined): string {
	const from = Math.max(stretch?.start ?? 0, span.start - MOST_AROUND);
	return text.slice(from, Math.min(stretch?.end ?? 0, span.end + MOST_AROUND));
}

/** The sentence up to a mention; its first words stand behind the heading of the section ("Abdomen: obese"). */
function beforeOf({ text, stretches }: NoteWords, span: EvidenceSpan, at: number): string {
	const stretch = stretches[at];
	const before = text.slice(Math.max(stretch?.start ?? 0, span.start - MOST_BEFORE), span.start);
	return stretch && stretches[at - 1]?.heading ? `${stretch.section}: ${before}` : before;
}

/** True for a mention, in the stretch with number `at`, that its wording tells as no condition of the patient's own: data/rules/documentation-absent. */
export function isAbsent(words: NoteWords, span: EvidenceSpan, at: number): boolean {
	const { text } = words;
	const stretch = words.stretches[at];
	const shown: Record<Place, string> = {
		inside: text.slice(span.start, span.end),
		before: beforeOf(words, span, at),
		after: text.slice(span.end, span.end + MOST_AFTER),
		sentence: sentenceOf(words, span, stretch),
	};
	return absentGuards().some(
		({ place, roles, pattern }) =>
			(roles.size === 0 || roles.has(stretch?.role ?? "")) && pattern.test(shown[place]),
	);
}

const HE = "he|his";
const SHE = "she|her";
/** How a sentence on a relative begins, and the words by which the next one goes on about the same person. */
const GOES_ON: readonly { relative: RegExp; next: RegExp }[] = [
	["father|dad|brother|son|uncle|grandfather|husband", HE],
	["mother|mom|sister|daughter|aunt|grandmother|wife", SHE],
	["parents|brothers|sisters|siblings|sons|daughters|children|grandparents", "both|they|all"],
].map(([relatives, pronouns]) => ({
	relative: new RegExp(
		`^\\W*(?:(?:he|she|patient|the patient) (?:also )?(?:has|had) )?(?:(?:his|her|the|a|an|one|two|three|both|older|younger|maternal|paternal|patient's) )*(?:${relatives})\\b`,
		"i",
	),
	next: new RegExp(`^\\W*(?:${pronouns})\\b`, "i"),
}));

/** True for a sentence that goes on about the relative of the sentence before it ("He also had diabetes"). */
export function isAnothers({ text, stretches }: NoteWords, at: number): boolean {
	const [stretch, before] = [stretches[at], stretches[at - 1]];
	if (!stretch || !before || before.heading) return false;
	const sentence = text.slice(stretch.start, Math.min(stretch.end, stretch.start + 40));
	const previous = text.slice(before.start, Math.min(before.end, before.start + 80));
	return GOES_ON.some(({ relative, next }) => next.test(sentence) && relative.test(previous));
}
