/**
 * A code in the text of a Tabular note: ICD-10-CM ("S59.2-", "E11.22", "A00"), or HCPCS and CPT shapes
 * ("G0438", "99213" is left alone: a bare number is too often no code).
 */
const CODE = /(?<![\w.])([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(\.?-)?(?!\w)/g;

export interface TextPiece {
	text: string;
	/** The dotted code this piece names; absent for plain text. */
	code?: string;
}

/** Cuts a note's text into plain pieces and the codes it names. Joined, the pieces are the text again. */
export function cutAtCodes(text: string): TextPiece[] {
	const pieces: TextPiece[] = [];
	let at = 0;
	for (const match of text.matchAll(CODE)) {
		if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
		// "A00-A09" is two codes: the hyphen between them belongs to neither.
		const range = match[2] === "-" && /^[A-TV-Z]\d/.test(text.slice(match.index + match[0].length));
		const shown = range ? match[0].slice(0, -1) : match[0];
		pieces.push({ text: shown, code: match[1] as string });
		at = match.index + shown.length;
	}
	if (at < text.length) pieces.push({ text: text.slice(at) });
	return pieces;
}

export interface PunctuatedPiece extends TextPiece {
	before: string;
	after: string;
}

/**
 * Gives each code the bracket before it and the sign after it, so that a line never breaks between
 * "(" and its code. Joined, the pieces are still the text.
 */
export function keepPunctuation(pieces: readonly TextPiece[]): PunctuatedPiece[] {
	const out: PunctuatedPiece[] = pieces.map((piece) => ({ ...piece, before: "", after: "" }));
	for (const [index, piece] of out.entries()) {
		if (piece.code === undefined) continue;
		const left = out[index - 1];
		const right = out[index + 1];
		if (left?.code === undefined && left?.text.endsWith("(")) {
			left.text = left.text.slice(0, -1);
			piece.before = "(";
		}
		if (right?.code === undefined && right !== undefined && /^[),.;]/.test(right.text)) {
			piece.after = right.text.slice(0, 1);
			right.text = right.text.slice(1);
		}
	}
	return out;
}
