import type { Header } from "./header-table";

/** A heading in the text: the name stands at [start, nameEnd), the content begins at `end`. */
export interface Heading {
	start: number;
	nameEnd: number;
	end: number;
	/** Null for a heading whose name no table knows. */
	header: Header | null;
	/** Where its line's bullet or number begins, and which of them it has. */
	lineStart: number;
	lead: "bullet" | "number" | "";
}
