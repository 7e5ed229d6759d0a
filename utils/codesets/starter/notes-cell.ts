import type { NoteKind } from "../types";

const KINDS: Record<string, NoteKind> = {
	inc: "includes",
	ex1: "excludes1",
	ex2: "excludes2",
	first: "codeFirst",
	add: "useAdditional",
	also: "codeAlso",
	note: "note",
};

/**
 * Parses the notes column, "ex1=text (X00.0); add=text (Y11)", into notes. "header" says that the codes
 * below the row are not held; it is no note. Returns a message when a part has no known kind.
 */
export function parseNotes(
	cell: string,
): { notes: { kind: NoteKind; text: string }[]; header: boolean } | string {
	const notes: { kind: NoteKind; text: string }[] = [];
	let header = false;
	for (const part of cell.split(";").map((p) => p.trim())) {
		if (part === "") continue;
		if (part === "header" || part === "-") {
			header = true;
			continue;
		}
		const eq = part.indexOf("=");
		const kind = eq > 0 ? KINDS[part.slice(0, eq)] : undefined;
		const text = part.slice(eq + 1).trim();
		if (!kind || text === "") return `not a note: "${part}" (${Object.keys(KINDS).join(", ")} or header)`;
		notes.push({ kind, text });
	}
	return { notes, header };
}
