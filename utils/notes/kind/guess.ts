import type { Section, SectionRole } from "../sections";
import type { NoteKind, Setting } from "../types";

/** Kind and setting of a note, guessed from its sections and a few words of it. */
export interface KindGuess {
	kind: NoteKind;
	setting: Setting;
}

const PATHOLOGY =
	/\b(?:gross description|microscopic description|specimens? (?:received|submitted|labeled)|final pathologic diagnosis|surgical pathology)\b/i;
const IMAGING =
	/\b(?:CT|MRI|MRA|MR|x-?rays?|ultrasound|sonogram|mammogra\w+|radiographs?|scan|views?|doppler|barium|contrast)\b/i;
const ED = /\b(?:emergency (?:department|room)|ED course|ER course|triage|EMS|ambulance)\b/i;
const OPERATIVE =
	/\b(?:estimated blood loss|anesthesia|prepped and draped|sterile fashion|informed consent|specimens?|tourniquet|scope was|was inserted|was placed|incision)\b/gi;
const CONSULT =
	/\b(?:reason for (?:consult\w*|referral)|consultation|consult(?:ing|ed)|referred by|thank you for (?:the )?(?:referral|asking|allowing))\b/i;
const ADMITTED =
	/\b(?:admitted|admission|inpatient|hospital(?:ized| day| course)|ICU|intensive care|transferred (?:to|from)|postoperative day|floor)\b/gi;

/** Guesses kind and setting. An unclear note is an office note of an outpatient. */
export function guessKind(sections: readonly Section[], text: string): KindGuess {
	const roles = new Set<SectionRole>(sections.map((section) => section.role));
	const head = text.slice(0, 400);
	const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
	const office = roles.has("hpi") || roles.has("ros") || roles.has("exam");
	const admitted = count(ADMITTED);
	if (roles.has("hospital-course") || roles.has("discharge-dx"))
		return { kind: "discharge", setting: "inpatient" };
	if (PATHOLOGY.test(text) && !office) return { kind: "pathology", setting: "outpatient" };
	if (
		roles.has("postop-dx") ||
		roles.has("preop-dx") ||
		(roles.has("procedure-body") && !roles.has("assessment")) ||
		(count(OPERATIVE) >= 3 && !office)
	)
		return { kind: "procedure", setting: "outpatient" };
	if (
		!office &&
		IMAGING.test(head) &&
		(roles.has("findings") || roles.has("impression") || roles.has("procedure"))
	)
		return { kind: "imaging", setting: "outpatient" };
	if (
		ED.test(text) &&
		(ED.test(head) ||
			/\bED course|emergency (?:department|room) course|seen in the (?:ED|ER)|presents? to the (?:ED|ER|emergency)/i.test(
				text,
			))
	)
		return { kind: "ed", setting: admitted >= 3 ? "inpatient" : "outpatient" };
	if (CONSULT.test(head) || roles.has("admission-dx"))
		return { kind: "consult", setting: admitted >= 2 ? "inpatient" : "outpatient" };
	return { kind: "office", setting: admitted >= 4 && text.length > 1500 ? "inpatient" : "outpatient" };
}
