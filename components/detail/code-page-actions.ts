import type { CodeSystem } from "../../utils/codesets/types";

/** What a coder can do on a page of the code set. */
export interface CodePageActions {
	/** Absent where there is no worksheet (the pop-up). */
	add?(system: CodeSystem, code: string): void;
	copy(code: string): void;
}
