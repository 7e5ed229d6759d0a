import type { TabView } from "../../../utils/messages/view";
import { suggestion, tabView } from "../../fixtures/panel/view";
import { wristVisit } from "../../fixtures/panel/wrist-visit";

/** States of a tab worth a picture. */
export const STATES: Record<string, () => TabView> = {
	ready: () => wristVisit(),
	partly: () =>
		wristVisit({
			read: {
				regions: 1,
				frames: 2,
				words: 200,
				unreadable: [
					{ what: "https://docs.example", why: "another site", enable: "https://docs.example" },
					{ what: "PDF", why: "a PDF viewer cannot be read" },
				],
				needsReload: false,
			},
			previous: {
				closedAt: Date.UTC(2026, 10, 22, 15, 4),
				why: "patient-changed",
				rows: [
					{ system: "ICD-10-CM", code: "J06.9", title: "Acute upper respiratory infection, unspecified" },
				],
			},
		}),
	off: () =>
		tabView({
			status: "off",
			encounter: null,
			site: {
				origin: "https://ehr.example",
				enabled: false,
				readOnce: false,
				canEnable: true,
				askFor: ["https://ehr.example", "https://docs.example"],
			},
			read: { regions: 0, frames: 0, words: 0, unreadable: [], needsReload: false },
		}),
	unavailable: () => tabView({ status: "unavailable", encounter: null }),
	error: () =>
		tabView({
			status: "error",
			encounter: null,
			message: "The note is longer than 1 MB. The code search works; open a shorter note.",
		}),
	empty: () => tabView({ read: { regions: 0, frames: 1, words: 0, unreadable: [], needsReload: false } }),
	quiet: () => tabView(),
	many: () =>
		tabView({
			suggestions: Array.from({ length: 250 }, (_, index) =>
				suggestion(`T${String(index).padStart(2, "0")}.${index % 10}`, `Invented condition number ${index}`, {
					id: `many-${index}`,
				}),
			),
		}),
};
