import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { type NoteReading, type ReadingState, readingSteps } from "../../../utils/notes/analyze";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import { smallSet } from "./small-set";

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = openReader(smallSet());
});

function run(text: string, previous?: ReadingState): { reading: NoteReading; steps: number } {
	const generator = readingSteps(reader, { text }, {}, previous);
	for (let steps = 0; ; steps++) {
		const step = generator.next();
		if (step.done) return { reading: step.value, steps };
	}
}

const LINES = [
	"CHIEF COMPLAINT: cough",
	"HPI: She has left knee pain and denies chest pain.",
	"No history of diabetes.",
	"PAST MEDICAL HISTORY: hypertension, heart failure",
	"FAMILY HISTORY: mother had breast cancer",
	"ASSESSMENT:",
	"1. Type 2 diabetes with chronic kidney disease stage 3b.",
	"2. Possible pneumonia.",
	"3. Right knee pain.",
	"PLAN: return if chest pain.",
	"Fracture of the distal left radius.",
	"",
];

describe("reading an edited note again", () => {
	it("gives what reading it afresh gives", () => {
		const note = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 10 });
		fc.assert(
			fc.property(note, note, fc.nat(10), (before, inserted, at) => {
				const after = [...before.slice(0, at), ...inserted.slice(0, 2), ...before.slice(at + 1)];
				const { state } = run(before.join("\n")).reading;
				const { state: _again, ...again } = run(after.join("\n"), state).reading;
				const { state: _fresh, ...fresh } = run(after.join("\n")).reading;
				expect(again).toEqual(fresh);
			}),
			{ numRuns: 120 },
		);
	});

	it("reads only the passages that changed", () => {
		const text = LINES.join("\n");
		const first = run(text);
		const edited = run(text.replace("Right knee pain", "Left knee pain"), first.reading.state);
		expect(first.steps - edited.steps).toBeGreaterThanOrEqual(8);
	});

	it("forgets what another code set had read", () => {
		const { state } = run("ASSESSMENT: Hypertension.").reading;
		const other = openReader(smallSet([["I10", "Essential (primary) hypertension", "Hypertension"]]));
		const steps = readingSteps(other, { text: "ASSESSMENT: Hypertension." }, {}, state);
		let step = steps.next();
		while (!step.done) step = steps.next();
		expect(step.value.suggestions.map(({ code }) => code)).toEqual(["I10"]);
	});
});
