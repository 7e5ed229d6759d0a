/** How far an import is. `total` is in the same unit as `done`: bytes, rows or steps, as `unit` says. */
export interface ImportProgress {
	stage: "unpack" | "read" | "build" | "index" | "write" | "verify";
	/** File or part that is being worked on. */
	name: string;
	done: number;
	total: number;
	unit: "bytes" | "rows" | "steps";
}

/** Work in small steps: every `yield` is a place to report, to breathe and to stop. */
export type Steps<T> = Generator<ImportProgress, T, void>;

/** Runs steps to their end without stopping in between. */
export function runSteps<T>(steps: Steps<T>, report?: (progress: ImportProgress) => void): T {
	for (;;) {
		const next = steps.next();
		if (next.done) return next.value;
		report?.(next.value);
	}
}
