import { tableRows } from "../../lexicon/tables";
import type { Section, SectionRole } from "../sections";
import type { NoteKind, Setting } from "../types";

/** Kind and setting of a note, guessed from its sections and its words. */
export interface KindGuess {
	kind: NoteKind;
	setting: Setting;
}

interface KindCue {
	pattern: RegExp;
	title: boolean;
	kind: NoteKind | "";
	setting: Setting | "";
	points: number;
}

export type KindCues = ReadonlyMap<string, readonly KindCue[]>;

const TITLE_LENGTH = 200;
/** What the presence of a section says. */
const BY_ROLE: readonly [SectionRole, NoteKind, number][] = [
	["hospital-course", "discharge", 5],
	["discharge-dx", "discharge", 4],
	["admission-dx", "discharge", 2],
	["postop-dx", "procedure", 6],
	["preop-dx", "procedure", 4],
	["procedure-body", "procedure", 3],
	["findings", "imaging", 2],
	["findings", "pathology", 1],
	["hpi", "office", 1],
	["ros", "office", 1],
	["plan", "office", 1],
	["assessment", "office", 2],
];
/** Nothing said: an office note of an outpatient. */
const START: Readonly<Record<NoteKind, number>> = {
	office: 2.5,
	ed: 0,
	procedure: 0,
	imaging: 0,
	pathology: 0,
	discharge: 0,
	consult: 0,
};

/** Cues of data/rules/kinds.tsv by the first word of theirs, in lower case. */
export function kindCues(): KindCues {
	const cues = new Map<string, KindCue[]>();
	for (const { cells } of tableRows("rules/kinds", ["words", "where", "kind", "setting", "points"])) {
		const first = /^[a-z]+/.exec(cells.words)?.[0] ?? "";
		const cue = {
			pattern: new RegExp(
				`${cells.words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+")}(?![a-z])`,
				"iy",
			),
			title: cells.where === "title",
			kind: cells.kind as NoteKind | "",
			setting: cells.setting as Setting | "",
			points: Number(cells.points),
		};
		cues.set(first, [...(cues.get(first) ?? []), cue]);
	}
	return cues;
}

/** The cues that a text has, each once; a cue of the title must end in the text's beginning. */
function cuesIn(cues: KindCues, text: string): Set<KindCue> {
	const found = new Set<KindCue>();
	const title = text.slice(0, TITLE_LENGTH);
	for (const { 0: word, index } of text.matchAll(/[a-z]+/gi))
		for (const cue of cues.get(word.toLowerCase()) ?? []) {
			if (found.has(cue) || (cue.title && index >= TITLE_LENGTH)) continue;
			cue.pattern.lastIndex = index;
			if (cue.pattern.test(cue.title ? title : text)) found.add(cue);
		}
	return found;
}

/** Guesses kind and setting by adding up what the sections and the words say. */
export function guessKind(cues: KindCues, sections: readonly Section[], text: string): KindGuess {
	const points: Record<NoteKind, number> = { ...START };
	const settings: Record<Setting, number> = { outpatient: 3, inpatient: 0 };
	const roles = new Set<SectionRole>(sections.map((section) => section.role));
	for (const [role, kind, value] of BY_ROLE) if (roles.has(role)) points[kind] += value;
	const title = text.slice(0, TITLE_LENGTH);
	for (const cue of cuesIn(cues, text)) {
		if (cue.kind !== "") points[cue.kind] += cue.points;
		if (cue.setting !== "") settings[cue.setting] += cue.points;
	}
	// An emergency note may end in a course and a final diagnosis of its own, and has an examination.
	if (points.ed >= 5 && !/discharge (?:summary|letter)/i.test(title)) points.discharge -= 7;
	if (roles.has("exam") && roles.has("hpi") && points.imaging < 8) points.imaging -= 3;
	const kind = (Object.keys(points) as NoteKind[]).reduce((a, b) => (points[b] > points[a] ? b : a));
	if (kind === "discharge") settings.inpatient += 6;
	if (kind === "imaging" || kind === "pathology" || kind === "procedure") settings.outpatient += 2;
	return { kind, setting: settings.inpatient > settings.outpatient ? "inpatient" : "outpatient" };
}
