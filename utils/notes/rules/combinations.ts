import { TableError, tableRows } from "../../lexicon/tables";
import type { Candidate } from "../candidates";
import type { Mention } from "../mentions";
import type { NoteReader } from "../reader";
import type { SpanStatus } from "../types";

/** A pair that the classification reads as one code. */
export interface Combination {
	when: string[];
	/** All parts must be there; each part is one of several prefixes or key sets. */
	with: { prefixes: string[]; words: string[][] }[];
	scope: "note" | "passage" | "sentence";
	gives: string;
	drops: "when" | "with" | "both" | "none";
	/** Not when a code with one of these prefixes is there already, or the note has one of these words. */
	unless: { prefixes: string[]; words: string[] };
	source: string;
}

/** Reads data/rules/combinations.tsv; throws TableError naming the line of a bad row. */
export function combinations(): Combination[] {
	const name = "rules/combinations";
	return tableRows(name, ["when", "with", "scope", "gives", "drops", "source", "unless"]).map(
		({ cells, line }) => {
			const scope = cells.scope as Combination["scope"];
			const drops = cells.drops as Combination["drops"];
			if (!["note", "passage", "sentence"].includes(scope))
				throw new TableError(name, line, `unknown scope "${scope}"`);
			if (!["when", "with", "both", "none"].includes(drops))
				throw new TableError(name, line, `unknown drops "${drops}"`);
			const parts = cells.with.startsWith("word:")
				? [
						{
							prefixes: [],
							words: cells.with
								.slice(5)
								.split("|")
								.map((words) => words.split("+")),
						},
					]
				: cells.with.split("+").map((part) => ({ prefixes: part.split("|"), words: [] }));
			return {
				when: cells.when.split("|"),
				with: parts,
				scope,
				gives: cells.gives,
				drops,
				unless: unlessOf(cells.unless),
				source: cells.source,
			};
		},
	);
}

function unlessOf(cell: string): Combination["unless"] {
	if (cell.startsWith("word:")) return { prefixes: [], words: cell.slice(5).split("|") };
	return { prefixes: cell === "" ? [] : cell.split("|"), words: [] };
}

/** A manifestation or a state that stands behind its cause on the list ("code first", "code also" at its subcategory). */
function codedAfter({ set }: NoteReader, row: number): boolean {
	return [...set.notes(row), ...set.inheritedNotes(row)].some(
		({ kind, level }) => (kind === "codeFirst" || kind === "codeAlso") && level.includes("."),
	);
}

/** A row that makes no code: what it drops is said better by the partner. */
const NOTHING_MADE = "-";
const PRESENT = new Set<SpanStatus>(["affirmed", "historical"]);

/**
 * Applies the combinations in the table's order. A made candidate carries the mentions of both sides; what it
 * replaces is taken off the list. Only present conditions of the patient combine.
 */
export function combine(
	reader: NoteReader,
	candidates: readonly Candidate[],
	rules: readonly Combination[],
	keysOf: (passage: number) => ReadonlySet<string>,
	noteKeys: ReadonlySet<string>,
): Candidate[] {
	let list = [...candidates];
	const present = (candidate: Candidate): boolean =>
		candidate.mentions.some((mention) => PRESENT.has(mention.status));
	const codes = new Map<number, string>();
	const code = ({ row }: Candidate): string => {
		const known = codes.get(row) ?? reader.set.code(row);
		codes.set(row, known);
		return known;
	};
	/** Beginnings of the codes there are or were: most rules ask for none of them. */
	const there = new Set<string>();
	const note = (candidate: Candidate): void => {
		for (let n = 1; n <= code(candidate).length; n++) there.add(code(candidate).slice(0, n));
	};
	list.forEach(note);
	for (const rule of rules) {
		if (!rule.when.some((prefix) => there.has(prefix))) continue;
		const whens = list.filter(
			(candidate) => present(candidate) && rule.when.some((prefix) => code(candidate).startsWith(prefix)),
		);
		for (const when of whens) {
			const partners: Candidate[] = [];
			const complete = rule.with.every((part) => {
				if (part.words.length > 0) {
					const near = (keys: ReadonlySet<string>): boolean =>
						part.words.some((words) =>
							words.every((word) => keys.has(word) || keys.has(reader.forms.key(word))),
						);
					return rule.scope === "note"
						? near(noteKeys)
						: when.mentions.some((mention) => near(keysOf(mention.passage)));
				}
				const found = list.filter(
					(other) =>
						other !== when &&
						present(other) &&
						part.prefixes.some((prefix) => code(other).startsWith(prefix)) &&
						(rule.scope === "note" ||
							other.mentions.some((a) => when.mentions.some((b) => a.passage === b.passage))),
				);
				partners.push(...found);
				return found.length > 0;
			});
			if (!complete) continue;
			if (rule.unless.words.some((word) => noteKeys.has(word) || noteKeys.has(reader.forms.key(word))))
				continue;
			if (list.some((other) => rule.unless.prefixes.some((prefix) => code(other).startsWith(prefix))))
				continue;
			if (
				when.rule === rule.source &&
				!code(when).startsWith(rule.when[0] as string) &&
				rule.drops === "none"
			)
				continue;
			if (rule.gives === NOTHING_MADE) {
				// What another passage says of it stands.
				const near = (mention: Mention): boolean =>
					rule.scope === "note" ||
					partners.length === 0 ||
					partners.some(({ mentions }) => mentions.some(({ passage }) => passage === mention.passage));
				for (const partner of partners)
					partner.mentions = [...new Set([...partner.mentions, ...when.mentions.filter(near)])];
				const rest = when.mentions.filter((mention) => !near(mention));
				list = list.filter((candidate) => candidate !== when);
				if (rest.length > 0) list.push({ ...when, mentions: rest });
				continue;
			}
			const prefix = rule.when.find((p) => code(when).startsWith(p)) ?? "";
			const row = reader.set.find(rule.gives.replace("$", code(when).slice(prefix.length)));
			if (row < 0) continue;
			const drop = new Set<Candidate>();
			// Only the unspecific form (the first prefix) gives way; a second complication stands beside the first.
			if ((rule.drops === "when" || rule.drops === "both") && code(when).startsWith(rule.when[0] as string))
				drop.add(when);
			if (rule.drops === "with" || rule.drops === "both") for (const partner of partners) drop.add(partner);
			const made = list.find((candidate) => candidate.row === row) ?? null;
			const mentions = [...when.mentions, ...partners.flatMap((partner) => partner.mentions)];
			if (made !== null) made.mentions = [...new Set([...made.mentions, ...mentions])];
			else {
				const candidate: Candidate = { ...when, row, mentions, rule: rule.source };
				if (codedAfter(reader, row)) candidate.placedBy = when.mentions;
				list.push(candidate);
				note(candidate);
			}
			list = list.filter((candidate) => !drop.has(candidate));
		}
	}
	return list;
}
