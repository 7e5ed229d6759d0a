import { TableError, tableRows } from "../../lexicon/tables";
import { tokenClasses, tokeniseContext } from "./tokens";
import type { TriggerKind } from "./types";

export type Direction = "forward" | "backward" | "none";
/** next: only what stands beside it, up to a comma or a preposition. */
export type Scope = "next" | "phrase" | "clause" | "sentence" | "none";

export interface Trigger {
	kind: TriggerKind;
	direction: Direction;
	scope: Scope;
}

/** A word tree of triggers; `triggers` are those that end at this node. */
export interface TriggerNode {
	next: Map<string, TriggerNode>;
	triggers: Trigger[];
}

const KINDS = new Set<string>(
	(
		"negated resolved uncertain consistent historical known hypothetical screening family other affirmed pseudo end " +
		"end-negated end-historical habit own"
	).split(" "),
);
const DIRECTIONS = new Set<string>(["forward", "backward", "none"]);
const SCOPES = new Set<string>(["next", "phrase", "clause", "sentence", "none"]);

let cached: TriggerNode | null = null;

/** The word tree of data/lexicon/triggers.tsv, read once. Throws TableError naming the bad line. */
export function triggerTree(): TriggerNode {
	if (cached !== null) return cached;
	const name = "lexicon/triggers";
	const root = node();
	for (const { line, cells } of tableRows(name, ["trigger", "kind", "direction", "scope"])) {
		if (!KINDS.has(cells.kind)) throw new TableError(name, line, `unknown kind "${cells.kind}"`);
		if (!DIRECTIONS.has(cells.direction))
			throw new TableError(name, line, `unknown direction "${cells.direction}"`);
		if (!SCOPES.has(cells.scope)) throw new TableError(name, line, `unknown scope "${cells.scope}"`);
		let at = root;
		for (const word of triggerWords(cells.trigger)) {
			const next = at.next.get(word) ?? node();
			at.next.set(word, next);
			at = next;
		}
		if (at === root) throw new TableError(name, line, "empty trigger");
		const trigger = {
			kind: cells.kind as TriggerKind,
			direction: cells.direction as Direction,
			scope: cells.scope as Scope,
		};
		if (at.triggers.some((other) => other.kind === trigger.kind && other.direction === trigger.direction)) {
			throw new TableError(name, line, `"${cells.trigger}" is there twice`);
		}
		at.triggers.push(trigger);
	}
	cached = root;
	return root;
}

/** The words of a trigger; classes such as <n> stay whole. */
function triggerWords(trigger: string): string[] {
	return trigger
		.split(/(<[a-z]+>)/)
		.flatMap((part) =>
			part.startsWith("<") ? [part] : tokeniseContext(part, 0, part.length).map((t) => t.word),
		);
}

function node(): TriggerNode {
	return { next: new Map(), triggers: [] };
}

export interface TriggerMatch {
	triggers: readonly Trigger[];
	/** Token positions, half-open. */
	from: number;
	to: number;
}

/** The longest trigger that begins at token `from`, or null. */
export function matchTrigger(words: readonly string[], from: number): TriggerMatch | null {
	return longest(triggerTree(), words, from, from);
}

function longest(at: TriggerNode, words: readonly string[], from: number, i: number): TriggerMatch | null {
	let best: TriggerMatch | null = at.triggers.length > 0 ? { triggers: at.triggers, from, to: i } : null;
	const word = words[i];
	if (word === undefined || at.next.size === 0) return best;
	const literal = at.next.get(word);
	if (literal !== undefined) best = longer(best, longest(literal, words, from, i + 1));
	for (const name of tokenClasses(word)) {
		const next = at.next.get(name);
		if (next !== undefined) best = longer(best, longest(next, words, from, i + 1));
	}
	return best;
}

function longer(a: TriggerMatch | null, b: TriggerMatch | null): TriggerMatch | null {
	return b !== null && (a === null || b.to > a.to) ? b : a;
}
