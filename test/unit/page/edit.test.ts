import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, editBetween, remap } from "../../../utils/page/text/edit";

const text = fc.string({ unit: "grapheme", maxLength: 60 });

describe("edits between two readings", () => {
	it("makes the new text of the old one", () => {
		fc.assert(
			fc.property(text, text, (before, after) => {
				const edit = editBetween(before, after);
				expect(edit === null ? before : applyEdit(before, edit)).toBe(after);
				expect(edit === null).toBe(before === after);
			}),
		);
	});

	it("never cuts a surrogate pair", () => {
		const edit = editBetween("a😀b", "a😁b");
		expect(edit).toEqual({ start: 1, end: 3, insert: "😁" });
	});

	it("refuses an edit outside of the text", () => {
		expect(() => applyEdit("abc", { start: 2, end: 9, insert: "" })).toThrow(RangeError);
	});

	it("carries a range to the same words, or drops it when they were touched", () => {
		fc.assert(
			fc.property(
				text,
				fc.nat(60),
				fc.nat(60),
				text,
				fc.nat(60),
				fc.nat(60),
				(before, a, b, insert, c, d) => {
					const cut = (n: number) => Math.min(n, before.length);
					const [start, end] = [cut(a), cut(b)].sort((x, y) => x - y) as [number, number];
					const [from, to] = [cut(c), cut(d)].sort((x, y) => x - y) as [number, number];
					const edit = { start: from, end: to, insert };
					const moved = remap({ start, end }, edit);
					if (moved === null) expect(from < end && to > start).toBe(true);
					else expect(applyEdit(before, edit).slice(moved.start, moved.end)).toBe(before.slice(start, end));
				},
			),
		);
	});
});
