import type { WordForms } from "../terms/word-forms";
import { indexKeys } from "./index-keys";

/**
 * Places where a cancer called metastatic is the secondary one; elsewhere "metastatic cancer of the colon" tells of a
 * colon cancer that has spread (the classification's old rule for "metastatic", still how coders read it).
 */
const SECONDARY =
	/\b(?:bones?|brain|diaphragm|heart|liver|lymph|mediastinum|meninges|peritone(?:um|al)|pleura|retroperitone(?:um|al)|spinal cord|spine|skull|rib|vertebra|pelvis|femur|humerus|omentum|mesentery|cerebr\w+|cerebellum|abdomen|chest|axilla|groin|neck|head)\b/i;
/** How a note names the columns of the Table of Neoplasms; uncertain behaviour is a pathologist's word. */
const SAID: readonly [RegExp, readonly string[][]][] = [
	[/primary/i, [["cancer"], ["malignant", "neoplasm"], ["malignant", "tumor"]]],
	[/secondary/i, [["metastasis"], ["metastasis", "cancer"]]],
	[/in situ/i, [["cancer", "situ"]]],
	[
		/benign/i,
		[
			["benign", "neoplasm"],
			["benign", "tumor"],
		],
	],
	[/uncertain/i, [["neoplasm", "uncertain", "behavior"]]],
	[/unspecified/i, [["neoplasm"], ["tumor"]]],
];

const SKIN = /^skin\b/i;
/** Places with a squamous lining of their own beside their skin. */
const LINED =
	/\b(?:lip|neck|an(?:us|al)|perianal|breast|canthus|vestibule|ala nasi|columella|septum|auditory|genital|labi\w+|penis|scrotum|vulva|nostril)\b/i;

/** A basal cell carcinoma is one of the skin, a squamous one where the place has no other lining: no note says "skin". */
function ofSkin(path: readonly string[]): boolean {
	const kind = path[path.length - 1] as string;
	return (
		/^basal cell/i.test(kind) || (/^squamous cell/i.test(kind) && !LINED.test(path.slice(1, -1).join(" ")))
	);
}

/**
 * Term sets of a row of the Table of Neoplasms: the site's words with each way a note names the column.
 * `parts` are "Neoplasm", the site path, and the column as the last part.
 */
export function neoplasmKeys(parts: readonly string[], forms: WordForms): string[][] {
	const column = parts[parts.length - 1] ?? "";
	const said = SAID.find(([pattern]) => pattern.test(column));
	if (said === undefined) return [];
	const path = parts.slice(1, -1);
	// "Mastectomy for breast cancer" tells of the cancer, not of the skin where the breast was.
	if (path.some((part) => /^mastectomy site/i.test(part))) return [];
	const sites = path.length > 0 ? indexKeys(path, forms) : [[]];
	if (path.length > 2 && SKIN.test(path[0] as string) && ofSkin(path))
		sites.push(...indexKeys(path.slice(1), forms));
	const own = SECONDARY.test(path.join(" "));
	const words = said[1].filter((way) => way.length < 2 || way[0] !== "metastasis" || own);
	if (/primary/i.test(column) && !own) words.push(["metastasis", "cancer"]);
	return sites.flatMap((site) => words.map((way) => [...site, ...way.map((word) => forms.key(word))]));
}
