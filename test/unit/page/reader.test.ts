// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReaderPort, RegionText, Surroundings } from "../../../utils/page/port";
import { Reader } from "../../../utils/page/reader";
import { openRootsOnly } from "../../../utils/page/shadow";
import { applyEdit } from "../../../utils/page/text/edit";

/** The other side as the background keeps it: whole regions, then edits. */
class Other implements ReaderPort {
	texts = new Map<string, { text: string; revision: number }>();
	log: string[] = [];
	told: Surroundings[] = [];
	living = true;
	refuseEdits = false;
	fail = false;
	async note(regions: RegionText[]) {
		if (this.fail) throw new Error("gone");
		this.log.push(`note ${regions.length}`);
		for (const { regionId, text, revision } of regions) this.texts.set(regionId, { text, revision });
	}
	async edit(edit: {
		regionId: string;
		base: number;
		revision: number;
		start: number;
		end: number;
		insert: string;
	}) {
		if (this.fail) throw new Error("gone");
		const known = this.texts.get(edit.regionId);
		this.log.push("edit");
		if (this.refuseEdits || known === undefined || known.revision !== edit.base) return false;
		this.texts.set(edit.regionId, { text: applyEdit(known.text, edit), revision: edit.revision });
		return true;
	}
	async gone(ids: string[]) {
		this.log.push(`gone ${ids.length}`);
		for (const id of ids) this.texts.delete(id);
	}
	async surroundings(surroundings: Surroundings) {
		this.log.push("surroundings");
		this.told.push(surroundings);
	}
	card = async () => null;
	cardAction = async () => undefined;
	activity = async () => undefined;
	escape = async () => undefined;
	alive = () => this.living;
	get all() {
		return [...this.texts.values()].map((each) => each.text);
	}
}

let other: Other;
let reader: Reader;
const until = (check: () => void) => vi.waitFor(check, { timeout: 4_000, interval: 10 });

beforeEach(() => {
	document.body.innerHTML =
		'<header class="patient-banner">Adams MRN 10234</header><div id="note" class="note-body"><p>Cough for 3 days.</p></div>';
	other = new Other();
	reader = new Reader({ document, port: other, open: openRootsOnly, top: true, eager: false });
});
afterEach(() => reader.stop());

const note = () => document.getElementById("note") as HTMLElement;

describe("the reader", () => {
	it("is inert until it is started", async () => {
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(other.log).toEqual([]);
	});

	it("tells where it is, then hands the note out once", async () => {
		reader.start();
		reader.start();
		await until(() => expect(other.all).toEqual(["Cough for 3 days."]));
		expect(other.log).toEqual(["surroundings", "note 1"]);
		expect(other.told[0]?.banner).toMatch(/^[0-9a-f]{14}$/);
		expect(JSON.stringify(other.told)).not.toContain("Adams");
	});

	it("sends only the edit when words change, and follows any number of them", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		const paragraph = note().firstElementChild?.firstChild as Text;
		for (const text of ["Cough for 3 weeks.", "Dry cough for 3 weeks.", "Dry cough."]) {
			paragraph.data = text;
			await until(() => expect(other.all).toEqual([text]));
		}
		expect(other.log.filter((entry) => entry.startsWith("note"))).toHaveLength(1);
		expect(other.log.filter((entry) => entry === "edit")).toHaveLength(3);
	});

	it("follows an editor that stands inside a read-only note, whichever of the two was found first", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		const editor = document.createElement("div");
		editor.setAttribute("contenteditable", "true");
		editor.textContent = "Assessment:";
		note().append(editor);
		await until(() => expect(other.all).toEqual(["Cough for 3 days.", "Assessment:"]));
		(editor.firstChild as Text).data = "Assessment: acute gout.";
		await until(() => expect(other.all).toEqual(["Cough for 3 days.", "Assessment: acute gout."]));
	});

	it("sends everything when the other side does not know what the edit builds on", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		other.texts.clear();
		(note().firstElementChild?.firstChild as Text).data = "Fever.";
		await until(() => expect(other.all).toEqual(["Fever."]));
	});

	it("tells when a note is gone and when another comes", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		note().outerHTML = '<div id="note" class="note-body"><p>Another note.</p></div>';
		await until(() => expect(other.all).toEqual(["Another note."]));
		note().remove();
		await until(() => expect(other.all).toEqual([]));
	});

	it("tells the new patient before any of the new words", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		other.log.length = 0;
		(document.querySelector(".patient-banner") as HTMLElement).textContent = "Brown MRN 99871";
		note().innerHTML = "<p>Fracture of the wrist.</p>";
		await until(() => expect(other.all).toEqual(["Fracture of the wrist."]));
		expect(other.log[0]).toBe("surroundings");
		expect(new Set(other.told.map((each) => each.banner)).size).toBe(2);
	});

	it("looks at the page at the moment it is asked", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		const before = reader.check();
		(document.querySelector(".patient-banner") as HTMLElement).textContent = "Brown MRN 99871";
		const after = reader.check();
		expect(after.banner).not.toBe(before.banner);
		expect(before.regions).toHaveLength(1);
		note().remove();
		expect(reader.check().regions).toHaveLength(0);
	});

	it("reads a textarea as it is typed in", async () => {
		document.body.innerHTML = '<label for="t">Assessment</label><textarea id="t" rows="6">Gout</textarea>';
		reader.start();
		await until(() => expect(other.all).toEqual(["Gout"]));
		const area = document.getElementById("t") as HTMLTextAreaElement;
		area.value = "Gout, left foot";
		area.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
		await until(() => expect(other.all).toEqual(["Gout, left foot"]));
	});

	it("keeps an edit that nobody answered and hands the whole note out later", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		other.fail = true;
		(note().firstElementChild?.firstChild as Text).data = "Fever.";
		await new Promise((resolve) => setTimeout(resolve, 400));
		other.fail = false;
		await until(() => expect(other.all).toEqual(["Fever."]));
	});

	it("stops at once and for good when the extension is gone", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		other.living = false;
		(note().firstElementChild?.firstChild as Text).data = "Fever.";
		await until(() => expect(reader.running).toBe(false));
		expect(other.all).toEqual(["Cough for 3 days."]);
	});

	it("can be stopped and started again, and answers for everything", async () => {
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		reader.stop();
		reader.stop();
		other.texts.clear();
		reader.start();
		await until(() => expect(other.all).toEqual(["Cough for 3 days."]));
		other.texts.clear();
		const regions = await reader.sendAll();
		expect(regions.map((region) => region.text)).toEqual(["Cough for 3 days."]);
	});

	it("never changes the page", async () => {
		const before = document.documentElement.outerHTML;
		reader.start();
		await until(() => expect(other.all.length).toBe(1));
		reader.reveal({ regionId: "r1", start: 0, end: 5, quote: "Cough" });
		reader.stop();
		expect(document.documentElement.outerHTML).toBe(before);
	});

	it("reads a note of 1 MB without losing a word", async () => {
		const long = "Chronic kidney disease stage 3b was discussed. ".repeat(22_000).trim();
		note().innerHTML = long
			.match(/.{1,4700}( |$)/g)
			?.map((part) => `<p>${part}</p>`)
			.join("") as string;
		reader.start();
		await until(() => expect(other.all[0]?.replace(/\s+/g, " ")).toBe(long));
	});
});
