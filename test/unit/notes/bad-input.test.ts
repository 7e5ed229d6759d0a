import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadTables } from "../../../scripts/lib/load-tables";
import { readWhole } from "../../../utils/notes/analyze";
import { type NoteReader, openReader } from "../../../utils/notes/reader";
import { smallSet } from "./small-set";

let reader: NoteReader;
beforeAll(() => {
	loadTables();
	reader = openReader(smallSet());
});

describe("any text at all", () => {
	it("is read without an error, and every span lies inside it", () => {
		const text = fc.oneof(
			fc.string({ unit: "binary", maxLength: 300 }),
			fc
				.array(
					fc.constantFrom(
						"no ",
						"chest pain",
						"\n",
						"1. ",
						"ASSESSMENT:",
						"left ",
						"?",
						"kidney",
						" stage ",
						"iv",
						"\u00e9",
						"\ud83d\ude42",
					),
					{ maxLength: 60 },
				)
				.map((parts) => parts.join("")),
		);
		fc.assert(
			fc.property(text, (note) => {
				for (const { spans, score } of readWhole(reader, { text: note }).suggestions) {
					expect(score).toBeGreaterThanOrEqual(0);
					for (const { start, end } of spans) {
						expect(start).toBeGreaterThanOrEqual(0);
						expect(end).toBeGreaterThan(start);
						expect(end).toBeLessThanOrEqual(note.length);
					}
				}
			}),
			{ numRuns: 300 },
		);
	});

	it.each([
		["nothing", ""],
		["one word", "Hypertension"],
		["blanks", " \n\t\n "],
		["another language", "El paciente refiere dolor torácico y disnea desde hace tres días."],
		["a table", "a\tb\tc\n".repeat(500)],
		["rubbish", "QmFzZTY0IHJ1YmJpc2g".repeat(4000)],
	])("%s gives a plain answer", (_name, text) => {
		expect(readWhole(reader, { text }).suggestions.length).toBeLessThan(50);
	});

	it("a note of a million characters does not pile up work: ten times the text, about ten times the steps", () => {
		const page =
			"HPI: She has left knee pain and denies chest pain. Cough for a week.\nASSESSMENT:\n1. Pneumonia.\n2. Hypertension.\n\n";
		const reading = readWhole(reader, { text: page.repeat(Math.ceil(1_000_000 / page.length)) });
		expect(reading.suggestions.map(({ code }) => code)).toContain("J18.9");
		expect(reading.state.passages.size).toBeLessThan(20);
	});
});
