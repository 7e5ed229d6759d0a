import { compactCode, dottedCode } from "../code-text";
import type { DraftRow } from "../set/draft";
import type { Tabular } from "./tabular";

/**
 * Codes of an edition whose order file is missing, derived from the Tabular List: a node without
 * children is a code, or, where a 7th character is defined above it, the stem of one code for each
 * choice, padded with the placeholder X to six characters. A few of these are in no order file
 * (S06.xx7 with D or S is ruled out only in a sentence under S06), so an order file is better.
 */
export function deriveRows(tabular: Tabular): DraftRow[] {
	const choices = new Map<string, { char: string; text: string }[]>();
	for (const { level, char, text } of tabular.sevenths) {
		const list = choices.get(level) ?? [];
		list.push({ char, text });
		choices.set(level, list);
	}
	const definedFor = (node: number): { char: string; text: string }[] => {
		for (let at = node; at >= 0; at = tabular.nodes[at]!.parent) {
			const found = choices.get(tabular.nodes[at]!.code);
			if (found) return found;
		}
		return [];
	};
	const rows: DraftRow[] = [];
	tabular.nodes.forEach((node, i) => {
		const extensions = node.leaf ? definedFor(i) : [];
		const ends = extensions.length > 0 && compactCode(node.code).length < 7;
		rows.push({ code: node.code, title: node.title, billable: node.leaf && !ends });
		if (!ends) return;
		const stem = compactCode(node.code).padEnd(6, "X");
		for (const { char, text } of extensions) {
			rows.push({
				code: dottedCode("ICD-10-CM", stem + char),
				title: `${node.title}, ${text}`,
				billable: true,
			});
		}
	});
	return rows;
}
