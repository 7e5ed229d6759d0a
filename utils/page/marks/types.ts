export type MarkStyle = "solid" | "dotted" | "evidence";

/** Words to mark: an opaque number, a place in a region's text, one of three looks. */
export interface MarkAt {
	id: number;
	regionId: string;
	start: number;
	end: number;
	style: MarkStyle;
}

/** Marks, and the revision of each region's text that their offsets count in. */
export interface MarkRequest {
	marks: MarkAt[];
	revisions: Record<string, number>;
}

/** Styles by the neutral names the page can see in its highlight registry. */
export const HIGHLIGHT_NAMES: Record<MarkStyle, string> = {
	solid: "rdr-1",
	dotted: "rdr-2",
	evidence: "rdr-3",
};

/** The looks, as one sheet; registered with user origin, so the page's own sheets do not list it. */
export const HIGHLIGHT_CSS = `
::highlight(rdr-1) { text-decoration: underline solid 2px #b4530a; text-decoration-skip-ink: none; }
::highlight(rdr-2) { text-decoration: underline dotted 2px #5b6b80; text-decoration-skip-ink: none; }
::highlight(rdr-3) { background-color: #ffe08a; color: #1a1a1a; }
`;
