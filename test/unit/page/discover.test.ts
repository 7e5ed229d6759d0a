// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { discover } from "../../../utils/page/find/discover";
import { openRootsOnly } from "../../../utils/page/shadow";

function found(html: string, options: { top?: boolean; eager?: boolean } = {}): string[] {
	document.body.innerHTML = html;
	return discover(document, {
		open: openRootsOnly,
		top: options.top ?? true,
		eager: options.eager ?? false,
	}).map(({ element, editable }) => `${element.id || element.localName}${editable ? "*" : ""}`);
}

describe("finding the notes of a page", () => {
	it("takes elements whose names announce a note", () => {
		expect(found('<nav id="n">Home</nav><div id="a" class="progressNote">Cough.</div>')).toEqual(["a"]);
	});

	it("takes the inner note when the outer one holds furniture", () => {
		expect(
			found(
				'<div id="outer" class="chart-notes"><nav>Home</nav><section id="inner" class="note-body">Cough.</section></div>',
			),
		).toEqual(["inner"]);
	});

	it("does not take lists of notes, links to them, or the page around", () => {
		expect(found('<ul class="note-list"><li class="note-item">Progress note 3/4</li></ul>')).toEqual([]);
		expect(found('<div class="notes-app">Anything</div>')).toEqual([]);
	});

	it("takes fields to write in, the outermost editable one only", () => {
		expect(
			found(
				'<textarea id="t" rows="8">x</textarea><textarea id="small" rows="1"></textarea><div id="e" contenteditable="true"><p contenteditable="true">y</p></div>',
			),
		).toEqual(["t*", "e*"]);
	});

	it("finds fields in open shadow trees", () => {
		document.body.innerHTML = '<div id="host"></div>';
		const root = (document.getElementById("host") as HTMLElement).attachShadow({ mode: "open" });
		root.innerHTML = '<textarea id="t" rows="5"></textarea>';
		const regions = discover(document, { open: openRootsOnly, top: true, eager: false });
		expect(regions.map((region) => region.element.id)).toEqual(["t"]);
	});

	it("takes the element around section names when nothing announces a note", () => {
		expect(
			found(
				'<p>Welcome</p><div id="x"><h3>Assessment</h3><p>Gout.</p><h3>Plan:</h3><p>Colchicine.</p></div>',
			),
		).toEqual(["x"]);
		expect(found("<div><h3>Assessment</h3><p>of teachers</p></div>")).toEqual([]);
	});

	it("takes the text of a frame, but not that of a top page without any sign of a note", () => {
		const prose = `<p>${"The patient was seen today for cough and fever. ".repeat(4)}</p>`;
		expect(found(prose, { top: false })).toEqual(["body"]);
		expect(found(prose)).toEqual([]);
	});

	it("takes the main text when a person asked to read the page", () => {
		expect(found('<main id="m">Fracture.</main>', { eager: true })).toEqual(["m"]);
	});

	it("takes no board of buttons in a frame", () => {
		const board = "<a href='#'>one two</a>".repeat(30);
		expect(found(board, { top: false })).toEqual([]);
	});
});
