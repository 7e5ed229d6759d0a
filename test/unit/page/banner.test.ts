// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { bannerHash, bannerIdentity, findBanner } from "../../../utils/page/find/banner";
import { survey } from "../../../utils/page/find/survey";
import { openRootsOnly } from "../../../utils/page/shadow";
import { finish } from "../../../utils/page/text/collect";

function strips(note = "#note"): Element[] {
	const { banners } = finish(survey(document, openRootsOnly));
	return finish(findBanner(document, banners, [...document.querySelectorAll(note)]));
}

function identity(html: string, note = "#note"): string {
	document.body.innerHTML = html;
	return bannerIdentity(strips(note));
}

describe("the patient banner", () => {
	it("is told by labelled identifiers anywhere outside of the note", () => {
		expect(identity("<div><b>MRN</b> 00123 <b>DOB:</b> 03/04/1950</div><div id='note'>MRN 999</div>")).toBe(
			"dob=03/04/1950|mrn=00123",
		);
	});

	it("is told by an element that announces it, name included", () => {
		const a = identity("<header class='patient-banner'>Adams, Ann <span>F 70y</span></header>");
		const b = identity("<header class='patient-banner'>Brown, Bea <span>F 70y</span></header>");
		expect(a).not.toBe("");
		expect(a).not.toBe(b);
	});

	it("stays the same while a clock runs in it", () => {
		const at = (time: string, ago: string) =>
			identity(`<div id='patientBanner'>Adams, Ann MRN 77123 <i>${time}</i> synced ${ago} ago</div>`);
		expect(at("10:31", "2 min")).toBe(at("10:32 AM", "3 min"));
	});

	it("is null where nobody is named", () => {
		document.body.innerHTML = "<p>Dashboard</p><p>Patient ID is needed</p>";
		expect(bannerHash(strips())).toBeNull();
	});

	it("tells two patients apart by the number alone", () => {
		const at = (mrn: string) => {
			document.body.innerHTML = `<div class="top">Medical record number: ${mrn}</div>`;
			return bannerHash(strips());
		};
		expect(at("A-10023")).not.toBe(at("A-10024"));
		expect(at("A-10023")).toBe(at("A-10023"));
	});
});
