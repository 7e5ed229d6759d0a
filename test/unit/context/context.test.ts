import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { contextOf, contextVerb, prepareSentence } from "../../../utils/notes/context";
import type { SectionRole } from "../../../utils/notes/sections";

beforeAll(() => loadTables());

function status(sentence: string, term: string, role: SectionRole = "unknown"): string {
	const start = sentence.toLowerCase().indexOf(term.toLowerCase());
	expect(start, `"${term}" in "${sentence}"`).toBeGreaterThanOrEqual(0);
	const prepared = prepareSentence(sentence, { start: 0, end: sentence.length });
	return contextOf(prepared, { start, end: start + term.length }, role).status;
}

describe("contextOf", () => {
	it.each([
		["Denies chest pain, cough or fever.", "fever", "negated"],
		["No fever, but has cough.", "cough", "affirmed"],
		["No clubbing or cyanosis, there is pitting edema.", "edema", "affirmed"],
		["No increase in edema.", "edema", "affirmed"],
		["GU - No frequency, urgency, or dysuria.", "dysuria", "negated"],
		["Homan's sign is negative.", "Homan's sign", "negated"],
		["Pulmonary embolism was ruled out.", "Pulmonary embolism", "negated"],
		["Pulmonary embolism unlikely, D-dimer negative.", "Pulmonary embolism", "uncertain"],
		["Probable pneumonia, organism not identified.", "pneumonia", "uncertain"],
		["Sepsis was considered but not confirmed.", "Sepsis", "negated"],
		["Nausea, vomiting and fever were denied.", "Nausea", "negated"],
		["Hx kidney stones.", "kidney stones", "historical"],
		["Come in sooner for poor feeding.", "poor feeding", "hypothetical"],
		["Pulmonary embolism cannot be ruled out.", "Pulmonary embolism", "uncertain"],
		["Rule out myocardial infarction.", "myocardial infarction", "uncertain"],
		["?UTI", "UTI", "uncertain"],
		["TTH +/- analgesia overuse", "analgesia overuse", "uncertain"],
		["TTH +/- analgesia overuse", "TTH", "affirmed"],
		["Non smoker with hypertension.", "smoker", "negated"],
		["Non smoker with hypertension.", "hypertension", "affirmed"],
		["Sick day rules, DKA warning.", "DKA", "hypothetical"],
		["Warned postural dizziness.", "dizziness", "hypothetical"],
		["Mum worried re meningitis.", "meningitis", "uncertain"],
		["PE red flags, 999.", "PE", "hypothetical"],
		["Consider pneumonia.", "pneumonia", "uncertain"],
		["Consider a statin for hyperlipidemia.", "hyperlipidemia", "affirmed"],
		["Placed on sepsis protocol.", "sepsis", "uncertain"],
		["Chest pain, likely costochondritis.", "costochondritis", "uncertain"],
		["Chest pain, likely costochondritis.", "Chest pain", "affirmed"],
		["Osteoporosis, most likely due to steroids.", "Osteoporosis", "affirmed"],
		["No edema due to heart failure.", "heart failure", "affirmed"],
		["Viral illness likely.", "Viral illness", "uncertain"],
		["History of stroke who presents with headache.", "stroke", "historical"],
		["History of stroke who presents with headache.", "headache", "affirmed"],
		["3/7 hx of diarrhoea.", "diarrhoea", "affirmed"],
		["2 week history of cough.", "cough", "affirmed"],
		["Stroke in 2004.", "Stroke", "historical"],
		["Diagnosed in 2004 with asthma.", "asthma", "affirmed"],
		["Return if fever, vomiting or worse pain.", "vomiting", "hypothetical"],
		["DVT prophylaxis with heparin.", "DVT", "hypothetical"],
		["Mother with breast cancer.", "breast cancer", "family"],
		["She has a brother who had a heart attack at 52.", "heart attack", "family"],
		["Diabetes and stroke on the maternal side of the family.", "Diabetes", "family"],
		["Nobody in the family was diagnosed with cancer.", "cancer", "negated"],
		["A 76-year-old obese woman.", "obese", "affirmed"],
		["Hx of deafness for 6 weeks with tinnitus.", "tinnitus", "affirmed"],
		["COPD, history of pneumonia, osteoporosis.", "osteoporosis", "affirmed"],
		["Weight loss in the past 6 months.", "Weight loss", "affirmed"],
		["Findings consistent with appendicitis.", "appendicitis", "uncertain"],
		["Mother reports fever since Monday.", "fever", "affirmed"],
		["Migraine in her sister.", "Migraine", "family"],
		["Lives with mother, has asthma.", "asthma", "affirmed"],
		["Nausea and vomiting have resolved.", "Nausea", "historical"],
		["Non-small cell lung cancer.", "lung cancer", "affirmed"],
		["[ ] chest pain [x] cough", "chest pain", "negated"],
		["[ ] chest pain [x] cough", "cough", "affirmed"],
	])("%s | %s -> %s", (sentence, term, expected) => {
		expect(status(sentence, term)).toBe(expected);
	});

	it("takes the section's meaning when the sentence has none of its own", () => {
		expect(status("Diabetes", "Diabetes", "family")).toBe("family");
		expect(status("Diabetes", "Diabetes", "pmh")).toBe("historical");
		expect(status("Avoid falls", "falls", "education")).toBe("hypothetical");
		expect(status("Keep his diabetes under control", "diabetes", "education")).toBe("affirmed");
		expect(status("Gastroenteritis", "Gastroenteritis", "differential")).toBe("uncertain");
	});

	it("does not let words of the mention itself decide", () => {
		expect(status("Personal history of breast cancer.", "Personal history of breast cancer")).toBe(
			"affirmed",
		);
	});

	it("says which words decided", () => {
		const sentence = "She denies fever.";
		const prepared = prepareSentence(sentence, { start: 0, end: sentence.length });
		const { trigger } = contextOf(prepared, { start: 11, end: 16 }, "unknown");
		expect(sentence.slice(trigger?.start, trigger?.end)).toBe("denies");
	});

	it("never throws and keeps every scope inside the sentence", () => {
		const words = fc.constantFrom(
			"no",
			"fever",
			",",
			"?",
			"history of",
			"likely",
			"(",
			")",
			"ruled out",
			"if",
			":",
			"-",
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
				const text = parts.join(" ");
				for (const { scope } of prepareSentence(text, { start: 0, end: text.length }).triggers) {
					if (scope.start < 0 || scope.end > text.length || scope.start > scope.end) return false;
				}
				return true;
			}),
		);
	});
});

describe("contextVerb", () => {
	it("answers for a sentence with its heading", () => {
		expect(contextVerb({ id: 1, sentence: "SOCIAL HISTORY: Denies alcohol.", term: "alcohol" })).toEqual({
			id: 1,
			negated: true,
			uncertain: false,
			temporality: "historical",
			experiencer: "patient",
		});
	});

	it("names the row when the term is missing", () => {
		expect(() => contextVerb({ id: "x7", sentence: "Well.", term: "gout" })).toThrow(/x7/);
	});
});
