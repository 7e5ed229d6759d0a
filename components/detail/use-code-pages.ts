import { useCallback, useState } from "react";
import type { CodeSystem } from "../../utils/codesets/types";

/** A page of the code set: a code, or the top of a system when `code` is absent. */
export interface CodePage {
	system: CodeSystem;
	code?: string;
}

export interface CodePages {
	page: CodePage | null;
	/** True when "back" leads to another code page and not out of the code set. */
	deeper: boolean;
	show(page: CodePage): void;
	back(): void;
	close(): void;
}

/** The code pages a person has walked through, so that "back" leads the same way out. */
export function useCodePages(): CodePages {
	const [stack, setStack] = useState<CodePage[]>([]);
	const show = useCallback((page: CodePage) => setStack((before) => [...before, page]), []);
	const back = useCallback(() => setStack((before) => before.slice(0, -1)), []);
	const close = useCallback(() => setStack([]), []);
	return { page: stack.at(-1) ?? null, deeper: stack.length > 1, show, back, close };
}
