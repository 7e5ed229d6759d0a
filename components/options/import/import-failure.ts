import { ImportError } from "../../../utils/codesets/import/import-error";
import { PackError } from "../../../utils/codesets/pack/pack-error";
import type { ImportFailure } from "./import-messages";

/** Names that browsers and Dexie give to "no room left". */
const FULL = /quota|disk.?full|not enough (space|storage)/i;

/** Any error of an import as the page can show it: file, line, cause. */
export function failureOf(error: unknown): ImportFailure {
	if (error instanceof ImportError) {
		return { code: error.code, file: error.file, line: error.line, reason: error.reason };
	}
	if (error instanceof PackError) {
		return { code: error.code, file: null, line: null, reason: error.message };
	}
	const { name, message, inner } = error as Error & { inner?: Error };
	if (FULL.test(`${name} ${message} ${inner?.name ?? ""}`)) {
		return {
			code: "quota",
			file: null,
			line: null,
			reason: "there is no room left on the disk; the edition that was installed is still in use",
		};
	}
	if (error instanceof RangeError) return { code: "bad-file", file: null, line: null, reason: message };
	return { code: "unexpected", file: null, line: null, reason: `${name}: ${message}` };
}
