import type { TextRange } from "../../text/note-text";

/** A word or a single sign of a sentence, lower case. */
export interface ContextToken extends TextRange {
	word: string;
}

const TOKEN = /[a-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*|[^\s\w]/gi;

/** Words, numbers and signs of text[start, end). Signs matter here: "?", "-ve", "(-)", ":" carry meaning. */
export function tokeniseContext(text: string, start: number, end: number): ContextToken[] {
	const tokens: ContextToken[] = [];
	for (const match of text.slice(start, end).matchAll(TOKEN)) {
		const from = start + match.index;
		const word = match[0].toLowerCase().replace("’", "'");
		tokens.push({ start: from, end: from + match[0].length, word });
	}
	return tokens;
}

const KIN = new Set(
	(
		"mother father mom mum dad mam parent parents brother brothers sister sisters sibling siblings son sons " +
		"daughter daughters grandmother grandfather grandma grandpa grandparent grandparents gran nan uncle " +
		"uncles aunt aunts aunty auntie cousin cousins nephew niece twin mgm mgf pgm pgf grandson granddaughter " +
		"half-brother half-sister relative relatives mother's father's brother's sister's"
	).split(" "),
);
const POSSESSIVE = new Set(
	(
		"his her their the my patient's pt's a one an our maternal paternal older younger elder eldest youngest " +
		"oldest half identical twin late deceased biological birth adoptive"
	).split(" "),
);
const NUMBER_WORDS = new Set(
	"one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty few several couple".split(
		" ",
	),
);
const MONTHS = new Set(
	(
		"january february march april may june july august september october november december jan feb mar apr " +
		"jun jul aug sep sept oct nov dec"
	).split(" "),
);
const NONE: readonly string[] = [];

/** Classes a word belongs to, as triggers name them: <n>, <year>, <kin>, <poss>, <month>. */
export function tokenClasses(word: string): readonly string[] {
	const first = word.charCodeAt(0);
	if (first >= 48 && first <= 57) return /^(?:19|20)\d\d$/.test(word) ? ["<year>", "<n>"] : ["<n>"];
	if (KIN.has(word)) return ["<kin>"];
	if (POSSESSIVE.has(word)) return NUMBER_WORDS.has(word) ? ["<poss>", "<n>"] : ["<poss>"];
	if (NUMBER_WORDS.has(word)) return ["<n>"];
	return MONTHS.has(word) ? ["<month>"] : NONE;
}
