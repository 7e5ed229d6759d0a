/** Why a file was refused. For programs; `message` is for people. */
export type ImportErrorCode =
	| "unreadable-archive"
	| "too-large"
	| "unknown-file"
	| "bad-line"
	| "bad-xml"
	| "bad-content"
	| "empty"
	| "mixed"
	| "unknown-edition"
	| "duplicate"
	| "licence"
	| "mapping";

/** A file that cannot be taken: names the file, the line where there is one, and the cause. */
export class ImportError extends Error {
	override readonly name = "ImportError";
	readonly code: ImportErrorCode;
	readonly file: string;
	/** From 1. */
	readonly line: number | null;
	/** The cause alone, without file and line. */
	readonly reason: string;

	constructor(code: ImportErrorCode, file: string, reason: string, line: number | null = null) {
		super(`${file}${line === null ? "" : `, line ${line}`}: ${reason}`);
		this.code = code;
		this.file = file;
		this.line = line;
		this.reason = reason;
	}
}
