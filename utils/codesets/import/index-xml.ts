import type { DraftIndex } from "../set/draft";
import type { IndexPath } from "../types";
import { ImportError } from "./import-error";
import type { Steps } from "./progress";
import { readXml, squeeze } from "./xml";

const CODE_ELEMENTS = { code: "code", manif: "manif", subcat: "subcat", seecat: "seecat" } as const;

/**
 * Reads the Alphabetic Index, the External Cause Index, the Table of Drugs or the Table of
 * Neoplasms: one layout, the tables with a `cell` for each column. Entries are added to `into`, so
 * that all four make one index. "--" in a cell means that there is no code.
 *
 * @returns how many entries the file has, and the year that it states.
 * @throws ImportError `bad-xml` or `empty`.
 */
export function* readIndexXml(
	file: string,
	text: string,
	source: IndexPath["source"],
	into: DraftIndex,
): Steps<{ version: string; entries: number }> {
	const before = into.nodes.length;
	/** Entries that are open, the innermost last. */
	const open: number[] = [];
	let version = "";
	let buffer = "";
	let title = "";
	let column = 0;
	const columns: Record<number, string> = {};

	yield* readXml(file, text, {
		open(name, attributes) {
			if (name === "mainTerm" || name === "term") {
				open.push(into.nodes.push({ parent: open.at(-1) ?? -1, title: "", source }) - 1);
			} else if (name === "cell" || name === "head") column = Number(attributes.col ?? 0);
			else if (name === "title") title = "";
			// A non-essential modifier stands inside the title without a blank before it.
			else if (name === "nemod") title = `${buffer} `;
			buffer = "";
		},
		text(part) {
			buffer += part;
		},
		close(name) {
			const words = squeeze(buffer);
			const node = open.at(-1);
			if (name === "nemod") {
				buffer = `${title}${buffer}`;
				return;
			}
			buffer = "";
			if (name === "mainTerm" || name === "term") open.pop();
			else if (name === "version") version = words;
			else if (name === "head" && words) columns[column] = words;
			else if (node === undefined || !words) return;
			else if (name === "title") into.nodes[node]!.title = words;
			else if (name === "see" || name === "seeAlso") {
				into.sees.push({ node, target: words, also: name === "seeAlso" });
			} else if (name === "cell") {
				if (/\d/.test(words)) into.links.push({ node, code: words, kind: "code", column });
			} else if (name in CODE_ELEMENTS) {
				into.links.push({ node, code: words, kind: CODE_ELEMENTS[name as keyof typeof CODE_ELEMENTS] });
			}
		},
	});
	if (Object.keys(columns).length > 0) into.columns[source] = columns;
	const entries = into.nodes.length - before;
	if (entries === 0) throw new ImportError("empty", file, "the file has no entries");
	return { version, entries };
}
