import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { goldenRows } from "../golden-rows";

/** What is preselected of a passage, against what a coder reports for it. */
interface Preselection {
	line: number;
	text: string;
	kind: string;
	wanted: string[];
	selected: string[];
	/** Selected and never right: named as wrong, or another code of an expected category. */
	wrong: string[];
}

function preselectionsOf(reader: NoteReader, path: string, half: string): Preselection[] {
	return goldenRows(path, ["place", "words", "codes", "wrong", "kind", "half"])
		.filter(({ cells }) => cells.half === half)
		.map(({ cells, line }) => {
			const text = `${cells.place}:\n${cells.words.replaceAll("\\n", "\n")}\n`;
			const wanted = cells.codes.split(/\s+/);
			const never = new Set(cells.wrong.split(/\s+/));
			const categories = new Set(wanted.map((code) => code.slice(0, 3)));
			const selected = readWhole(reader, { text }, { depth: "all" })
				.suggestions.filter((suggestion) => suggestion.system === "ICD-10-CM" && suggestion.selected)
				.map(({ code }) => code);
			const wrong = selected.filter(
				(code) => !wanted.includes(code) && (never.has(code) || categories.has(code.slice(0, 3))),
			);
			return { line, text, kind: cells.kind, wanted, selected, wrong };
		});
}

/**
 * Prints how often the main code of a passage is preselected, which share of all expected codes is, and how many
 * passages preselect a wrong sibling, by kind (detail, trap) and half (open, held). With `misses` the open rows that
 * are not right.
 */
export function scorePreselected(reader: NoteReader, path: string, misses: boolean): void {
	for (const half of ["open", "held"]) {
		const rows = preselectionsOf(reader, path, half);
		for (const kind of ["detail", "trap"]) {
			const of = rows.filter((row) => row.kind === kind);
			const share = (count: number, total: number): string => (count / Math.max(1, total)).toFixed(3);
			const main = of.filter(({ wanted, selected }) => selected.includes(wanted[0] as string)).length;
			const wanted = of.flatMap((row) => row.wanted.map((code) => row.selected.includes(code)));
			const wrong = of.filter((row) => row.wrong.length > 0).length;
			console.log(
				`preselected, ${kind}, ${half}: ${of.length} passages, main code ${share(main, of.length)}, all codes ` +
					`${share(wanted.filter(Boolean).length, wanted.length)}, with a wrong sibling ${share(wrong, of.length)}`,
			);
		}
		if (!misses || half === "held") continue;
		for (const row of rows.filter(
			(row) => row.wrong.length > 0 || row.wanted.some((code) => !row.selected.includes(code)),
		))
			console.log(
				`  ${row.line} ${row.kind}: ${row.text.trim().replaceAll("\n", " / ")} | wanted ${row.wanted.join(" ")} | selected ${row.selected.join(" ")}${row.wrong.length > 0 ? ` | WRONG ${row.wrong.join(" ")}` : ""}`,
			);
	}
}
