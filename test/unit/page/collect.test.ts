// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangesOf } from "../../../utils/page/text/ranges";
import { body, read } from "./dom";

describe("reading the text of an element", () => {
	it("puts every block on a line of its own and says what it is", () => {
		const root = body(
			"<article><h2>Assessment</h2><p>Type 2 <b>diabetes</b>\n  with CKD.</p><ul><li>Continue metformin</li></ul></article>",
		);
		const { text, blocks } = read(root);
		expect(text).toBe("Assessment\nType 2 diabetes with CKD.\nContinue metformin");
		expect(blocks.map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)])).toEqual([
			["heading", 2, "Assessment"],
			["paragraph", undefined, "Type 2 diabetes with CKD."],
			["list-item", 1, "Continue metformin"],
		]);
	});

	it("keeps the cells of a row apart and the rows on lines", () => {
		const { text, blocks } = read(
			body("<table><tr><td>HbA1c</td><td>8.2</td></tr><tr><td>Cr</td><td>1.9</td></tr></table>"),
		);
		expect(text).toBe("HbA1c\t8.2\nCr\t1.9");
		expect(blocks.every((block) => block.kind === "table-cell")).toBe(true);
	});

	it("breaks lines at br and keeps those of preformatted text", () => {
		expect(read(body("<p>one<br>two<br><br>three</p>")).text).toBe("one\ntwo\n\nthree");
		expect(read(body("<pre>HPI:\n  cough   for 3 days</pre>")).text).toBe("HPI:\n  cough   for 3 days");
	});

	it("leaves out what is not seen or is no text", () => {
		const root = body(
			"<div>seen<script>x()</script><button>Sign</button><span hidden>not</span><span style='display:none'>not</span></div>",
		);
		expect(read(root).text).toBe("seen");
	});

	it("joins words that only a soft hyphen parts, and turns no-break spaces into blanks", () => {
		expect(read(body("<p>dia\u00ADbetes\u00A0mellitus</p>")).text).toBe("diabetes mellitus");
	});

	it("reads shadow trees in place, with what is slotted into them", () => {
		const host = body("<div><p slot='a'>slotted</p></div>");
		const shadow = host.attachShadow({ mode: "open" });
		shadow.innerHTML = "<h3>Plan</h3><slot name='a'></slot>";
		expect(read(host).text).toContain("Plan");
	});

	it("reads text of another language and of one word", () => {
		expect(read(body("<p>Diabète</p>")).text).toBe("Diabète");
		expect(read(body("<p>糖尿病 2型</p>")).text).toBe("糖尿病 2型");
		expect(read(body("<p></p>")).text).toBe("");
	});
});

/** Markup of random words, blanks and nesting: what editors make of a note. */
const word = fc.stringMatching(/^[a-zA-Z0-9.,é😀]{1,8}$/u);
const blank = fc.constantFrom(" ", "  ", "\n\t", "\u00A0", " \u00AD");
const inline = fc.array(fc.tuple(word, blank, fc.constantFrom("", "b", "i", "span")), {
	minLength: 1,
	maxLength: 6,
});
const markup = fc
	.array(fc.tuple(inline, fc.constantFrom("p", "li", "h3", "div", "pre")), { minLength: 1, maxLength: 6 })
	.map((blocks) =>
		blocks
			.map(
				([words, tag]) =>
					`<${tag}>${words.map(([w, b, t]) => (t === "" ? w + b : `<${t}>${w}</${t}>${b}`)).join("")}</${tag}>`,
			)
			.join(""),
	);

describe("the map from text back to the document", () => {
	it("leads every word back to the nodes it came from", () => {
		fc.assert(
			fc.property(markup, (html) => {
				const root = body(`<article>${html}</article>`);
				const { text, map } = read(root);
				for (const match of text.matchAll(/\S+/g)) {
					const ranges = rangesOf(map, text, match.index, match.index + match[0].length);
					expect(ranges.map((range) => range.toString().replace(/\u00AD/g, "")).join("")).toBe(match[0]);
				}
			}),
			{ numRuns: 80 },
		);
	});

	it("gives for any two offsets a range whose words are the text between them", () => {
		fc.assert(
			fc.property(markup, fc.nat(), fc.nat(), (html, a, b) => {
				const root = body(`<article>${html}</article>`);
				const { text, map } = read(root);
				const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
					number,
					number,
				];
				const squeeze = (s: string) => s.replace(/[\s\u00A0\u00AD]+/g, "");
				const found = rangesOf(map, text, start, end).map(String).join("");
				expect(squeeze(found)).toBe(squeeze(text.slice(start, end)));
			}),
			{ numRuns: 80 },
		);
	});

	it("turns places into offsets and back", () => {
		fc.assert(
			fc.property(markup, fc.nat(), (html, at) => {
				const root = body(`<article>${html}</article>`);
				const { text, map } = read(root);
				const offset = at % Math.max(1, text.length);
				const point = map.pointAt(offset);
				if (point === null) expect(text[offset]).toMatch(/[\n\t]/);
				else expect(map.offsetOf(point.node, point.offset)).toBe(offset);
			}),
			{ numRuns: 80 },
		);
	});

	it("fails closed when the words are no longer there", () => {
		const root = body("<p>left breast mass</p>");
		const { text, map } = read(root);
		(root.firstChild as Text).data = "right breast mass";
		expect(rangesOf(map, text, 0, 4)).toEqual([]);
		root.remove();
		expect(rangesOf(map, text, 5, 11)).toEqual([]);
	});
});
