import type { DraftIndex } from "./draft";

/**
 * Follows the index's "see" references to the entry they mean: "see Pain, abdominal" is the entry
 * "abdominal" under "Pain". An entry with a "see" has no code of its own, so the code of the entry
 * it points at is what a coder would end with. "See also", "see condition" and references to another
 * list ("see Table of Drugs") are left alone.
 *
 * @returns for each entry that could be followed: itself, the entry meant, and that entry's code.
 */
export function resolveSees(index: DraftIndex): { node: number; target: number; code: string }[] {
	const children = new Map<string, number>();
	const key = (source: string, parent: number, word: string) => `${source}\t${parent}\t${word}`;
	index.nodes.forEach((node, i) => {
		for (const name of names(node.title)) {
			const k = key(node.source, node.parent, name);
			if (!children.has(k)) children.set(k, i);
		}
	});
	const codeOf = new Map<number, string>();
	for (const link of index.links) {
		if (link.kind === "code" && link.column === undefined && !codeOf.has(link.node)) {
			codeOf.set(link.node, link.code);
		}
	}
	const seeOf = new Map(index.sees.filter((see) => !see.also).map((see) => [see.node, see.target]));

	const follow = (source: string, target: string): number => {
		let at = -1;
		for (const part of target.split(", ")) {
			const next = children.get(key(source, at, bare(part)));
			// "see Accident, transport, car occupant, by type" goes as far as there are entries.
			if (next === undefined) return /^by /.test(part) ? at : -1;
			at = next;
		}
		return at;
	};

	const found: { node: number; target: number; code: string }[] = [];
	for (const [node, target] of seeOf) {
		const source = index.nodes[node]?.source;
		if (!source || codeOf.has(node)) continue;
		let at = follow(source, target);
		// One more step when the reference leads to another reference.
		const second = at >= 0 && !codeOf.has(at) ? seeOf.get(at) : undefined;
		if (second !== undefined) at = follow(source, second);
		const code = at >= 0 ? codeOf.get(at) : undefined;
		if (code !== undefined) found.push({ node, target: at, code });
	}
	return found;
}

/** Words that stand for an entry: without non-essential modifiers, whole and up to its first comma. */
function names(title: string): string[] {
	const whole = bare(title);
	const head = whole.split(",")[0]!.trim();
	return head === whole ? [whole] : [whole, head];
}

const bare = (text: string): string =>
	text
		.replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
		.replace(/\bNEC\b|\bNOS\b/g, " ")
		.replace(/\s+/g, " ")
		.trim()
		.toLowerCase();
