import type { TextRange } from "../../text/note-text";
import { type ContextToken, tokeniseContext } from "./tokens";
import { toldWithout } from "./told-without";
import { matchTrigger, type Trigger, type TriggerMatch } from "./trigger-table";
import type { TriggerKind } from "./types";

/** A trigger in a sentence with the stretch of text it governs. */
export interface ScopedTrigger {
	kind: TriggerKind;
	trigger: TextRange;
	scope: TextRange;
}

/** A sentence made ready once, so that each mention in it is cheap to ask about. */
export interface SentenceContext extends TextRange {
	triggers: ScopedTrigger[];
}

const MAX_CLAUSE = 45;
const MAX_BACK = 14;
const MAX_BACK_FAMILY = 30;
/** Words after which a trigger that looks both ways looks back: "PE unlikely given …". */
const BACKWARD_BEFORE = new Set(
	", . ; : ) - & and or but with on by after given at in from for as since because due secondary today now prior who which".split(
		" ",
	),
);

/** Finds all triggers of text[start, end) and their scopes. */
export function prepareSentence(text: string, range: TextRange): SentenceContext {
	const tokens = tokeniseContext(text, range.start, range.end);
	const words = tokens.map((token) => token.word);
	const matches: TriggerMatch[] = [];
	const starts = new Map<number, TriggerMatch>();
	for (let i = 0; i < words.length; ) {
		const match = matchTrigger(words, i);
		if (match === null || opensAnswer(match, words)) {
			i++;
			continue;
		}
		matches.push(match);
		starts.set(i, match);
		i = match.to;
	}
	const triggers: ScopedTrigger[] = [];
	for (const match of matches) {
		for (const found of chosen(match, words)) {
			const trigger = asListItem(found, match, words);
			const scope =
				trigger.direction === "backward"
					? backward(tokens, match, trigger, matches, range)
					: forward(tokens, match, trigger, starts, range);
			const still = trigger.kind === "historical" && lasts(text.slice(scope.start, scope.end));
			triggers.push({
				kind: still ? "known" : trigger.kind,
				trigger: {
					start: (tokens[match.from] as ContextToken).start,
					end: (tokens[match.to - 1] as ContextToken).end,
				},
				scope,
			});
		}
	}
	return { start: range.start, end: range.end, triggers };
}

/** In a list ("COPD, history of pneumonia, osteoporosis") a history ends with its item. */
function asListItem(trigger: Trigger, match: TriggerMatch, words: readonly string[]): Trigger {
	if (trigger.kind !== "historical" || trigger.direction !== "forward" || trigger.scope !== "clause")
		return trigger;
	const before = words[match.from - 1] === "and" ? words[match.from - 2] : words[match.from - 1];
	return before === "," ? { ...trigger, scope: "phrase" } : trigger;
}

const LASTS =
	/\bfor (?:(?:about|almost|over|nearly|approximately|around|the|past|last|at least|more than|some) )*(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|many|few)[ -]?(?:\/ ?(?:7|52|12)\b|(?:hour|day|week|month|year|yr|wk|hr)s?\b)/i;

/** "Hx of deafness for 6 weeks" tells of what is there, and for how long. */
function lasts(scope: string): boolean {
	return LASTS.test(scope);
}

/** ": no" and "- none" answer what stands before them only when nothing follows ("GU - No dysuria" does not). */
function opensAnswer(match: TriggerMatch, words: readonly string[]): boolean {
	if (!/^[:=–-]$/.test(words[match.from] as string)) return false;
	const next = words[match.to];
	return next !== undefined && /^[a-z0-9]/.test(next);
}

/** The triggers of a match that open a scope; of one that may look both ways, the way it looks here. */
function chosen(match: TriggerMatch, words: readonly string[]): Trigger[] {
	const open = match.triggers.filter((trigger) => trigger.direction !== "none" || trigger.kind === "habit");
	if (!open.some((t) => t.direction === "forward") || !open.some((t) => t.direction === "backward"))
		return open;
	const next = words[match.to];
	const atStart = match.from === 0 || /^[,;:(•-]$/.test(words[match.from - 1] as string);
	const both = words[match.from] === "vs" || words[match.from] === "versus";
	if (both) return open;
	const back = next === undefined || (!atStart && BACKWARD_BEFORE.has(next));
	return open.filter((trigger) => (trigger.direction === "backward") === back);
}

function forward(
	tokens: readonly ContextToken[],
	match: TriggerMatch,
	trigger: Trigger,
	starts: ReadonlyMap<number, TriggerMatch>,
	range: TextRange,
): TextRange {
	const start = (tokens[match.to - 1] as ContextToken).end;
	let depth = 0;
	const limit = trigger.scope === "sentence" ? tokens.length : Math.min(tokens.length, match.to + MAX_CLAUSE);
	for (let i = match.to; i < limit; i++) {
		const token = tokens[i] as ContextToken;
		const other = starts.get(i);
		if (other !== undefined && stops(trigger, other, tokens, i, match)) return { start, end: token.start };
		if (token.word === "(") depth++;
		else if (token.word === ")" && --depth < 0) return { start, end: token.start };
		else if (trigger.scope !== "sentence" && breaks(trigger, tokens, i, match))
			return { start, end: token.start };
	}
	return { start, end: limit < tokens.length ? (tokens[limit] as ContextToken).start : range.end };
}

const GOES_ON = new Set(["or", "nor"]);

/** "COPD without exacerbation, diabetes": the comma at `i` ends what is not there, but not in "without aura, nausea or vomiting". */
function endsWithout(tokens: readonly ContextToken[], i: number, match: TriggerMatch): boolean {
	// "Preterm labor without delivery, second trimester".
	if (tokens[i + 2]?.word === "trimester") return true;
	if (tokens[match.from]?.word !== "without" || !toldWithout().has((tokens[i - 1] as ContextToken).word))
		return false;
	const rest = tokens.slice(i + 1, i + 1 + MAX_CLAUSE).map(({ word }) => word);
	return !toldWithout().has(rest[0] ?? "") && !rest.some((word) => GOES_ON.has(word));
}

/** "Consider sepsis", but not "consider a statin for hyperlipidemia". */
const NEXT_ENDS = new Set(
	", for if in with to when given due of on by as since because secondary at from".split(" "),
);
const NEXT_BACK = 3;

/** Does a sign end the scope? */
function breaks(trigger: Trigger, tokens: readonly ContextToken[], i: number, match: TriggerMatch): boolean {
	const { word, start, end } = tokens[i] as ContextToken;
	if (trigger.scope === "next" && NEXT_ENDS.has(word)) return true;
	// "Migraine without aura with status migrainosus".
	if (word === "with" && tokens[match.from]?.word === "without" && match.to === match.from + 1) return true;
	if (word === ",") return trigger.scope === "phrase" || endsWithout(tokens, i, match);
	if (word === ":") return i > match.to;
	const dash = word === "-" || word === "–" || word === "—";
	if (!dash || i === match.to) return false;
	const before = tokens[i - 1] as ContextToken;
	const after = tokens[i + 1];
	return start > before.end && (after === undefined || after.start > end);
}

const ENDED_BY_FINDING = new Set<TriggerKind>(["negated", "uncertain", "consistent", "historical"]);

/** "No pain due to …", "evaluated for admission because of …": what follows the cause is meant. */
const ENDED_BY_CAUSE = new Set<TriggerKind>(["negated", "screening", "hypothetical"]);

/** Does another trigger end the scope of this one? */
function stops(
	trigger: Trigger,
	other: TriggerMatch,
	tokens: readonly ContextToken[],
	i: number,
	match: TriggerMatch,
): boolean {
	const { kind } = trigger;
	const before = (tokens[i - 1] as ContextToken).word;
	for (const { kind: next, direction } of other.triggers) {
		if (trigger.scope === "sentence") {
			if (next === "end" && /^(?:but|otherwise|however|;|\.|•)$/.test((tokens[i] as ContextToken).word))
				return true;
			continue;
		}
		// "a brother who had …": the clause is about the brother.
		const clauseOfKin = kind === "family" && i === match.to && (tokens[i] as ContextToken).word === "who";
		if (next === "end" && !clauseOfKin) return true;
		if (next === "end-negated" && ENDED_BY_CAUSE.has(kind)) return true;
		if (next === "end-historical" && kind === "historical") return true;
		if (next === "affirmed" && ENDED_BY_FINDING.has(kind)) return true;
		if (direction !== "forward" || i === match.to) continue;
		if (next === kind) return true;
		if (next === "negated" && kind !== "hypothetical") return true;
		if (kind === "negated" && before === "," && (next === "historical" || next === "family")) return true;
		if (kind === "negated" && (next === "uncertain" || next === "consistent")) return true;
	}
	return false;
}

/** "nausea, vomiting and fever were denied": a plural takes the list with it, a single item its own part only. */
const PLURAL = /^(?:are|were|have|all|none|both|denied|denies)$/;

function backward(
	tokens: readonly ContextToken[],
	match: TriggerMatch,
	trigger: Trigger,
	matches: readonly TriggerMatch[],
	range: TextRange,
): TextRange {
	const end = (tokens[match.from] as ContextToken).start;
	const stopped = new Set<number>();
	for (const other of matches) {
		if (other.to > match.from) break;
		const same = (t: Trigger) => t.kind === trigger.kind && t.direction === "forward";
		if (other.triggers.some((t) => t.kind === "end" || t.kind === "affirmed" || same(t))) {
			for (let i = other.from; i < other.to; i++) stopped.add(i);
		}
	}
	const reach = trigger.scope === "next" ? NEXT_BACK : trigger.kind === "family" ? MAX_BACK_FAMILY : MAX_BACK;
	const limit = Math.max(0, match.from - reach);
	// "was considered but not confirmed": the contrast is about the same thing.
	const first = tokens[match.from - 1]?.word === "but" ? match.from - 2 : match.from - 1;
	let list = PLURAL.test((tokens[match.from] as ContextToken).word);
	for (let i = first; i >= limit; i--) {
		const token = tokens[i] as ContextToken;
		if (token.word === "and" || token.word === "or" || token.word === "/") list = true;
		const comma = token.word === "," && (trigger.scope === "phrase" || !list) && i < match.from - 1;
		const colon = (token.word === ":" || token.word === "since") && i < match.from - 1;
		if (stopped.has(i) || comma || colon) return { start: token.end, end };
	}
	return { start: limit === 0 ? range.start : (tokens[limit] as ContextToken).start, end };
}
