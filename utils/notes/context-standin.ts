import type { SpanStatus } from "./types";

const NEG_BEFORE =
	/\b(?:no|not|denie[sd]|denying|without|negative for|absence of|nil|none|never|ruled out|rule out|free of|no evidence of|non)\b[^.;:]*$/i;
const UNCERTAIN =
	/(?:\?|\b(?:possible|possibly|probable|probably|likely|suspect(?:ed)?|suspicious|questionable|may|might|could|versus|vs|concern for|rule out|r\/o|presumed|presumptive|consistent with|suggestive of|query|differential)\b)[^.;]*$/i;
const HISTORY =
	/\b(?:history of|h\/o|hx of|status post|s\/p|previous|prior|past|resolved|in the past|years ago)\b[^.;]*$/i;
const FAMILY =
	/\b(?:mother|father|brother|sister|family|grandmother|grandfather|aunt|uncle|parents?|siblings?|cousin|son|daughter|fhx?)\b[^.;]*$/i;
const HYPO =
	/\b(?:if|should|in case|return|risk(?:s)? of|risks?|complications? (?:of|such as|including))\b[^.;]*$/i;

/** Temporary reading of context, by what stands before the mention in its sentence. */
export function standinContext(before: string, role: string): SpanStatus {
	if (role === "family") return "family";
	const near = before.slice(-90);
	if (FAMILY.test(near)) return "family";
	if (NEG_BEFORE.test(near) && !/\bbut\b[^.]*$/i.test(near.slice(near.search(NEG_BEFORE)))) return "negated";
	if (HYPO.test(near)) return "hypothetical";
	if (UNCERTAIN.test(near)) return "uncertain";
	if (HISTORY.test(near.slice(-45))) return "historical";
	return "affirmed";
}
