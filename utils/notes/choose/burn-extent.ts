import type { TextRange } from "../../text/note-text";

/** Share of the body surface that is burnt, with where it stands. */
export interface BurnExtent {
	/** Percent of the whole body surface. */
	total: number;
	/** Percent of it that is burnt to the third degree. */
	third: number;
	at: TextRange;
}

const SURFACE = "(?:TBSA|BSA|total body(?: surface)?(?: area)?|body(?: surface)?(?: area)?)";
const BURNT = [
	new RegExp(
		`\\b(\\d{1,3}(?:\\.\\d)?) ?(?:%|percent) (?:of )?(?:the |his |her |total |a )*${SURFACE}\\b`,
		"i",
	),
	new RegExp(
		`\\b${SURFACE}\\b[ :]*(?:burn(?:ed|t)?|involved|of|is|was|about|estimated|at|=|approximately)?[ :]*(\\d{1,3}(?:\\.\\d)?) ?(?:%|percent)`,
		"i",
	),
];
const DEEP = "(?:third[- ]degree|3rd[- ]degree|full[- ]thickness)";
const PART_DEEP = new RegExp(
	`\\b(\\d{1,3}(?:\\.\\d)?) ?(?:%|percent)(?: of (?:them|it|this|which|that))?(?: (?:is|are|was|were|being))? ${DEEP}`,
	"i",
);
const ALL_DEEP = new RegExp(`\\ball (?:of (?:it|them) )?(?:is |are )?${DEEP}`, "i");

/** Reads the burnt share of the body surface from a note; null where none is told. */
export function burnExtentOf(text: string): BurnExtent | null {
	for (const pattern of BURNT) {
		const match = pattern.exec(text);
		const total = Number(match?.[1]);
		if (match === null || total > 100) continue;
		const third = ALL_DEEP.test(text) ? total : Number(PART_DEEP.exec(text)?.[1] ?? 0);
		return {
			total,
			third: Math.min(third, total),
			at: { start: match.index, end: match.index + match[0].length },
		};
	}
	return null;
}

/** Subcategory of T31 (burns) or T32 (corrosions) for an extent: tens of percent burnt, then tens of the third degree. */
export function extentCode(category: "T31" | "T32", { total, third }: BurnExtent): string {
	const tens = Math.min(9, Math.floor(total / 10));
	return tens === 0 ? `${category}.0` : `${category}.${tens}${Math.min(tens, Math.floor(third / 10))}`;
}
