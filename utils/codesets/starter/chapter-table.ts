import type { NoteKind } from "../types";
import type { Axis } from "./axes";
import { expandRow } from "./expand-row";
import { parseNotes } from "./notes-cell";
import { readTable } from "./read-table";
import { axesIn, capital, fill, parseCode } from "./template";
import type { Held } from "./tree";
import type {
	StarterChapter,
	StarterIndexEntry,
	StarterNote,
	StarterSeventh,
	TableFile,
	TableProblem,
} from "./types";

/** Where the rows of all chapters come together. */
export interface Sink {
	held: Map<string, Held>;
	notes: StarterNote[];
	seventh: StarterSeventh[];
	index: StarterIndexEntry[];
	problems: TableProblem[];
	/** Rows with "=" for a title: more words for a code that another row stands for. */
	more: { code: string; file: string; line: number }[];
}

/** Puts a row's words and notes on the level they belong to. */
function addWords(
	code: string,
	terms: string,
	notes: { kind: NoteKind; text: string }[],
	say: (words: string) => string,
	sink: Sink,
): void {
	for (const n of notes) sink.notes.push({ code, ...n });
	for (const raw of terms.split("|").map((t) => t.trim())) {
		if (raw === "") continue;
		const text = say(raw.replace(/^\+/, ""));
		if (raw.startsWith("+")) sink.notes.push({ code, kind: "inclusionTerm", text: capital(text) });
		sink.index.push({ parts: [text], code, isDefault: true });
	}
}

/** Reads one chapter's table into the sink; what is wrong with it goes to the sink's problems. */
export function readChapterTable(
	file: TableFile,
	axes: Map<string, Axis>,
	chapters: StarterChapter[],
	sink: Sink,
): void {
	const number = String(Number(/(\d\d)-[^/]*$/.exec(file.name)?.[1] ?? "0"));
	const chapter = chapters.find((c) => c.number === number);
	for (const { line, cells } of readTable(file, 2, 4, sink.problems)) {
		const bad = (message: string) => sink.problems.push({ file: file.name, line, message });
		const [template = "", title = "", terms = "", noteCell = ""] = cells;
		const parts = parseCode(template, axes);
		if (typeof parts === "string") {
			bad(parts);
			continue;
		}
		const own = parts.flatMap((p) => ("axis" in p ? [p.axis.name] : []));
		const strange = axesIn(title + terms).find((a) => !own.includes(a));
		if (strange) bad(`the title uses axis ${strange}, the code does not`);
		const silent = own.find((a) => !axesIn(title).includes(a));
		if (silent) bad(`the code uses axis ${silent}, the title does not`);
		const noted = parseNotes(noteCell);
		if (typeof noted === "string") {
			bad(noted);
			continue;
		}
		if (title === "=") {
			sink.more.push({ code: template, file: file.name, line });
			addWords(template, terms, noted.notes, (t) => t, sink);
			continue;
		}
		for (const e of expandRow(parts, title, axes)) {
			if (!/^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(e.code)) bad(`impossible code ${e.code}`);
			if (chapter && (e.code.slice(0, 3) < chapter.from || e.code.slice(0, 3) > chapter.to)) {
				bad(`${e.code} is outside chapter ${number} (${chapter.from}-${chapter.to})`);
			}
			const mine = { ...e, header: noted.header && !e.generated, file: file.name, line };
			const there = sink.held.get(e.code);
			if (!there || (there.generated && !e.generated)) sink.held.set(e.code, mine);
			else if (!there.generated && !e.generated) {
				bad(`${e.code} is already at ${there.file}:${there.line}`);
			} else if (there.generated && e.generated && there.title !== e.title) {
				bad(`level ${e.code} gets another title here than at ${there.file}:${there.line}: write it as a row`);
			}
			if (e.seventh) sink.seventh.push({ level: e.code, choices: e.seventh });
			if (!e.anchor) continue;
			addWords(e.code, terms, noted.notes, (t) => fill(t, e.resolved, axes), sink);
		}
	}
}
