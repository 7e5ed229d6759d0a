import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { roleAt, splitSections, splitSentences } from "../../../utils/notes/sections";

beforeAll(() => loadTables());

/** Sections as "role: first words". */
function roles(text: string): string[] {
	return splitSections({ text }).map(
		(section) => `${section.role}: ${text.slice(section.start, section.end).trim().slice(0, 24)}`,
	);
}

function titles(text: string): string[] {
	return splitSections({ text }).flatMap((section) =>
		section.items.map((item) => text.slice(item.titleStart, item.titleEnd)),
	);
}

describe("shorthand typed after a consultation", () => {
	it("opens a section in lower case, and with a slash behind the letter", () => {
		expect(roles("3/7 hx sore throat\no/e tonsils red\nimp tonsillitis\n")).toEqual([
			"unknown: 3/7 hx sore throat",
			"exam: tonsils red",
			"impression: tonsillitis",
		]);
		expect(roles("S/ cough 2/52\nO/ chest clear\nA/ bronchitis\nP/ rest\n")).toEqual([
			"hpi: cough 2/52",
			"exam: chest clear",
			"assessment: bronchitis",
			"plan: rest",
		]);
	});

	it("an ordinary word in lower case is no heading", () => {
		expect(roles("ice applied to the knee\nher mum has asthma\n")).toHaveLength(1);
	});
});

describe("splitSections", () => {
	it("a letter's concluding sentence opens a section where no heading concludes", () => {
		const letter = "Dear Doctor,\n\nI saw him today.\n\nIn summary, he has gout.\n\nYours,";
		expect(splitSections({ text: letter }).map(({ role }) => role)).toEqual(["unknown", "impression"]);
		const noted = "HPI: In summary, he is better.\nASSESSMENT: Gout.";
		expect(splitSections({ text: noted }).map(({ role }) => role)).toEqual(["hpi", "assessment"]);
	});

	it("reads an operative report with inline and own-line headings", () => {
		const text =
			"PREOPERATIVE DIAGNOSIS: Cholelithiasis.\nPOSTOPERATIVE DIAGNOSIS:\nSame.\n\nANESTHESIA: General.\n" +
			"PROCEDURE IN DETAIL:\nThe abdomen was prepped.";
		expect(roles(text)).toEqual([
			"preop-dx: Cholelithiasis.",
			"postop-dx: Same.",
			"admin: General.",
			"procedure-body: The abdomen was prepped.",
		]);
		expect(splitSections({ text })[1]?.sameAs).toBe(0);
	});

	it("reads problems behind a # as an assessment, wherever they stand", () => {
		const text =
			"HPI: 45F with cough.\nMeds: lisinopril #30\n\n#Asthma: stable on fluticasone\n#HTN\n# Gout\n- diet";
		expect(roles(text)).toEqual([
			"hpi: 45F with cough.",
			"meds: lisinopril #30",
			"assessment: #Asthma: stable on fluti",
		]);
		expect(titles(text)).toEqual(["Asthma", "HTN", "Gout", "diet"]);
		const numbered = "Exam: clear\n#1 Asthma\nStart prednisone.\n#2 HTN";
		expect(splitSections({ text: numbered }).map(({ role }) => role)).toEqual(["exam", "assessment"]);
		expect(titles(numbered)).toEqual(["Asthma", "HTN"]);
	});

	it("leaves Markdown headings and counts behind a # alone", () => {
		expect(roles("# Assessment\nGout.\n# Plan\nDiet.")).toEqual(["assessment: Gout.", "plan: Diet."]);
		expect(splitSections({ text: "HPI: well.\n# of pregnancies 3" })).toHaveLength(1);
	});

	it("reads shorthand without colons", () => {
		expect(
			roles("PC headache 3/7\nPMH asthma\nDH nil\nO/E chest clear\nImp - migraine\nPlan: triptan"),
		).toEqual([
			"chief-complaint: headache 3/7",
			"pmh: asthma",
			"meds: nil",
			"exam: chest clear",
			"impression: migraine",
			"plan: triptan",
		]);
	});

	it("takes S/O/A/P letters only in company", () => {
		expect(roles("S: cough\nO: chest clear\nA: bronchitis\nP: fluids")).toEqual([
			"hpi: cough",
			"exam: chest clear",
			"assessment: bronchitis",
			"plan: fluids",
		]);
		expect(roles("P: 80 regular")).toEqual(["unknown: P: 80 regular"]);
	});

	it("finds headings inside a transcription pasted as one line", () => {
		const text =
			"SUBJECTIVE: Cough for two days. PAST MEDICAL HISTORY: Asthma. ASSESSMENT: 1. Bronchitis. 2. Asthma. PLAN: Rest.";
		expect(splitSections({ text }).map((section) => section.role)).toEqual([
			"hpi",
			"pmh",
			"assessment",
			"plan",
		]);
		expect(titles(text)).toEqual(["Bronchitis", "Asthma"]);
	});

	it("knows problems that stand in sentences", () => {
		const led =
			"ASSESSMENT AND PLAN: Ann Lee is a 54-year-old woman. For her first problem of CHF, she put on fluid. " +
			"For her hypertension, no change. As far as her gout goes, diet.";
		expect(titles(led)).toEqual(["CHF", "hypertension", "gout"]);
		const named =
			"Assessment/Plan\nPneumonia. Getting better.\nType 2 diabetes, no retinopathy. Continue.\nNo new drugs. He agrees.";
		expect(titles(named)).toEqual(["Pneumonia", "Type 2 diabetes, no retinopathy"]);
		expect(titles("ASSESSMENT: He is well. For the sleep, melatonin.")).toEqual([]);
	});

	it("keeps labels inside a problem and knows their role", () => {
		const text =
			"ASSESSMENT AND PLAN\n\nGout.\n• Medical Treatment: Allopurinol.\n• Patient Education and Counseling: Avoid beer.\n\nReflux.\n• Medical Treatment: Omeprazole.";
		const sections = splitSections({ text });
		expect(sections).toHaveLength(1);
		expect(titles(text)).toEqual(["Gout", "Reflux"]);
		expect(roleAt(sections[0]!, text.indexOf("beer"))).toBe("education");
		expect(roleAt(sections[0]!, text.indexOf("Reflux"))).toBe("assessment");
	});

	it("gives a body part's heading the role of what it stands in", () => {
		const sections = splitSections({
			text: "REVIEW OF SYSTEMS:\nHEART: No pain.\nPHYSICAL EXAM:\nHEART: Regular.",
		});
		expect(sections.map((section) => section.role)).toEqual(["ros", "ros", "exam", "exam"]);
		expect(sections[1]?.parent).toBe("REVIEW OF SYSTEMS");
	});

	it("knows a heading with a hyphen before its text", () => {
		expect(roles("FOLLOW-UP: Two weeks.")).toEqual(["disposition: Two weeks."]);
	});

	it("uses the page's own headings and field labels", () => {
		const text = "Impression\nGout of the left foot\nsome text";
		const blocks = [
			{ kind: "heading" as const, start: 0, end: 10, level: 2 },
			{ kind: "field" as const, start: 33, end: 42, label: "Family history" },
		];
		expect(splitSections({ text, blocks }).map((section) => section.role)).toEqual(["impression", "family"]);
	});

	it("covers every character but the headings, in order", () => {
		const text = "Intro text.\nHPI: pain\nPMH: none\n\nASSESSMENT:\n1. Pain\n2. Gout\n";
		let last = 0;
		for (const section of splitSections({ text })) {
			expect(section.headingStart).toBeGreaterThanOrEqual(last);
			expect(section.start).toBeGreaterThanOrEqual(section.headingStart);
			expect(section.end).toBeGreaterThanOrEqual(section.start);
			last = section.end;
		}
		expect(last).toBe(text.length);
	});
});

describe("any text", () => {
	const piece = fc.constantFrom(
		"PLAN:",
		"Plan: ",
		"1. Gout. ",
		"2. COPD",
		"\n",
		"\n\n",
		"• Medical Treatment: ",
		"FOLLOW-UP: ",
		"Seen by Dr. Hu. ",
		"S: ",
		"O/E chest clear",
		"denies pain",
		"HEART: ",
		"PMH asthma",
		"a\u0000b",
		"é 😀 ",
		"12.5 mg",
		"?",
		": : :",
	);

	it("gives sections in order that end with the text, items and sentences inside them", () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const text = pieces.join("");
				const sections = splitSections({ text });
				let last = 0;
				for (const section of sections) {
					if (section.headingStart < last || section.start < section.headingStart) return false;
					if (section.end < section.start) return false;
					last = section.end;
					let sentenceEnd = section.start;
					for (const sentence of splitSentences(text, section.start, section.end)) {
						if (sentence.start < sentenceEnd || sentence.end > section.end) return false;
						sentenceEnd = sentence.end;
					}
					for (const item of section.items) {
						if (item.start < section.start || item.end > section.end) return false;
						if (item.titleStart < item.start || item.titleEnd > item.end) return false;
					}
				}
				return sections.length === 0 || last === text.length;
			}),
		);
	});
});

describe("splitSentences", () => {
	const split = (text: string) =>
		splitSentences(text, 0, text.length).map((range) => text.slice(range.start, range.end));

	it("does not stop at abbreviations, decimals, list numbers or a doubtful '?'", () => {
		expect(split("Seen by Dr. Smith. A1c is 7.5 today. Imp ?UTI. See again.")).toEqual([
			"Seen by Dr. Smith.",
			"A1c is 7.5 today.",
			"Imp ?UTI.",
			"See again.",
		]);
		expect(split("1. Gout. 2. Obesity.")).toEqual(["1. Gout.", "2. Obesity."]);
	});

	it("joins wrapped lines and keeps list lines apart", () => {
		expect(split("The patient has had chest pain and\nshortness of breath.\n- cough\n- fever")).toEqual([
			"The patient has had chest pain and\nshortness of breath.",
			"- cough",
			"- fever",
		]);
	});
});
