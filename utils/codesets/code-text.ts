import type { CodeSystem } from "./types";

/** Code without dot, blanks and trailing dash, in capitals: the form the pack keeps. */
export function compactCode(code: string): string {
	let plain = true;
	for (let i = 0; i < code.length; i++) {
		const c = code.charCodeAt(i);
		if (!((c >= 48 && c <= 57) || (c >= 65 && c <= 90))) plain = false;
	}
	return plain ? code : code.replace(/[\s.]/g, "").replace(/-+$/, "").toUpperCase();
}

/** Code as people write it: ICD-10-CM takes a dot behind the third character, others none. */
export function dottedCode(system: CodeSystem, compact: string): string {
	return system === "ICD-10-CM" && compact.length > 3
		? `${compact.slice(0, 3)}.${compact.slice(3)}`
		: compact;
}
