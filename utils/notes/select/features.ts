import type { Candidate } from "../candidates";
import { leadingStatus } from "../candidates";
import type { KindGuess } from "../kind/guess";
import type { Mention, Passage } from "../mentions";
import type { NoteReader } from "../reader";
import type { Section, SectionRole } from "../sections";

/** Named numbers of a candidate, weighted by data/rules/selection.tsv. Absent means 0. */
export type Features = Map<string, number>;

/** Sections that hold the note's conclusion. */
export const CONCLUSION = new Set<SectionRole>([
	"assessment",
	"impression",
	"postop-dx",
	"discharge-dx",
	"preop-dx",
]);

/** Group of a code for selection: what it is, not which. */
export function codeClass(code: string): string {
	if (code.startsWith("Z")) {
		if (/^Z(?:0[0-4]|1[1-3]|2[0-3]|3[0-9]|4[0-9]|5[1-3])/.test(code)) return "visit";
		if (/^Z79/.test(code)) return "drug";
		if (/^Z8[0-4]/.test(code)) return "family";
		if (/^Z8[5-9]/.test(code)) return "past";
		if (/^Z9/.test(code)) return "status";
		return "social";
	}
	if (code.startsWith("R")) return "symptom";
	if (/^(?:M25\.5|M79\.[16]|M54\.[259]|G89|H57\.1|N64\.4|M79\.[06])/.test(code)) return "symptom";
	if (/^[ST]/.test(code)) return "injury";
	if (/^(?:C|D0|D[1-4])/.test(code)) return "neoplasm";
	if (/^O/.test(code)) return "obstetric";
	if (/^[VWXY]/.test(code)) return "external";
	if (/^(?:I10|E11|E78|E03|J45|J44|K21|I25|I48|E66|F32|F41|M19|N40|G47|M81|F17|I50|N18)/.test(code))
		return "chronic";
	return "disease";
}

/** What the features of one note share. */
export interface NoteView {
	reader: NoteReader;
	text: string;
	sections: readonly Section[];
	passages: readonly Passage[];
	guess: KindGuess;
	candidates: readonly Candidate[];
}

function roleOf(view: NoteView, mention: Mention): SectionRole {
	const passage = view.passages[mention.passage] as Passage;
	return (view.sections[passage.section] as Section).role;
}

/** Features of every candidate of a note, in the candidates' order. */
export function featuresOf(view: NoteView): Features[] {
	const { reader, candidates } = view;
	const inConclusion = candidates.map((candidate) =>
		candidate.mentions.some(
			(mention) =>
				CONCLUSION.has(roleOf(view, mention)) && mention.status !== "negated" && mention.status !== "family",
		),
	);
	const conclusions = inConclusion.filter(Boolean).length;
	const definite = candidates.some(
		(candidate, i) =>
			inConclusion[i] &&
			!/symptom|visit|status|past|drug|family|social/.test(codeClass(reader.set.code(candidate.row))),
	);
	const firstOf = candidates.map((candidate) =>
		Math.min(...candidate.mentions.map((mention) => mention.start)),
	);
	const affirmedStarts = [...firstOf].sort((a, b) => a - b);
	return candidates.map((candidate, i) => {
		const f: Features = new Map();
		const on = (name: string, value = 1): void => {
			f.set(name, value);
		};
		const code = reader.set.code(candidate.row);
		const group = codeClass(code);
		const kind = view.guess.kind;
		const status = leadingStatus(candidate);
		on("bias");
		on(`class=${group}`);
		on(`status=${status}`);
		on(`kind=${kind}`);
		on(`kind=${kind}&class=${group}`);
		on(`setting=${view.guess.setting}`);
		on(`status=${status}&setting=${view.guess.setting}`);
		const roles = new Set<string>();
		let titles = 0;
		let best: Mention | null = null;
		for (const mention of candidate.mentions) {
			if (mention.status !== status) continue;
			const role = roleOf(view, mention);
			roles.add(role);
			if (mention.inTitle) titles++;
			if (mention.told !== undefined)
				on(`told ${mention.told}${mention.bySection ? " by section" : ""}&class=${group}`);
			if (status !== "affirmed" && !mention.bySection) on(`said ${status}`);
			if (best === null || mention.weight > best.weight) best = mention;
			const passage = view.passages[mention.passage] as Passage;
			if (CONCLUSION.has(role) && passage.order === 1) on("first passage of conclusion");
			if (CONCLUSION.has(role))
				on("conclusion order", Math.max(f.get("conclusion order") ?? 0, 1 / passage.order));
			if (mention.order === 0) on("first of passage");
		}
		for (const role of roles) {
			on(`role=${role}`);
			on(`role=${role}&class=${group}`);
			on(`role=${role}&kind=${kind}`);
			on(`role=${role}&status=${status}`);
			if (conclusions === 0) on(`role=${role}&no conclusion`);
		}
		if (roles.size === 1) on(`only role=${[...roles][0]}`);
		if (titles > 0) on("in problem title");
		if (inConclusion[i]) on("in conclusion");
		else if (conclusions > 0) on(`not in conclusion&class=${group}`);
		if (conclusions === 0) on("no conclusion");
		on("conclusions", Math.min(8, conclusions) / 8);
		if (inConclusion[i]) on("in conclusion of", Math.min(8, conclusions) / 8);
		if (definite && group === "symptom") on("symptom beside diagnosis");
		if (definite && group === "symptom" && inConclusion[i]) on("symptom in conclusion beside diagnosis");
		if (candidate.mentions.some((mention) => mention.status === "negated") && status !== "negated")
			on("also negated");
		const affirmed = candidate.mentions.filter((mention) => mention.status === status).length;
		on("mentions", Math.log(affirmed));
		on("roles", Math.log(Math.max(1, roles.size)));
		on("position", (firstOf[i] as number) / Math.max(1, view.text.length));
		const rank = affirmedStarts.indexOf(firstOf[i] as number);
		if (rank === 0) on("first candidate");
		on("rank", Math.min(1, rank / 12));
		on("candidates", Math.min(1, candidates.length / 40));
		if (best !== null) {
			on("weight", Math.min(20, best.weight) / 10);
			on("cost", best.cost);
			on(`source=${best.source}`);
			on(`keys=${Math.min(4, best.keys.size)}`);
			if (best.keys.size === 1 && best.weight < 3) on("common word alone");
			const length = best.to - best.from + 1;
			on("share of sentence", Math.min(1, length / Math.max(1, best.sentence.terms.length)));
		}
		if (candidate.rule !== undefined) on("made by rule");
		on("words that chose", Math.min(3, candidate.by.length) / 3);
		if (candidate.sideMissing) on("side missing");
		const words = reader.titles.of(candidate.row);
		if (words.residual) on("residual");
		if (words.unspecified) on("unspecified");
		if (!reader.set.billable(candidate.row)) on("not billable");
		const category = code.slice(0, 3);
		const rivals = candidates.filter(
			(other) => other !== candidate && reader.set.code(other.row).startsWith(category),
		);
		if (rivals.length > 0) on("rivals in category", Math.min(3, rivals.length) / 3);
		if (rivals.length > 0 && words.unspecified) on("unspecified with rivals");
		return f;
	});
}
