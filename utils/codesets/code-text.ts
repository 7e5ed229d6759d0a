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

/**
 * The system that a code's shape speaks for: a dot or a third character that is no figure is
 * ICD-10-CM, a letter and four figures HCPCS, five characters with four figures first CPT. null for
 * what has none of these shapes.
 */
export function systemOf(code: string): CodeSystem | null {
	const plain = code.trim().toUpperCase();
	if (/^[A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}$/.test(plain)) return "ICD-10-CM";
	if (/^[A-V]\d{4}$/.test(plain)) return "HCPCS";
	if (/^\d{4}[0-9AFMTU]$/.test(plain)) return "CPT";
	if (/^[A-Z]\d[0-9A-Z]{1,5}$/.test(plain)) return "ICD-10-CM";
	return /^[0-9A-Z]{7}$/.test(plain) ? "ICD-10-PCS" : null;
}

/** Code as people write it: ICD-10-CM takes a dot behind the third character, others none. */
export function dottedCode(system: CodeSystem, compact: string): string {
	return system === "ICD-10-CM" && compact.length > 3
		? `${compact.slice(0, 3)}.${compact.slice(3)}`
		: compact;
}
