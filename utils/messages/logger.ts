/**
 * Everything that can be logged. A reason is one of these words and its values are numbers, so a log
 * cannot carry a note, a code or an address.
 */
export type LogReason =
	| "analysis-failed"
	| "database-reset"
	| "frame-lost"
	| "injection-failed"
	| "message-refused"
	| "pack-refused"
	| "reader-stopped"
	| "registration-failed"
	| "session-full"
	| "starter-missing";

/** Writes one line to the extension's own console. `values` are counts, sizes or milliseconds. */
export function log(reason: LogReason, values: Record<string, number> = {}): void {
	const numbers = Object.entries(values).filter(([, value]) => typeof value === "number");
	console.info(`chartside: ${reason}`, Object.fromEntries(numbers));
}
