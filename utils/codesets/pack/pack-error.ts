/** Why a buffer is not a pack that can be used. */
export type PackErrorCode = "not-a-pack" | "newer" | "older" | "truncated" | "corrupt" | "missing-section";

/** A pack was refused. `code` is for programs, `message` for people. */
export class PackError extends Error {
	override readonly name = "PackError";
	readonly code: PackErrorCode;
	constructor(code: PackErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}
