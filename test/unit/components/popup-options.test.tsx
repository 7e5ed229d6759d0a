// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Changes, editionPairs } from "../../../components/options/changes/changes";
import { ChangesWorkerProvider } from "../../../components/options/changes/changes-worker";
import { DataHandling } from "../../../components/options/data-handling";
import { PreferencesForm } from "../../../components/options/preferences-form";
import { RuleCounts } from "../../../components/options/rule-counts";
import { Sites } from "../../../components/options/sites";
import { synonymsFromText, synonymsToText } from "../../../components/options/synonym-file";
import { Synonyms } from "../../../components/options/synonyms";
import { Popup } from "../../../components/popup/popup";
import { DEFAULT_PREFERENCES } from "../../../utils/messages/preferences";
import { clearRuleCounts, countRules, listRuleCounts } from "../../../utils/storage/rule-counts";
import { CHANGES, RELEASES } from "../../fixtures/panel/codes";
import { fakeBackground } from "../../fixtures/panel/fake-background";
import { tabView } from "../../fixtures/panel/view";
import { renderPage } from "./render";

const opened = vi.hoisted(() => [] as unknown[]);

vi.mock("wxt/browser", () => ({
	browser: {
		permissions: { request: async () => true },
		runtime: { openOptionsPage: async () => {} },
		windows: { getCurrent: async () => ({ id: 3 }) },
		sidePanel: {
			open: async (where: unknown) => {
				opened.push(where);
			},
		},
	},
}));

const written: string[] = [];
beforeEach(() => {
	written.length = 0;
	opened.length = 0;
});

async function showPopup(handlers: Parameters<typeof fakeBackground>[1] = {}) {
	const user = userEvent.setup();
	Object.defineProperty(navigator, "clipboard", {
		configurable: true,
		value: { writeText: async (text: string) => void written.push(text) },
	});
	const background = fakeBackground(tabView(), handlers);
	renderPage(background.api, <Popup tabId={7} />);
	await act(async () => {});
	return { user, background };
}

describe("the pop-up", () => {
	it("has the focus in the search box; Enter copies the chosen code, says so and remembers it", async () => {
		const { user, background } = await showPopup();
		expect(document.activeElement).toBe(screen.getByLabelText("Search codes"));
		await user.keyboard("diab");
		await screen.findByText("E11.21");
		await user.keyboard("{ArrowDown}{Enter}");
		expect(written).toEqual(["E11.21"]);
		expect((await screen.findAllByText("E11.21 copied")).length).toBeGreaterThan(0);
		expect(background.sent.find((message) => message.name === "recents.add")?.payload).toEqual({
			system: "ICD-10-CM",
			code: "E11.21",
		});
	});

	it("reaches favourites and recent codes with the arrows and copies from there", async () => {
		const { user } = await showPopup();
		await screen.findByText("Copied last");
		await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
		expect(written).toEqual(["I10"]);
	});

	it("says when the browser does not allow copying, and remembers nothing", async () => {
		const { user, background } = await showPopup();
		Object.defineProperty(navigator, "clipboard", {
			configurable: true,
			value: {
				writeText: async () => {
					throw new Error("no");
				},
			},
		});
		document.execCommand = () => false;
		await user.keyboard("diab");
		await screen.findByText("E11.21");
		await user.keyboard("{Enter}");
		expect((await screen.findAllByText(/did not allow copying/)).length).toBeGreaterThan(0);
		expect(background.sent.map((message) => message.name)).not.toContain("recents.add");
	});

	it("opens the side panel in the click itself", async () => {
		await showPopup();
		const button = await screen.findByRole("button", { name: "Open the side panel" });
		button.click();
		expect(opened).toEqual([{ windowId: 3 }]);
	});

	it("switches the site off", async () => {
		const { user, background } = await showPopup();
		await user.click(screen.getByRole("button", { name: "Switch off for this site" }));
		expect(background.sent.find((message) => message.name === "sites.disable")?.payload).toEqual({
			origin: "https://ehr.example",
		});
	});
});

describe("the options", () => {
	it("list sites with the frames in them, name a permission that is gone, and remove", async () => {
		const user = userEvent.setup();
		const background = fakeBackground(tabView());
		renderPage(background.api, <Sites />);
		expect(await screen.findByText("with frames of docs.example")).toBeTruthy();
		expect(screen.getByText(/permission was taken back/)).toBeTruthy();
		await user.click(screen.getByRole("button", { name: "Remove https://old.example" }));
		expect(background.sent.find((message) => message.name === "sites.disable")?.payload).toEqual({
			origin: "https://old.example",
		});
	});

	it("save a number when its field is left, held within its limits", async () => {
		const user = userEvent.setup();
		const changed: unknown[] = [];
		const background = fakeBackground(tabView());
		renderPage(
			background.api,
			<PreferencesForm
				preferences={{ ...DEFAULT_PREFERENCES, mutedRules: [{ rule: "ckd-stage" }] }}
				onChange={async (some) => {
					changed.push(some);
					return null;
				}}
			/>,
		);
		const minutes = screen.getByLabelText("Minutes without input until a chart is wiped");
		await user.clear(minutes);
		await user.type(minutes, "5000");
		expect(changed).toEqual([]);
		await user.tab();
		expect(changed).toEqual([{ idleMinutes: 240 }]);
		await user.click(screen.getByRole("button", { name: "Show again: ckd-stage everywhere" }));
		expect(changed.at(-1)).toEqual({ mutedRules: [] });
	});

	it("keep the user's own search words, each once, and refuse what is no code", async () => {
		const user = userEvent.setup();
		const changed: unknown[] = [];
		renderPage(
			fakeBackground(tabView()).api,
			<Synonyms
				synonyms={[{ phrase: "bad knee", code: "M17.11" }]}
				onChange={(list) => changed.push(list)}
			/>,
		);
		await user.type(screen.getByLabelText("When I type"), " Bad  knee ");
		await user.type(screen.getByLabelText("I mean the code"), "nonsense code{Enter}");
		expect(changed).toEqual([]);
		expect(screen.getByText(/not shaped like a code/)).toBeTruthy();
		await user.clear(screen.getByLabelText("I mean the code"));
		await user.type(screen.getByLabelText("I mean the code"), "m17.12{Enter}");
		expect(changed).toEqual([[{ phrase: "Bad knee", code: "M17.12" }]]);
	});

	it("show what changed between two editions, filtered, and save it as CSV", async () => {
		const user = userEvent.setup();
		const asked: unknown[] = [];
		const saved: Blob[] = [];
		URL.createObjectURL = (blob) => {
			saved.push(blob as Blob);
			return "blob:x";
		};
		URL.revokeObjectURL = () => {};
		const worker = () => ({
			postMessage(request: unknown) {
				asked.push(request);
				queueMicrotask(() => this.onmessage?.({ data: { ok: true, changes: CHANGES } } as never));
			},
			terminate() {},
			onmessage: null as null | ((event: MessageEvent) => void),
			onerror: null,
		});
		renderPage(
			fakeBackground(tabView(), {
				"favourites.list": () => [],
				"recents.list": () => [{ system: "ICD-10-CM", code: "I10", title: "Hypertension" }],
				"worksheet.codes": () => [{ system: "ICD-10-CM", code: "G35" }],
			}).api,
			<ChangesWorkerProvider start={worker}>
				<Changes releases={RELEASES} />
			</ChangesWorkerProvider>,
		);
		await user.click(screen.getByRole("button", { name: "Compare" }));
		expect(asked).toEqual([{ before: "ICD-10-CM/FY2026", after: "ICD-10-CM FY2027" }]);
		const codes = () => [...document.querySelectorAll(".change-code")].map((one) => one.textContent);
		await waitFor(() => expect(codes()).toEqual(["E11.A", "G35", "I10"]));
		expect(screen.getByText(/1 deleted \(of these 1 kept as headers\)/)).toBeTruthy();
		expect(screen.getByText(/favourites, recent codes and open worksheets 2 are touched/)).toBeTruthy();
		await user.click(screen.getByLabelText("Only codes I use"));
		expect(codes()).toEqual(["G35", "I10"]);
		await user.click(screen.getByRole("button", { name: "Save 2 rows as CSV" }));
		expect(await saved[0]?.text()).toContain("retitled,I10");
	});

	it("pair editions of one system only, older first", () => {
		expect(editionPairs(RELEASES).map(({ before, after }) => [before.edition, after.edition])).toEqual([
			["FY2026", "FY2027"],
		]);
	});

	it("show what is counted per rule, and forget it", async () => {
		for (let times = 0; times < 10; times++) await countRules(["ckd-stage"], "shown");
		for (let times = 0; times < 9; times++) await countRules(["ckd-stage"], "dismissed");
		renderPage(fakeBackground(tabView()).api, <RuleCounts />);
		const cells = (await screen.findAllByRole("cell", { hidden: true })).map((cell) => cell.textContent);
		expect(cells).toEqual(["10", "9", "quiet"]);
		await clearRuleCounts();
		expect(await listRuleCounts()).toEqual([]);
	});

	it("delete only on a second press, and name a failure", async () => {
		const user = userEvent.setup();
		let failing = false;
		const background = fakeBackground(tabView(), {
			"recents.clear": () =>
				failing ? { ok: false, reason: "storage-full", message: "The disk is full." } : { ok: true },
		});
		renderPage(background.api, <DataHandling />);
		const row = within(screen.getByText("Recent codes").closest("li")!);
		await user.click(row.getByRole("button"));
		expect(background.sent).toEqual([]);
		await user.click(row.getByRole("button", { name: "Really delete: Recent codes" }));
		expect(background.sent.map((message) => message.name)).toEqual(["recents.clear"]);
		failing = true;
		await user.click(row.getByRole("button"));
		await user.click(row.getByRole("button"));
		await waitFor(() => expect(screen.getByText("The disk is full.")).toBeTruthy());
	});
});

describe("a file of search words", () => {
	it("comes back as it was saved", () => {
		const list = [
			{ phrase: "bad knee, right", code: "M17.11" },
			{ phrase: "sugar", code: "E11.9" },
		];
		expect(synonymsFromText(synonymsToText(list))).toEqual({ synonyms: list, problems: [] });
	});

	it("names the lines it cannot take and takes the others", () => {
		const text = "\uFEFF# mine\r\nsugar;E11.9\r\n\r\nno code here\r\nknee\tthe right one\r\n";
		expect(synonymsFromText(text)).toEqual({
			synonyms: [{ phrase: "sugar", code: "E11.9" }],
			problems: [
				"Line 4: no tab between words and code.",
				"Line 5: “the right one” is not shaped like a code.",
			],
		});
	});
});
