/** Group of a code for selection: what kind of thing it is, not which. */
export function codeClass(code: string): string {
	if (code.startsWith("Z")) {
		if (/^Z(?:0[0-4]|1[1-3]|2[0-3]|3[0-9]|4[0-9]|5[1-3])/.test(code)) return "visit";
		if (/^Z79/.test(code)) return "drug";
		if (/^Z8[0-4]/.test(code)) return "family";
		if (/^Z8[5-7]/.test(code)) return "past";
		if (/^Z(?:88|91\.0)/.test(code)) return "allergy";
		if (/^Z(?:89|9)/.test(code)) return "status";
		return "social";
	}
	if (/^R(?:7|8|9)/.test(code)) return "finding";
	if (code.startsWith("R")) return "symptom";
	if (/^(?:M25\.[4-6]|M79\.[16]|M54\.[259]|G89|H57\.1|N64\.4|H53\.[18]|H92|H93\.1|L29)/.test(code))
		return "symptom";
	if (/^[ST]/.test(code)) return "injury";
	if (/^(?:C|D0|D[1-4])/.test(code)) return "neoplasm";
	if (/^O/.test(code)) return "obstetric";
	if (/^[VWXY]/.test(code)) return "external";
	if (/^F1/.test(code)) return "substance";
	if (/^(?:I10|E1[013]|E78|E03|J45|J44|K21|I25|I48|E66|F32|F41|M19|N40|G47|M81|I50|N18|I1[1-3])/.test(code))
		return "chronic";
	return "disease";
}

/** Classes that name an illness, as against a symptom, a status or a visit. */
export function isIllness(group: string): boolean {
	return /^(?:disease|chronic|neoplasm|injury|obstetric)$/.test(group);
}

/** The class, with all that name an illness under one. */
export function broadClass(group: string): string {
	return isIllness(group) ? "illness" : group;
}
