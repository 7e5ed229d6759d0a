import { beforeAll, describe, expect, it } from "vitest";
import { readWhole } from "../../../utils/notes/analyze";
import type { NoteReader } from "../../../utils/notes/reader";
import { starterReader } from "./starter-reader";

let reader: NoteReader;
beforeAll(() => {
	reader = starterReader();
}, 60_000);

/** Codes of an assessment of one line, in rising order, without what the note denies. */
function codesOf(words: string): string[] {
	return readWhole(reader, { text: `ASSESSMENT:\n${words}\n` }, { depth: "all", externalCauses: true })
		.suggestions.filter(({ status }) => status !== "negated")
		.map(({ code }) => code)
		.sort();
}

describe("which code words choose", () => {
	it.each([
		["Right inguinal hernia, incarcerated.", ["K40.30"]],
		["Primary osteoarthritis, left knee.", ["M17.12"]],
		["Acute renal failure, anemia.", ["D64.9", "N17.9"]],
		["Feels exhausted.", ["R53.83"]],
		["Exhaustion.", ["R53.83"]],
		["Legs gave way.", []],
		["Plantar fascitis, left foot.", ["M67.A02"]],
		["Right wrist Colles fracture.", ["S52.531A"]],
		["Acute and chronic gastritis.", ["K29.00", "K29.50"]],
		["Painful feet.", ["M79.671", "M79.672"]],
		["Nuclear sclerotic cataract in each eye.", ["H25.13"]],
		["Acute on chronic systolic heart failure.", ["I50.23"]],
		["Dysphagia and esophageal spasm.", ["K22.4", "R13.10"]],
		["Left shoulder impingement with rotator cuff tear.", ["M75.102", "M75.42"]],
		["Lisfranc fracture, left foot.", ["S93.325A"]],
		["A 12-year-old boy, annual physical.", ["Z00.129"]],
		["Annual physical; takes aspirin for 3 years.", ["Z00.00", "Z79.82"]],
		["Ischemic stroke, left MCA territory.", ["I63.512"]],
		["Depressive episode, moderate, recurrent.", ["F33.1"]],
		["Nasal congestion, eye pain.", ["H57.10", "R09.81"]],
		["Here for a 2nd opinion.", []],
		["He sat down after the stress test; LDL 120, no tag.", []],
		["Cervical and lumbar strain.", ["S16.1XXA", "S39.012A"]],
		["Gustilo IIIB open fracture of the left tibial shaft.", ["S82.202C"]],
		["Grade II open fracture of the left tibial shaft.", ["S82.202B"]],
		["Delayed union of the left tibial shaft fracture.", ["S82.202G"]],
		["Right lower leg pain.", ["M79.661"]],
		["Right leg pain.", ["M79.604"]],
		["Right pulmonary contusion.", ["S27.321A"]],
		["Stab wound of the left thigh.", ["S71.112A", "X99.1XXA"]],
		["Subdural hematoma from the fall, unconscious for two hours.", ["R40.20", "S06.5X3A", "W19.XXXA"]],
		["Pulmonary emphysema.", ["J43.9"]],
		["Crohn's disease with rectal bleeding.", ["K50.911"]],
		["Alcoholic hepatitis.", ["K70.10"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});

	it.each([
		["Cervical spine sprain/strain.", ["S13.4XXA", "S16.1XXA"]],
		["Moderate dementia, Alzheimer type.", ["F02.B0", "G30.9"]],
		["Alzheimer's dementia with agitation.", ["F02.811", "G30.9"]],
		["BPH with urinary retention.", ["N40.1", "R33.8"]],
		["Left rotator cuff tear. Impingement syndrome of the left shoulder.", ["M75.102", "M75.42"]],
		["Tick bite of the right knee.", ["S80.261A", "W57.XXXA"]],
	])("%s (two that go together)", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});
});

describe("one code for a condition and what comes with it", () => {
	it.each([
		["Ulcerative colitis with intestinal obstruction.", ["K51.912"]],
		["Crohn's disease of the small intestine, with rectal bleeding.", ["K50.011"]],
		["Mild intermittent asthma with acute exacerbation.", ["J45.21"]],
		["Recurrent right inguinal hernia with obstruction.", ["K40.31"]],
		["Acute on chronic heart failure with preserved ejection fraction.", ["I50.33"]],
		["Diverticulitis of both small and large intestine with perforation.", ["K57.40"]],
		["Second-degree internal hemorrhoids.", ["K64.1"]],
		["Severe aortic stenosis. Moderate aortic regurgitation.", ["I35.2"]],
		["Pancolitis with toxic megacolon.", ["K51.018", "K59.31"]],
		["Genuine stress urinary incontinence.", ["N39.3"]],
		["A 5-week-old boy with pyloric stenosis.", ["Q40.0"]],
		["A 55-year-old man with pyloric stenosis.", ["K31.1"]],
		["Low back pain. Degenerative disc disease L4-5.", ["M51.360"]],
		["Infected right hip prosthesis, status post right hip replacement.", ["T84.51XA"]],
		["Mantle cell lymphoma.", ["C83.10"]],
		["Thoracic spondylosis with radiculopathy.", ["M47.24"]],
		["Twin pregnancy, first trimester.", ["O30.001"]],
		["Preterm labor without delivery, second trimester.", ["O60.02"]],
		["Chronic DVT of the right femoral vein.", ["I82.511"]],
		["Left hemiplegia following stroke.", ["I69.354"]],
		["Intractable migraine without aura with status migrainosus.", ["G43.011"]],
		["Acute ischemic stroke, right middle cerebral artery.", ["I63.511"]],
		["Lack of energy.", ["R53.83"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});

	it("each side of the body keeps its own", () => {
		const codes = codesOf("Left knee pain and right knee pain.");
		expect(codes).toEqual(["M25.561", "M25.562"]);
	});
});

it("what is told as not there ends with its item of a list", () => {
	expect(codesOf("COPD without exacerbation, diabetes, GERD.")).toEqual(["E11.9", "J44.9", "K21.9"]);
	expect(codesOf("Migraine without aura, nausea or vomiting.")).toEqual(["G43.009"]);
	expect(codesOf("Cough without fever, chills.")).toEqual(["R05.9"]);
});

describe("an episode at another time chooses no code", () => {
	it.each([
		["Asthma. His symptoms are exacerbated during winter.", ["J45.909"]],
		["Asthma, symptoms exacerbated by cold air and exercise.", ["J45.909"]],
		["Asthma, last exacerbation in 2019.", ["J45.909"]],
		["COPD with frequent exacerbations.", ["J44.9"]],
		["COPD exacerbated by pneumonia.", ["J18.9", "J44.0", "J44.1"]],
		["Asthma. Mild exacerbation today.", ["J45.901"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});
});

describe("words that stand apart from the condition", () => {
	it.each([
		["Asthma.\nModerate persistent. No fever.", ["J45.40"]],
		["Anemia. From iron deficiency.", ["D50.9"]],
		["Osteoarthritis of the knees, right > left.", ["M17.0"]],
		["Preterm infant. 31 weeks, birth weight 1,420 g.", ["P07.15", "P07.34"]],
		["Preeclampsia.\nMild. 35 weeks.", ["O14.03", "Z3A.35"]],
		["Concussion. Without loss of consciousness.", ["S06.0X0A"]],
		["Systolic heart failure. It is acute on chronic.", ["I50.23"]],
		["Heart failure, acute bronchitis.", ["I50.9", "J20.9"]],
		["Pain in the left hip and left knee.", ["M25.552", "M25.562"]],
		["Pain of the left hip and knee.", ["M25.552", "M25.562"]],
		["Fractures of the right distal radius and ulnar styloid.", ["S52.501A", "S52.611A"]],
		["Left index finger pain.", ["M79.645"]],
		["Pneumonia. Cultures grew Klebsiella.", ["J15.0"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});
});

describe("a pathologist's label", () => {
	it.each([
		["Prostate, needle biopsy: Adenocarcinoma, Gleason 7.", ["C61"]],
		["Lung, right upper lobe, wedge resection: Adenocarcinoma.", ["C34.11"]],
		["Skin, left cheek, excision: Basal cell carcinoma.", ["C44.319"]],
		["A.  Right upper lobe lung resection showing:  Adenocarcinoma.", ["C34.11"]],
		[
			"Metastatic adenocarcinoma of the prostate in two of nine left obturator lymph nodes.",
			["C61", "C77.5"],
		],
		["Adenocarcinoma of the lung with metastases to the liver.", ["C34.90", "C78.7"]],
	])("%s", (words, codes) => {
		expect(codesOf(words)).toEqual(codes);
	});
});

describe("a history of family and social matters at once", () => {
	it("has the relatives' illnesses and the patient's habits", () => {
		const text =
			"FAMILY AND SOCIAL HISTORY: Positive for hypertension and colon cancer. He smokes one pack of cigarettes per day.";
		const { suggestions } = readWhole(reader, { text }, { depth: "all" });
		const status = (code: string) => suggestions.find((one) => one.code === code)?.status;
		expect(status("I10")).toBe("family");
		expect(status("C18.9")).toBe("family");
		expect(status("F17.210")).toBe("affirmed");
	});
});

it("weeks in fortieths are weeks of a pregnancy, a visual acuity is none", () => {
	const codes = (text: string) =>
		readWhole(reader, { text }, { depth: "all" }).suggestions.map(({ code }) => code);
	expect(codes("9/40 G2P1, vomiting.\nImp: hyperemesis gravidarum")).toContain("Z3A.09");
	expect(codes("VA 20/40 both eyes.\nImp: hyperemesis gravidarum")).not.toContain("Z3A.20");
});

it("the initial of a name is no side", () => {
	const text = "L. Fontaine, DO, Emergency medicine\n\nDIAGNOSIS: Distal radius fracture.";
	const { suggestions } = readWhole(reader, { text });
	expect(suggestions.map(({ code }) => code)).toContain("S52.509A");
	const sided = readWhole(reader, { text: "DIAGNOSIS: Distal radius fracture, L." });
	expect(sided.suggestions.map(({ code }) => code)).toContain("S52.502A");
});

it("depression and anxiety are two conditions, anxiety with depression is one", () => {
	const codes = (text: string) => readWhole(reader, { text }).suggestions.map(({ code }) => code);
	expect(codes("DIAGNOSES: Depression and anxiety.")).toEqual(expect.arrayContaining(["F32.A", "F41.9"]));
	expect(codes("DIAGNOSES: Anxiety, depression.")).toEqual(expect.arrayContaining(["F32.A", "F41.9"]));
	expect(codes("DIAGNOSIS: Anxiety with depression.")).toEqual(["F41.8"]);
});

it("a compression fracture of a vertebra is a collapse unless an injury is told", () => {
	const codes = (text: string) => readWhole(reader, { text }).suggestions.map(({ code }) => code);
	expect(codes("IMPRESSION: Compression fracture of L1.")).toContain("M48.56XA");
	const injured = codes("He fell from a ladder.\n\nIMPRESSION: Compression fracture of L1.");
	expect(injured.some((code) => code.startsWith("S32.01"))).toBe(true);
	expect(injured).not.toContain("M48.56XA");
});

it("an ulcer of the foot is no ulcer of the lower leg, whatever the index sees there", () => {
	const codes = (text: string) => readWhole(reader, { text }).suggestions.map(({ code }) => code);
	const foot = codes("ASSESSMENT: Non-healing ulcer of the right foot.");
	expect(foot.some((code) => code.startsWith("L97.51"))).toBe(true);
	expect(foot.filter((code) => code.startsWith("L97.9"))).toEqual([]);
	const diabetic = codes("ASSESSMENT: Diabetic foot ulcer, right. Edema of the calf.");
	expect(diabetic.filter((code) => /^L97\.[29]/.test(code))).toEqual([]);
});

it("the smallest whole that a part lies in decides, and toes have numbers", () => {
	const first = (words: string) =>
		readWhole(reader, { text: `ASSESSMENT:\n${words}.` }).suggestions.filter(({ selected }) => selected)[0]
			?.code;
	expect(first("Right thumb abscess")).toBe("L02.511");
	expect(first("Right index finger cellulitis")).toBe("L03.011");
	expect(first("Laceration of the right second toe")).toBe("S91.114A");
});

it("the side in a name is none of the patient's", () => {
	const codes = codesOf("Hip arthritis. EKG with left bundle branch block.");
	expect(codes).not.toContain("M16.12");
	expect(codesOf("Foot ulcer, right, fat layer exposed.")).toEqual(["L97.512"]);
});

it("the encounter of the delivery has the codes of childbirth, the weeks as dictated", () => {
	const codes = codesOf(
		"Pregnancy at 39-1/7 weeks. Gestational diabetes, diet controlled. Cesarean delivery, Apgars 8 and 9.",
	);
	expect(codes).toContain("O24.420");
	expect(codes).toContain("Z3A.39");
	expect(codes).not.toContain("Z33.1");
	expect(codes).not.toContain("O80");
});

it("a hypertensive heart with failure and kidney disease is one code", () => {
	const codes = codesOf("Hypertensive heart disease with acute systolic heart failure. CKD stage 3.");
	expect(codes).toContain("I13.0");
	expect(codes).not.toContain("I11.0");
});

it("a drug given for a sedation is no long-term use", () => {
	expect(codesOf("Fentanyl 75 mcg and Versed 4 mg IV.")).not.toContain("Z79.891");
});

it("a line headed Medical Reasoning tells of no medical condition behind an insomnia", () => {
	const text = "ASSESSMENT AND PLAN\n\nInsomnia.\n• Medical Reasoning: She sleeps four hours a night.";
	const codes = readWhole(reader, { text }).suggestions.map(({ code }) => code);
	expect(codes).toContain("G47.00");
	expect(codes).not.toContain("G47.01");
});

it("capillary refill is no prescription, a hematoma block no injury", () => {
	const text = "EXAM: Capillary refill normal.\n\nED COURSE: Hematoma block, closed reduction.";
	const codes = readWhole(reader, { text }, { depth: "all" }).suggestions.map(({ code }) => code);
	expect(codes.filter((code) => /^(?:Z76|T14)/.test(code))).toEqual([]);
});

it("two codes that an Excludes1 note parts are not selected together, and the reason says so", () => {
	const { suggestions } = readWhole(
		reader,
		{ text: "ASSESSMENT:\nCurrent smoker, one pack per day. Former smoker." },
		{ depth: "all" },
	);
	const [now, past] = ["F17.210", "Z87.891"].map((code) => suggestions.find((one) => one.code === code));
	expect(now?.selected).toBe(true);
	expect(past?.selected).toBe(false);
	expect(past?.reasons.at(-1)?.source).toMatch(/^Excludes1 note at F17/);
});

it.each([
	["1. Breech presentation at 37 weeks. G4P3.", "O32.1XX0"],
	["Decreased fetal movement, third trimester. 4 kicks.", "O36.8130"],
	["Twin 2 is breech, third trimester.", "O32.1XX2"],
])("the fetus is the one that is named, not any number: %s", (words, code) => {
	expect(codesOf(words).filter((one) => one.startsWith("O3") && !one.startsWith("O30"))).toEqual([code]);
});

it("a score of a questionnaire is no disorder", () => {
	expect(codesOf("GAD-7 of 17, PHQ-9 of 14.")).toEqual([]);
});

it("what heads a problem of its own is selected, but no symptom of an illness that was found", () => {
	const { suggestions } = readWhole(
		reader,
		{
			text: "ASSESSMENT AND PLAN\n1. Type 2 diabetes.\n2. Insomnia. Start trazodone.\n3. Low back pain. PT.",
		},
		{ depth: "managed" },
	);
	const chosen = suggestions.filter(({ selected }) => selected).map(({ code }) => code);
	expect(chosen).toEqual(expect.arrayContaining(["E11.9", "G47.00", "M54.50"]));
});
