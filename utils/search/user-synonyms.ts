/** "When I type X I mean code Y", as the user keeps, exports and imports it. */
export interface UserSynonym {
	phrase: string;
	code: string;
}

/** A line of an import that was not taken, and why. */
export interface RefusedLine {
	line: number;
	reason: string;
}

const HEADING = "phrase\tcode";
const LONGEST_PHRASE = 100;
const MOST = 5000;
const CODE = /^[A-Z0-9][A-Z0-9.]{1,9}$/;

/** Text of an export: a heading, then one "phrase TAB code" a line. */
export function exportSynonyms(synonyms: readonly UserSynonym[]): string {
	const clean = (text: string) => text.replace(/[\t\r\n]+/g, " ").trim();
	const lines = synonyms.map(({ phrase, code }) => `${clean(phrase)}\t${clean(code)}`);
	return `${[HEADING, ...lines].join("\n")}\n`;
}

/**
 * Reads an export (or a two-column list pasted from a spreadsheet; a comma or semicolon will do). Lines that
 * are not a phrase and a code are refused one by one with their number, nothing is lost silently. The code
 * is not looked up: it may belong to an edition that is not loaded. A phrase that comes twice keeps its last
 * code.
 */
export function importSynonyms(text: string): { synonyms: UserSynonym[]; refused: RefusedLine[] } {
	const found = new Map<string, UserSynonym>();
	const refused: RefusedLine[] = [];
	for (const [i, raw] of text
		.replace(/^\ufeff/, "")
		.split(/\r\n|\r|\n/)
		.entries()) {
		const line = raw.trim();
		if (line === "" || line.toLowerCase().replace(/[,;]/, "\t") === HEADING) continue;
		const cut = line.includes("\t")
			? line.indexOf("\t")
			: Math.max(line.lastIndexOf(","), line.lastIndexOf(";"));
		const phrase = line.slice(0, Math.max(cut, 0)).trim();
		const code = line
			.slice(cut + 1)
			.trim()
			.toUpperCase();
		const refuse = (reason: string) => refused.push({ line: i + 1, reason });
		if (cut < 0 || phrase === "") refuse("needs a phrase and a code");
		else if (phrase.length > LONGEST_PHRASE) refuse(`the phrase is longer than ${LONGEST_PHRASE} characters`);
		else if (!CODE.test(code) || !/\d/.test(code)) refuse(`"${code.slice(0, 20)}" is not a code`);
		else if (found.size >= MOST && !found.has(phrase.toLowerCase())) refuse(`more than ${MOST} synonyms`);
		else found.set(phrase.toLowerCase(), { phrase, code });
	}
	return { synonyms: [...found.values()], refused };
}
