import { broadClass } from "./code-class";
import { type CandidateFacts, factsOf, type NoteFacts, type NoteView } from "./note-facts";
import { noteStems, type Stems, shareOf } from "./shared-stems";

export type { NoteView } from "./note-facts";

/** Named numbers of a candidate, weighted by data/rules/selection.tsv. Absent means 0. */
export type Features = Map<string, number>;
export type ReadFeatures = ReadonlyMap<string, number>;

type On = (name: string, value?: number) => void;

/** A rank as a word: 1, 2, 3, few, many. */
function ranked(rank: number): string {
	if (rank === 0) return "none";
	if (rank <= 3) return String(rank);
	return rank <= 6 ? "few" : "many";
}

function place(on: On, view: NoteView, note: NoteFacts, fact: CandidateFacts): void {
	const { group, status, tier } = fact;
	const kind = view.guess.kind;
	const broad = broadClass(group);
	on(`class=${group}`);
	on(`status=${status}`);
	on(`kind=${kind}&class=${group}`);
	on(`status=${status}&setting=${view.guess.setting}`);
	on(`status=${status}&tier=${tier}`);
	on(`tier=${tier}&class=${broad}`);
	on(`tier=${tier}&illness=${note.illnessTier}&class=${broad}`);
	on(`tier=${tier}&best=${note.bestTier}&kind=${kind}`);
	for (const role of fact.roles) {
		on(`role=${role}`);
		on(`role=${role}&class=${broad}`);
		on(`role=${role}&kind=${kind}`);
	}
	if (fact.roles.size === 1) on(`only role=${[...fact.roles][0]}`);
	if (status === "affirmed") {
		on(`rank in tier=${ranked(fact.rankInTier)}&tier=${tier}`);
		on(`rank in class=${ranked(fact.rankInClass)}&class=${broad}`);
		on(
			`rank in class=${ranked(fact.rankInClass)}&class=${broad}&illness=${note.illnessTier <= 3 ? "found" : "none"}`,
		);
		on(`kind=${kind}&rank in tier=${ranked(fact.rankInTier)}`);
	}
	if (fact.mentions.some((mention) => mention.inTitle)) on("in problem title");
	if (fact.mentions.some((mention) => mention.inTitle)) on(`in problem title&tier=${tier}`);
	for (const mention of fact.mentions) {
		if (mention.told !== undefined)
			on(`told ${mention.told}${mention.bySection ? " by section" : ""}&class=${group}`);
		if (status !== "affirmed" && !mention.bySection) on(`said ${status}`);
	}
	on("position", fact.first / Math.max(1, view.text.length));
	if (fact.first < 160) on(`opening&class=${broad}`);
	on("illnesses concluded", Math.min(8, note.illnesses.length) / 8);
	if (fact.tier <= 2) on("concluded of", Math.min(8, note.illnesses.length) / 8);
}

function words(on: On, view: NoteView, fact: CandidateFacts): void {
	const { candidate, best } = fact;
	on("mentions", Math.log(fact.mentions.length));
	on("roles", Math.log(fact.roles.size));
	on("weight", Math.min(20, best.weight) / 10);
	on("cost", best.cost);
	on(`source=${best.source}`);
	on(`keys=${Math.min(4, best.keys.size)}`);
	if (best.keys.size === 1 && best.weight < 3) on("common word alone");
	const length = best.to - best.from + 1;
	on("share of sentence", Math.min(1, length / Math.max(1, best.sentence.terms.length)));
	if (best.order === 0) on("first of passage");
	if (candidate.rule !== undefined) on("made by rule");
	on("words that chose", Math.min(3, candidate.by.length) / 3);
	if (candidate.sideMissing) on("side missing");
	const title = view.reader.titles.of(candidate.row);
	if (title.residual) on("residual");
	if (title.unspecified) on("unspecified");
	if (!view.reader.set.billable(candidate.row)) on("not billable");
	if (
		candidate.mentions.length > fact.mentions.length &&
		candidate.mentions.some((m) => m.status === "negated")
	)
		on("also negated");
}

/** What the words around its mentions tell of it. */
function told(on: On, view: NoteView, fact: CandidateFacts): void {
	const broad = broadClass(fact.group);
	for (const mention of fact.mentions)
		for (const what of view.reader.tells(mention.sentence.terms, mention.from, mention.to)) {
			on(`tells=${what}`);
			on(`tells=${what}&class=${broad}`);
		}
}

/** How far its words come back in what the note says that it is about. */
function shared(on: On, stems: Stems, view: NoteView, fact: CandidateFacts): void {
	const broad = broadClass(fact.group);
	const words = view.text.slice(fact.best.start, fact.best.end);
	for (const [area, set] of stems) {
		const share = shareOf(set, words);
		if (share === 0) continue;
		on(`shares ${area}`, share);
		on(`shares ${area}&class=${broad}`, share);
	}
}

function rivals(on: On, view: NoteView, note: NoteFacts, fact: CandidateFacts): void {
	const { code, group } = fact;
	// A category seldom seen takes after its neighbours.
	on(`chapter=${code.slice(0, 1)}`);
	on(`codes=${code.slice(0, 2)}`);
	on(`category=${code.slice(0, 3)}`);
	const near = note.facts.filter((other) => other !== fact && other.code.slice(0, 3) === code.slice(0, 3));
	const specific = near.some(
		({ candidate, status }) => status === "affirmed" && !view.reader.titles.of(candidate.row).unspecified,
	);
	if (near.length > 0) on("rivals in category");
	if (specific && view.reader.titles.of(fact.candidate.row).unspecified) on("less specific than a rival");
	if (near.some(({ tier }) => tier < fact.tier)) on("rival nearer the conclusion");
	if (near.some(({ best }) => best.weight > fact.best.weight + 1)) on("rival with more words");
	if (group !== "symptom" && group !== "finding" && !/^[IKEJDMN]/.test(code)) return;
	const explained = note.illnesses.some(
		(illness) => illness !== fact && view.reader.partOf(code, illness.code),
	);
	if (explained) {
		on("part of a found illness");
		on(`part of a found illness&class=${group}`);
	} else if (note.illnesses.length > 0) on(`beside a found illness&class=${group}`);
	else on(`no illness found&class=${group}`);
}

/** Features of every candidate of a note, in the candidates' order. */
export function featuresOf(view: NoteView): Features[] {
	const note = factsOf(view);
	const stems = noteStems(view.text, view.sections);
	return note.facts.map((fact) => {
		const features: Features = new Map();
		const on: On = (name, value = 1) => {
			features.set(name, value);
		};
		on("bias");
		place(on, view, note, fact);
		words(on, view, fact);
		told(on, view, fact);
		shared(on, stems, view, fact);
		rivals(on, view, note, fact);
		return features;
	});
}
