import type { Candidate } from "../candidates";
import { leadingStatus } from "../candidates";
import type { KindGuess } from "../kind/guess";
import type { Mention } from "../mentions";
import type { Passage } from "../passages";
import type { NoteReader } from "../reader";
import type { Section, SectionRole } from "../sections";
import type { SpanStatus } from "../types";
import { broadClass, codeClass, isIllness } from "./code-class";

/** What the features of one note share. */
export interface NoteView {
	reader: NoteReader;
	text: string;
	sections: readonly Section[];
	passages: readonly Passage[];
	guess: KindGuess;
	candidates: readonly Candidate[];
}

/** How close a section is to the note's conclusion: 1 final diagnoses … 6 history and background. */
const TIERS: Readonly<Partial<Record<SectionRole, number>>> = {
	"postop-dx": 1,
	"discharge-dx": 1,
	assessment: 2,
	impression: 2,
	"preop-dx": 3,
	"admission-dx": 3,
	indication: 4,
	"chief-complaint": 4,
	"hospital-course": 4,
	findings: 4,
	procedure: 4,
	hpi: 5,
	plan: 5,
	unknown: 5,
	"procedure-body": 5,
	differential: 5,
};

/** What one candidate is in its note. */
export interface CandidateFacts {
	candidate: Candidate;
	code: string;
	group: string;
	status: SpanStatus;
	/** Mentions of the leading status. */
	mentions: Mention[];
	roles: Set<SectionRole>;
	tier: number;
	/** Offset of the first mention of the leading status. */
	first: number;
	/** 1 for the first candidate of its tier (by place in the note), and of its class in the note. */
	rankInTier: number;
	rankInClass: number;
	best: Mention;
}

export interface NoteFacts {
	facts: CandidateFacts[];
	/** Best tier in which an affirmed illness stands; 7 when there is none. */
	illnessTier: number;
	/** Best tier in which anything affirmed stands. */
	bestTier: number;
	/** Affirmed illnesses in the best illness tier. */
	illnesses: CandidateFacts[];
}

/** Roles of the sections; "Same." under a postoperative diagnosis lifts the preoperative one. */
export function rolesOf(sections: readonly Section[]): SectionRole[] {
	const roles = sections.map(({ role }) => role);
	for (const { sameAs, role } of sections) if (sameAs !== undefined) roles[sameAs] = role;
	return roles;
}

/** Works out what every candidate is in its note. */
export function factsOf(view: NoteView): NoteFacts {
	const sectionRoles = rolesOf(view.sections);
	const roleOf = (mention: Mention): SectionRole =>
		sectionRoles[(view.passages[mention.passage] as Passage).section] as SectionRole;
	const facts = view.candidates.map((candidate): CandidateFacts => {
		const code = view.reader.set.code(candidate.row);
		const status = leadingStatus(candidate);
		const mentions = candidate.mentions.filter((mention) => mention.status === status);
		const roles = new Set(mentions.map((mention) => roleOf(mention)));
		return {
			candidate,
			code,
			group: codeClass(code),
			status,
			mentions,
			roles,
			tier: Math.min(...[...roles].map((role) => TIERS[role] ?? 6)),
			first: (candidate.placedBy ?? mentions).reduce(
				(least, { start }) => Math.min(least, start),
				Number.POSITIVE_INFINITY,
			),
			rankInTier: 0,
			rankInClass: 0,
			best: mentions.reduce((a, b) => (b.weight > a.weight ? b : a)),
		};
	});
	const affirmed = facts.filter(({ status }) => status === "affirmed");
	rank(affirmed, (fact) => `${fact.tier}`, "rankInTier");
	rank(affirmed, (fact) => broadClass(fact.group), "rankInClass");
	const illnesses = affirmed.filter(({ group }) => isIllness(group));
	const illnessTier = Math.min(7, ...illnesses.map(({ tier }) => tier));
	return {
		facts,
		illnessTier,
		bestTier: Math.min(7, ...affirmed.map(({ tier }) => tier)),
		illnesses: illnesses.filter(({ tier }) => tier <= Math.max(2, illnessTier)),
	};
}

function rank(
	facts: readonly CandidateFacts[],
	group: (fact: CandidateFacts) => string,
	into: "rankInTier" | "rankInClass",
): void {
	const seen = new Map<string, number>();
	for (const fact of [...facts].sort((a, b) => a.first - b.first || b.best.weight - a.best.weight)) {
		const place = (seen.get(group(fact)) ?? 0) + 1;
		seen.set(group(fact), place);
		fact[into] = place;
	}
}
