import { describe, expect, it } from "vitest";
import type { DraftIndex } from "../../../utils/codesets/set/draft";
import { resolveSees } from "../../../utils/codesets/set/see-references";

/** An index out of lines: two blanks a level, "title = code", "title -> reference", "title #column = code". */
function indexOf(lines: readonly string[], source: "index" | "neoplasm", index: DraftIndex): DraftIndex {
	const open: number[] = [];
	for (const line of lines) {
		const depth = (line.length - line.trimStart().length) / 2;
		const [title = "", rest = ""] = line.trim().split(/ (?:=|->|#) /);
		const node = index.nodes.push({ parent: depth ? open[depth - 1]! : -1, title, source }) - 1;
		open[depth] = node;
		if (line.includes(" -> ")) index.sees.push({ node, target: rest, also: false });
		else if (line.includes(" = ")) index.links.push({ node, code: rest, kind: "code" });
		else if (line.includes(" # ")) {
			rest.split(" ").forEach((code, i) => {
				index.links.push({ node, code, kind: "code", column: i + 2 });
			});
		}
	}
	return index;
}

const index = indexOf(
	[
		"Neoplasm, neoplastic # C80.1 C79.9 D09.9 D36.9 D48.9 D49.9",
		"  skin NOS # C44.90 C79.2 D04.9 D23.9 D48.5 D49.2",
	],
	"neoplasm",
	indexOf(
		[
			"Complication (s) (from) (of)",
			"  catheter NEC = T83.9",
			"Fracture, burst = S32.001",
			"Fracture, traumatic (abduction)",
			"  femur, femoral = S72.90",
			"    neck = S72.00",
			"Hyperlipemia, hyperlipidemia = E78.5",
			"Influenza",
			"  with",
			"    gastroenteritis = J11.2",
			"Wound, open",
			"  foot = S91.30",
			"Tube -> Complications, catheter",
			"Hip -> Fracture, femur, neck",
			"Lipoidemia -> Hyperlipidemia",
			"Gut flu -> Influenza, with gastroenteritis",
			"Sole -> Wound, open, foot",
			"Chain -> Sole",
			"Pilomatrixoma -> Neoplasm, skin, benign",
			"Skin cancer -> Table of Neoplasms, skin, malignant",
			"Sarcoma of many places -> Neoplasm, malignant, by site",
			"Nose -> condition",
			"Nowhere -> Somewhere, else",
		],
		"index",
		{ nodes: [], links: [], sees: [], columns: {} },
	),
);
const codes = new Map(resolveSees(index).map((see) => [index.nodes[see.node]!.title, see.code]));

describe("references of the index", () => {
	it.each([
		["Tube", "T83.9", "a plural, a main term with modifiers"],
		["Hip", "S72.00", "the right one of several main terms that begin alike"],
		["Lipoidemia", "E78.5", "the second word of a main term"],
		["Gut flu", "J11.2", "an entry under a linking word"],
		["Sole", "S91.30", "a main term with a comma"],
		["Chain", "S91.30", "a reference to a reference"],
		["Pilomatrixoma", "D23.9", "a cell of the table of neoplasms"],
		["Skin cancer", "C44.90", "the table named as such"],
	])("%s leads to %s: %s", (title, code) => {
		expect(codes.get(title)).toBe(code);
	});

	it.each(["Sarcoma of many places", "Nose", "Nowhere"])("%s leads to no single code", (title) => {
		expect(codes.has(title)).toBe(false);
	});
});
