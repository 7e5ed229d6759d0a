import { describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWords } from "../../../utils/documentation/note-words";
import { presentWords } from "../../../utils/documentation/rules/table-rules";

loadTables();

/** The mentions of the words between « » that are the patient's and present, in a note without the marks. */
function told(marked: string): string[] {
	const quote = /«(.+?)»/.exec(marked)?.[1] ?? "";
	const text = marked.replace(/[«»]/g, "");
	return presentWords(new RegExp(`\\b${quote.replace(/[+/]/g, "\\$&")}\\b`, "gi"), readWords(text), "").map(
		({ start, end }) => text.slice(start, end),
	);
}

describe("a mention is not asked about", () => {
	it.each([
		["a relative's, told in the next sentence", "She has a brother with gout. He is a «smoker»."],
		["a relative's who also has it", "His father died of breast cancer. He also had «diabetes»."],
		["both parents'", "Both parents are alive. Both have «dementia»."],
		["a relative's, in a clause of its own", "She had two sons, one who died after being a «smoker»."],
		["one of them", "His uncles: one of them had polio and the other had «leg deformity»."],
		["denied at the head of a list", "Negative as far as sore throat, «earache», or cough."],
		["what the patient thinks", "He thinks he is «diabetic»."],
		["what the patient believed", "He took Cipro believing that he had a «UTI»."],
		["what somebody came to be told", "She comes in with concerns of having a «stroke»."],
		["asked about", "I questioned him on the symptoms of «bipolar disorder»."],
		["looked for", "A sleep study was performed to evaluate her for «sleep apnea»."],
		["a test's name", "His «hepatitis» panel was pending."],
		["a vaccine's name", "She is up to date with «hepatitis B»."],
		["a list of operations", "Surgeries include appendectomy, «cataracts», and hernia repair."],
		["a suspicion that was raised", "At first a suspicion of sarcoid and «lupus» was raised."],
		["had in the past", "Has had «anxiety» in past, felt panicked now."],
		["one of several possible causes", "Possible etiologies of her chest pain include reflux and «anxiety»."],
		["excised before", "The patient has had «skin cancers», which have been treated with local excision."],
		["over since last week", "«Constipation» last week, now better."],
		["in a list of past illnesses", "Significant for asthma, «urinary tract infection», hypertension."],
		["taken out before", "Her history is significant for «colonic polyps», status post resection."],
		["half of a pair", "Imp: tension type «headache +/- migraine»."],
		["half of a guess", "The «headache may be brought on by stress»."],
		["an injury of before", "Surgeries: None. Injuries: «Dislocated wrist»."],
		["a build of the belly", "PHYSICAL EXAM:\nAbdomen: «Obese», soft."],
		["part of a drug's name", "Recently finished Mucinex «DM»."],
	])("that is %s", (_, text) => expect(told(text)).toEqual([]));

	it.each([
		["his own, beside a relative of the other sex", "His mother has gout. He is a «smoker»."],
		["his own, two sentences behind a relative", "His father died. He lives alone. He has «diabetes»."],
		["felt", "She feels worse. Her «asthma» flares at night."],
		["looked for no longer", "She was evaluated by Dr. Q, who found «sleep apnea»."],
		["had in the past weeks", "Has had «anxiety» in the past two weeks."],
		["on treatment", "Follow-up of «sleep apnea», uses CPAP."],
		["listed behind an operation", "Past surgeries: appendectomy.\nAssessment: «cataracts»."],
	])("unless it is %s", (_, text) => expect(told(text)).toHaveLength(1));

	it("as history where the list says that it goes on", () => {
		expect(told("PAST MEDICAL HISTORY: ongoing «back pain».")).toHaveLength(1);
		expect(told("PAST MEDICAL HISTORY: «back pain».")).toEqual([]);
		expect(told("PAST MEDICAL HISTORY: ongoing «back pain», resolved.")).toEqual([]);
	});
});
