/// <reference types="vite/client" />
import table from "../../data/page/hints.tsv?raw";

const KINDS = ["container", "not-container", "avoid", "section", "banner", "banner-label"] as const;
type HintKind = (typeof KINDS)[number];
export type Hints = Readonly<Record<HintKind, ReadonlySet<string>>>;

/**
 * Reads the hint table: words by kind, lower case. Throws an Error that names file, line and cause for a
 * line that is no hint.
 */
export function parseHints(text: string, file = "data/page/hints.tsv"): Hints {
	const hints = Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as Record<
		HintKind,
		Set<string>
	>;
	let header = false;
	text.split(/\r?\n/).forEach((line, index) => {
		if (line === "" || line.startsWith("#")) return;
		const [kind = "", word = "", ...rest] = line.split("\t");
		const at = `${file}:${index + 1}`;
		if (!header) {
			if (line !== "kind\tword\twhy") throw new Error(`${at}: the first line has to be the header`);
			header = true;
			return;
		}
		const known = (hints as Record<string, Set<string>>)[kind];
		if (known === undefined) throw new Error(`${at}: "${kind}" is no kind of hint`);
		if (word.trim() === "" || rest.length > 1) throw new Error(`${at}: expected kind, word and why`);
		if (known.has(word.toLowerCase())) throw new Error(`${at}: "${word}" stands here twice`);
		known.add(word.toLowerCase());
	});
	return hints;
}

/** The hints that ship. */
export const hints: Hints = parseHints(table);
