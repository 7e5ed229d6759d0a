import type { DraftIndex } from "./draft";

/** An index entry with "see", the entry that it means, and that one's code. */
export interface FollowedSee {
	node: number;
	target: number;
	code: string;
}

/**
 * Follows the index's "see" references to the entry they mean: "see Pain, abdominal" is the entry
 * "abdominal" under "Pain", "see Neoplasm, skin, benign" a cell of the Table of Neoplasms. An entry with
 * a "see" has no code of its own, so the code of the entry it points at is what a coder would end with.
 * "See also", "see condition", "by site" and references to the table of drugs are left alone.
 */
export function resolveSees(index: DraftIndex): FollowedSee[] {
	const children = namesOfChildren(index);
	const codeOf = new Map<number, string>();
	const cellOf = new Map<string, string>();
	for (const { node, code, kind, column } of index.links) {
		if (column !== undefined) cellOf.set(`${node}\t${column}`, code);
		else if (kind === "code" || kind === "subcat") if (!codeOf.has(node)) codeOf.set(node, code);
	}
	const seeOf = new Map(index.sees.filter((see) => !see.also).map((see) => [see.node, see.target]));

	const below = (source: string, at: number, name: string): readonly number[] =>
		children.get(key(source, at, name)) ?? [];

	/** Entries that the first of these words may mean, with how many of them that takes. */
	function* steps(
		source: string,
		at: number,
		parts: readonly string[],
	): Generator<[next: number, taken: number]> {
		// "Wound, open, foot" is the entry "foot" under "Wound, open": the longest name first.
		for (let n = Math.min(3, parts.length); n > 0; n--) {
			for (const next of below(source, at, parts.slice(0, n).join(", "))) yield [next, n];
		}
		// "Influenza, with gastroenteritis" is "gastroenteritis" under "with".
		const linked = LINKING.exec(parts[0] ?? "");
		if (!linked) return;
		for (const link of below(source, at, linked[1]!)) {
			for (const next of below(source, link, linked[2]!)) yield [next, 1];
		}
	}

	/** Entry that words of a reference lead to, as far as they do, and the words that are left. */
	const follow = (
		source: string,
		parts: readonly string[],
		from = -1,
	): { at: number; rest: readonly string[] } => {
		let best = { at: from, rest: parts };
		for (const [next, taken] of steps(source, from, parts)) {
			const found = follow(source, parts.slice(taken), next);
			if (found.rest.length < best.rest.length) best = found;
			if (best.rest.length === 0) break;
		}
		return best;
	};

	const lookUp = (source: string, target: string, hops: number): { at: number; code: string } | null => {
		const parts = splitTarget(target);
		if (parts[0] === "neoplasm") {
			const cell = follow("neoplasm", parts);
			const column = cell.at < 0 ? undefined : columnOf(cell.rest);
			const code = column === undefined ? undefined : cellOf.get(`${cell.at}\t${column}`);
			return code === undefined ? null : { at: cell.at, code };
		}
		const { at, rest } = follow(source, parts);
		// "see Contact, with, by type of machine" goes as far as there are entries.
		if (at < 0 || (rest.length > 0 && !/^by /.test(rest[0] ?? ""))) return null;
		const code = codeOf.get(at);
		if (code !== undefined) return { at, code };
		const onward = seeOf.get(at);
		return onward !== undefined && hops > 0 ? lookUp(source, onward, hops - 1) : null;
	};

	const found: FollowedSee[] = [];
	for (const [node, target] of seeOf) {
		const source = index.nodes[node]?.source;
		if (!source || codeOf.has(node)) continue;
		const end = lookUp(source, target, 1);
		if (end) found.push({ node, target: end.at, code: end.code });
	}
	return found;
}

/** Words that the index sets apart as an entry of their own above what follows them. */
const LINKING = /^(with|without|in|due to|following|associated with|complicating|by|from) (.+)$/;

const key = (source: string, parent: number, name: string): string => `${source}\t${parent}\t${name}`;

/** Entries by list, entry above and name. A whole title goes before a part of another one. */
function namesOfChildren(index: DraftIndex): Map<string, number[]> {
	const children = new Map<string, number[]>();
	const add = (node: number, name: string): void => {
		if (!name) return;
		const { source, parent } = index.nodes[node]!;
		const k = key(source, parent, name);
		const known = children.get(k);
		if (known === undefined) children.set(k, [node]);
		else if (!known.includes(node)) known.push(node);
	};
	const whole = index.nodes.map((node) => bare(node.title));
	whole.forEach((name, i) => {
		add(i, name);
	});
	// "Hyperlipemia, hyperlipidemia" answers to each of its words, "Wound, open" to the first.
	const several = whole.flatMap((name, i) => (name.includes(", ") ? [{ i, parts: name.split(", ") }] : []));
	for (const { i, parts } of several) add(i, parts[0]!);
	for (const { i, parts } of several) for (const part of parts) add(i, part);
	return children;
}

/** Columns of the Table of Neoplasms by the words a reference ends with. */
const NEOPLASM_COLUMNS: readonly (readonly [words: RegExp, column: number])[] = [
	[/^malignant(, primary)?$/, 2],
	[/^(malignant, )?secondary$/, 3],
	[/^(ca |carcinoma )?in situ$/, 4],
	[/^benign$/, 5],
	[/^uncertain behaviou?r$/, 6],
	[/^unspecified behaviou?r$/, 7],
];

const columnOf = (rest: readonly string[]): number | undefined =>
	NEOPLASM_COLUMNS.find(([words]) => words.test(rest.join(", ")))?.[1];

const splitTarget = (target: string): string[] =>
	target
		.replace(/^Table of Neoplasms/i, "neoplasm")
		.split(/,\s+/)
		.map((part) => bare(part));

/** Words of an entry without non-essential modifiers, in small letters, the plural as the singular. */
const bare = (text: string): string =>
	text
		.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
		.replace(/\bNEC\b|\bNOS\b/g, " ")
		.replace(/\s+/g, " ")
		.replace(/ ,/g, ",")
		.trim()
		.toLowerCase()
		.replace(/([a-z]{3,}[^siu])s(?=,|$)/g, "$1");
