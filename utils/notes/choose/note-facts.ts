import type { TextRange } from "../../text/note-text";
import { ageOf } from "./age";
import { type BirthNumbers, birthNumbersOf } from "./birth-numbers";
import { type BurnExtent, burnExtentOf } from "./burn-extent";
import type { Episode } from "./episode";
import { type Unconscious, unconsciousFor } from "./unconscious";

/** What the whole note says about choosing codes, besides the words around a mention. */
export interface NoteFacts {
	/** Keys that hold for every mention ("trimester2", "age=adult"). */
	keys: ReadonlySet<string>;
	/** The patient's age in years, or null. */
	age: number | null;
	/** Completed weeks of a pregnancy, with where they stand. */
	weeks: { weeks: number; at: TextRange } | null;
	/** Body mass index (kg/m²) of an adult, the last one named, with where it stands. */
	bmi: { value: number; at: TextRange } | null;
	/** A newborn's weight and weeks. */
	birth: BirthNumbers;
	/** Burnt share of the body surface. */
	burnt: BurnExtent | null;
	/** How long consciousness was lost. */
	unconscious: Unconscious | null;
	/** Episode of care for injuries. */
	episode: Episode;
}

const WEEKS = [
	/\b(\d{1,2})(?:[\s-]*(?:\+|and)?\s*\d\/7|\s*\+\s*\d)?[\s-]*(?:weeks?|wks?)[\s']*(?:\d\s*days?\s*)?(?:of\s+)?(?:gestation|gestational|pregnan\w*|EGA|GA|IUP)\b/i,
	/\b(\d{1,2})\s*w\s*\d\s*d\b/i,
	/\b(?:EGA|GA|gestation(?:al age)?|IUP|intrauterine pregnancy|pregnan\w+)\W+(?:of\s+|at\s+|is\s+)?(\d{1,2})(?:(?:[\s-]+\d\/7)?\s*(?:weeks?|wks?)|\s*\+)/i,
	/\b(?:pre-?eclampsia|eclampsia|hypertension|labou?r|fetus|fetal|membranes|p?prom|cesarean|previa|breech|twins?|delivery|\w+hydramnios|abortion|miscarriage|demise)\b[^.\n]{0,40}?\bat\s+(\d{1,2})(?:\s*(?:\+|and|-)?\s*\d(?:\/7)?)?\s*(?:weeks?|wks?)\b(?!\s*(?:post|after|of age|old|follow))/i,
	/\b(?:gestational (?:diabetes|hypertension)|pre-?eclampsia|GDM|A[12]GDM)\b[^.\n]{0,60}?\b(\d{2})\s*(?:weeks?|wks?)\b(?!\s*(?:ago|post|old|after|from))/i,
	/\b(?:hyperemesis|pre-?eclampsia|placenta pr(?:a)?evia|pregnan\w+|twins?|hydramnios|fetal growth)\b[^\n]{0,60}?\b(\d{1,2})\s*(?:weeks?|wks?)(?=\s*(?:[.,;)]|$))/im,
	/(?:^|[:.]\s+|\n)(\d{1,2})\s*(?:weeks?|wks?)[.,]\s+(?=[^\n]{0,60}\b(?:pre-?eclampsia|pregnan|twins?|placenta|fetal|labou?r)\w*)/im,
	// "Preeclampsia.\nMild. 35 weeks.", "Threatened abortion. 9 weeks by ultrasound."
	/\b(?:gestational hypertension|gestational diabetes|pre-?eclampsia|hyperemesis|placenta pra?evia|pregnan\w+|twins?|breech|(?:threatened|missed|incomplete) (?:abortion|miscarriage)|cervical insufficiency)\b[^\n.]{0,30}[.,\n]{1,2} ?(?:(?:mild|severe|moderate|complete|marginal|first|second|normal)\b[^\n.]{0,20}[.,] ?)?(?:she is |now |at )?(\d{1,2})(?:[\s-]*(?:\+|and)?\s*\d\/7)?\s*(?:weeks?|wks?)\b(?!\s*(?:ago|post|old|after|from|of age))/i,
	/\b(?:G\d,?\s*P\d[\w-]*|gravida \w+,? para \w+),?\s+(?:\w+ )?(?:at\s+)?(\d{1,2})(?:[\s-]*\d\/7)?[\s-]*(?:weeks?|wks?|w)\b/i,
	/\b(\d{1,2})-\d\/7\s*(?:weeks?|wks?)\b(?!\s*(?:post|old|of age))/i,
	// "9/40", "28+3/40": weeks of forty, where the line speaks of a pregnancy (20/40 is a visual acuity elsewhere).
	/\b(\d{1,2})(?:\+\d)?\/40\b(?=[^\n]{0,60}\b(?:G\d\s*P\d|preg\w*|antenatal|booking|midwife|LMP|EDD|FHR?|fetal|foetal|vomiting|hyperemesis|PV ?B)\b)/i,
	/\b(?:G\d\s*P\d\+?\d?|preg\w*|antenatal|booking|gestation)\b[^\n]{0,40}?\b(\d{1,2})(?:\+\d)?\/40\b/i,
];
const FOLLOW_UP =
	/\b(?:follow[\s-]?up|fracture clinic|recheck|review of (?:her|his|the) (?:fracture|wound)|(?:weeks?|wks?|months?) (?:post|after|out\b|s\/p|since)|post[\s-]?op(?:erative)? (?:visit|check)|(?:cast|sutures?|staples?) (?:off|out|removal|removed)|healing (?:well|as expected|(?:\w+ ){0,3}fractures?)|fracture(?: \w+)? healing|aftercare|subsequent (?:visit|encounter))\b/i;

const BMI =
	/\b(?:BMI|body mass index)(?:\s*\(BMI\))?\s*(?:(?:is|was|of|at|now|today|currently|[:=,(>~]|greater than|over|approximately|calculated)\s*){0,3}(\d{2}(?:\.\d{1,2})?)(?!\s*(?:%|th\b|percent|\/))/gi;
/** Tabular note at Z00.0: a child's examination (to 17 years) has codes of its own. */
const ADULT = 18;
/** Tabular notes at Z68: the adult codes are for 20 years and older. */
const GROWN = 20;

/** Guideline I.C.15.a.1: trimesters are counted from the first day of the last period. */
function trimester(weeks: number): string {
	return weeks < 14 ? "trimester1" : weeks < 28 ? "trimester2" : "trimester3";
}

const PREGNANCIES = /\bG(\d),?\s*P(\d)|\bgravida (\d),? para (\d)/i;

/** "parity=first" in a first pregnancy, "parity=more" after a birth; null where the note does not tell or leaves it open. */
function parityOf(text: string): string | null {
	const match = PREGNANCIES.exec(text);
	if (match === null) return null;
	const [pregnancies, births] = [Number(match[1] ?? match[3]), Number(match[2] ?? match[4])];
	if (pregnancies === 1 && births === 0) return "parity=first";
	return pregnancies > 1 && births > 0 ? "parity=more" : null;
}

/** Reads the facts of a note. */
export function noteFactsOf(text: string): NoteFacts {
	const keys = new Set<string>();
	let weeks: NoteFacts["weeks"] = null;
	for (const pattern of WEEKS) {
		const match = pattern.exec(text);
		const value = Number(match?.[1]);
		if (match === null || value < 4 || value > 42) continue;
		weeks = { weeks: value, at: { start: match.index, end: match.index + match[0].length } };
		keys.add(trimester(value));
		break;
	}
	const parity = parityOf(text);
	if (parity !== null) keys.add(parity);
	const age = ageOf(text);
	if (age !== null) keys.add(age < ADULT ? "age=child" : "age=adult");
	const said = age !== null && age < GROWN ? undefined : [...text.matchAll(BMI)].pop();
	const value = Number(said?.[1]);
	const bmi =
		said === undefined || value < 10 || value > 90
			? null
			: { value, at: { start: said.index, end: said.index + said[0].length } };
	const burnt = burnExtentOf(text);
	return {
		keys,
		age,
		weeks,
		bmi,
		birth: birthNumbersOf(text),
		burnt,
		unconscious: unconsciousFor(text),
		episode: FOLLOW_UP.test(text.slice(0, 260)) ? "subsequent" : "initial",
	};
}
