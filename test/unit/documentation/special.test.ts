import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { findGaps } from "../../../utils/documentation/find";
import type { DocumentationInput } from "../../../utils/documentation/input";
import { readWords } from "../../../utils/documentation/note-words";
import { specialFindings } from "../../../utils/documentation/rules/special";
import { finish, noteInput, suggested } from "./hand-made";

loadTables();

const rules = (text: string, more: Partial<DocumentationInput> = {}) =>
	[
		...specialFindings(noteInput(text, more.suggestions ? [...more.suggestions] : [], more), readWords(text)),
	].map(({ rule, quote, indicators }) => [rule, quote, ...indicators.map((one) => one.quote)].join(" | "));

describe("statements that cannot both hold", () => {
	it.each([
		[
			"PMH: CKD stage 3a.\nAssessment: CKD stage 4, refer.",
			["ckd-stage-conflict | CKD stage 3a | CKD stage 4"],
		],
		["PMH: CKD stage 3.\nAssessment: CKD stage 3b, stable.", []],
		["PMH: CKD stage IV.\nAssessment: CKD stage 4, stable.", []],
		["CKD stage 3a, now stage 4: CKD stage 4.", []],
		["PMH: type 1 diabetes.\nA/P: Type 2 diabetes, A1c 6.8.", ["diabetes-type-conflict | type 1 | Type 2"]],
		["FH: brother type 1 diabetes.\nA/P: Type 2 diabetes.", []],
		[
			"Social history: never smoker.\nAssessment: nicotine dependence, cigarettes.",
			["tobacco-conflict | never smoker | nicotine dependence"],
		],
		["Social history: never smoker. Husband smokes two packs a day.", []],
		[
			"Patient remains intubated on the ventilator.\nExtubated yesterday, on room air.",
			["intubation-conflict | remains intubated | Extubated"],
		],
		[
			"S/p cholecystectomy 2010.\nUltrasound: the gallbladder is distended.",
			["gallbladder-conflict | S/p cholecystectomy | gallbladder is distended"],
		],
	])("%s", (text, expected) => expect(rules(text)).toEqual(expected));
});

describe("sides in two places", () => {
	it("shows both and takes no side", () => {
		const text =
			"HPI: left knee pain for months.\nExam: left knee crepitus.\nAssessment: Osteoarthritis of the right knee.";
		expect(rules(text)).toEqual(["side-conflict | right knee | left knee"]);
	});

	it.each([
		"HPI: right knee pain.\nExam: left knee normal for comparison.\nAssessment: Osteoarthritis of the right knee.",
		"HPI: left knee pain.\nAssessment: Osteoarthritis of the knee.",
		"HPI: left knee replacement in 2019.\nAssessment: Osteoarthritis of the right knee.",
		"HPI: left and right knee pain.\nAssessment: Osteoarthritis of the right knee.",
	])("is silent: %s", (text) => expect(rules(text)).toEqual([]));
});

describe("history of something that goes on", () => {
	it("is shown with both statements", () => {
		expect(rules("History of left breast cancer. Cycle 3 of 6 chemotherapy given today.")).toEqual([
			"cancer-history-active | History of left breast cancer | Cycle 3",
		]);
	});

	it.each([
		"History of breast cancer, completed chemotherapy in 2015.",
		"Mother has a history of breast cancer. Cycle 3 discussed.",
		"History of atrial fibrillation, ablated, ECG shows sinus rhythm.",
	])("is silent: %s", (text) => expect(rules(text)).toEqual([]));
});

describe("uncertain diagnoses", () => {
	const text = "Impression: probable pneumonia. Azithromycin.";
	const probable = () => [suggested(text, "J18.9", "pneumonia", "uncertain")];

	it("are shown at an outpatient visit, with the word that makes them so", () => {
		expect(rules(text, { suggestions: probable() })).toEqual(["uncertain-outpatient | probable pneumonia"]);
	});

	it("are coded at an inpatient discharge: silence", () => {
		expect(rules(text, { suggestions: probable(), setting: "inpatient" })).toEqual([]);
	});

	it("are settled by a firm mention, and are not worries", () => {
		const firm = suggested(text, "J18.1", "pneumonia");
		expect(rules(text, { suggestions: [...probable(), firm] })).toEqual([]);
		const worry = "Patient is worried about possible pneumonia.";
		expect(rules(worry, { suggestions: [suggested(worry, "J18.9", "pneumonia", "uncertain")] })).toEqual([]);
	});
});

describe("the topic of an uncertain diagnosis", () => {
	const topicOf = (text: string, suggestions: ReturnType<typeof suggested>[]) =>
		[...specialFindings(noteInput(text, suggestions), readWords(text))]
			.filter(({ rule }) => rule === "uncertain-outpatient")
			.map(({ topic }) => topic);

	it("is the type where the words behind a firm condition tell its kind", () => {
		const text = "Assessment: Dementia, most likely Alzheimer type.";
		const firm = suggested(text, "F03.90", "Dementia");
		expect(topicOf(text, [firm, suggested(text, "G30.9", "Alzheimer", "uncertain")])).toEqual(["type"]);
	});

	it("is the type of a lesion", () => {
		const text = "Impression: 5 cm mass of the upper lip, possible hemangioma.";
		expect(topicOf(text, [suggested(text, "D18.00", "hemangioma", "uncertain")])).toEqual(["type"]);
	});

	it("is the type where the condition is firm and its kind is not", () => {
		const text = "Assessment: Migraine. Dizziness consistent with vestibular migraine.";
		const firm = suggested(text, "G43.909", "Migraine", "affirmed", {
			title: "Migraine, unspecified, not intractable",
		});
		const kind = suggested(text, "G43.809", "vestibular migraine", "uncertain", { title: "Other migraine" });
		expect(topicOf(text, [firm, kind])).toEqual(["type"]);
		const told = suggested(text, "G43.809", "Migraine", "affirmed", { title: "Other migraine" });
		expect(topicOf(text, [told, kind])).toEqual([]);
	});

	it("is the cause where it is told as one", () => {
		const text = "Assessment: Leukocytosis, possibly secondary to cystitis.";
		expect(topicOf(text, [suggested(text, "N30.90", "cystitis", "uncertain")])).toEqual(["cause"]);
	});

	it("is another where it stands alone, or for a symptom", () => {
		const alone = "Impression: ? cystitis.";
		expect(topicOf(alone, [suggested(alone, "N30.90", "cystitis", "uncertain")])).toEqual(["other"]);
		const behind = "Impression: Headache, likely migraine.";
		const firm = suggested(behind, "R51.9", "Headache");
		expect(topicOf(behind, [firm, suggested(behind, "G43.909", "migraine", "uncertain")])).toEqual(["other"]);
	});

	it("is none where an examination looks for it, or only a later word is uncertain", () => {
		const looked = "Plan: assess for possible cystitis.";
		expect(topicOf(looked, [suggested(looked, "N30.90", "cystitis", "uncertain")])).toEqual([]);
		const second = "Postoperative diagnosis: bleeding consistent with trauma and cystitis.";
		expect(topicOf(second, [suggested(second, "N30.90", "cystitis", "uncertain")])).toEqual([]);
		const later = "Assessment: abrasion of the abdomen from the seatbelt and likely from the airbag as well.";
		expect(topicOf(later, [suggested(later, "S30.811A", "abrasion", "uncertain")])).toEqual([]);
	});
});

describe("operations", () => {
	it("ask for the side where the whole note has none", () => {
		const set = { find: () => -1 } as never;
		const asked = (note: string, kind: DocumentationInput["kind"]) =>
			finish(findGaps(noteInput(note, [], { set, kind }))).map(({ rule, quote }) => `${rule} | ${quote}`);
		const text = "PROCEDURE: Carpal tunnel release.\nThe operative arm was prepped.";
		expect(asked(text, "procedure")).toEqual(["operative-side | operative arm"]);
		expect(asked(text.replace("The operative", "The left"), "procedure")).toEqual([]);
		expect(asked(text, "office")).toEqual([]);
	});

	it("ask for the pathology that is still out", () => {
		const text = "FINDINGS: A sigmoid polyp was removed and sent to pathology.";
		expect(rules(text, { kind: "procedure" })[0]).toBe(
			"pathology-pending | sent to pathology | sigmoid polyp",
		);
		expect(rules(`${text} Pathology showed a tubular adenoma.`, { kind: "procedure" })).toEqual([]);
		const silent = "POSTOPERATIVE DIAGNOSIS: Skin lesion.\nFINDINGS: It was excised.";
		expect(rules(silent, { kind: "procedure" })[0]).toMatch(/^pathology-pending \| Skin lesion/);
	});

	it.each([
		["an earlier result", "INDICATIONS: Biopsy of the left breast showed fibrocystic disease.\n"],
		["what it looked like", "FINDINGS: The mucosa was adenomatous-appearing.\n"],
		["what it appeared to be", "FINDINGS: It appeared to be a lipoma.\n"],
	])("are asked in spite of %s", (_, before) => {
		const text = `${before}PROCEDURE: The left breast mass was excised and sent to the lab.`;
		expect(rules(text, { kind: "procedure" })[0]).toMatch(/^pathology-pending \| sent to the lab/);
	});

	it("are not asked where the tumour is known", () => {
		const text =
			"POSTOPERATIVE DIAGNOSIS: Colon cancer.\nPROCEDURE: The mass was resected and sent to pathology.";
		const known = { kind: "procedure" as const, suggestions: [suggested(text, "C18.9", "Colon cancer")] };
		expect(rules(text, known)).toEqual([]);
	});

	it("ask for the side at the part that was operated on", () => {
		const text = "PROCEDURE: Carpal tunnel release.\nPROCEDURE IN DETAIL: The operative arm was prepped.";
		expect(rules(text, { kind: "procedure" })).toEqual(["operative-side | operative arm | Carpal tunnel"]);
	});
});

describe("findGaps", () => {
	it("asks once about words that another finding of the topic names", () => {
		const text =
			"POSTOPERATIVE DIAGNOSIS: Colonic polyps.\nPROCEDURE: The polyps were removed and sent to pathology.";
		const set = { find: () => -1 } as never;
		const input = noteInput(text, [suggested(text, "K63.5", "Colonic polyps")], { set, kind: "procedure" });
		const silent = `${text} A rectal polyp was left.`;
		const two = noteInput(silent, [suggested(silent, "K63.5", "rectal polyp")], { set, kind: "procedure" });
		expect(finish(findGaps(two)).map(({ rule }) => rule)).toEqual(["pathology-pending"]);
		expect(finish(findGaps(input)).map(({ rule }) => rule)).toEqual(["pathology-pending"]);
	});

	it("quotes the reading that speaks to the question, with its place", () => {
		const text = "Labs: eGFR 38 today.\nAssessment: CKD, stable.";
		const set = { find: () => -1 } as never;
		const [finding] = finish(findGaps(noteInput(text, [suggested(text, "N18.9", "CKD")], { set })));
		expect(finding?.indicators.map(({ quote }) => quote)).toEqual(["eGFR 38"]);
		expect(finding?.query).toContain(
			"The record states: “CKD” (Assessment).\nAlso in the record: “eGFR 38” (Labs).",
		);
	});

	it("keeps within the cap, in the order of the note, and what stands in the way alone", () => {
		const text =
			"Impression: urosepsis. Asthma. Dementia. Depression. Diabetes. Atrial fibrillation. Anemia. Obesity.";
		const suggestions = [
			suggested(text, "J45.909", "Asthma"),
			suggested(text, "F03.90", "Dementia"),
			suggested(text, "F32.A", "Depression"),
			suggested(text, "E11.9", "Diabetes"),
			suggested(text, "I48.91", "Atrial fibrillation"),
			suggested(text, "D64.9", "Anemia"),
			suggested(text, "E66.9", "Obesity"),
		];
		const set = { find: () => -1 } as never;
		const all = finish(findGaps(noteInput(text, suggestions, { set }), { cap: 50 }));
		expect(all.length).toBeGreaterThan(7);
		const few = finish(findGaps(noteInput(text, suggestions, { set }), { cap: 3 }));
		expect(few).toHaveLength(3);
		expect(few.map(({ start }) => start)).toEqual([...few.map(({ start }) => start)].sort((a, b) => a - b));
		expect(few.map(({ rule }) => rule)).toContain("urosepsis");
	});

	it("takes a note of any kind: empty, one word, one line of 200,000 characters", () => {
		const set = { find: () => -1 } as never;
		for (const text of ["", "x", " \n\n ", "asthma ".repeat(30_000), "🩺 Größe – naïve"])
			expect(() => finish(findGaps(noteInput(text, [], { set })))).not.toThrow();
	});
});
