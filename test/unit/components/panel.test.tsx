// @vitest-environment happy-dom
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Panel } from "../../../components/panel/panel";
import { DEFAULT_PREFERENCES } from "../../../utils/messages/preferences";
import type { EvidenceView, TabView } from "../../../utils/messages/view";
import { fakeBackground } from "../../fixtures/panel/fake-background";
import { finding, suggestion, tabView } from "../../fixtures/panel/view";
import { wristVisit } from "../../fixtures/panel/wrist-visit";
import { deferred, renderPage } from "./render";

const request = vi.hoisted(() => vi.fn(async () => true));

vi.mock("wxt/browser", () => ({
	browser: { permissions: { request }, runtime: { openOptionsPage: async () => {} } },
}));

beforeEach(() => request.mockClear());

async function show(view: TabView, handlers: Parameters<typeof fakeBackground>[1] = {}) {
	const user = userEvent.setup();
	const background = fakeBackground(view, handlers);
	renderPage(background.api, <Panel tabId={7} />);
	await screen.findByLabelText("Search codes");
	await act(async () => {});
	const names = () => background.sent.map((message) => message.name);
	return { user, background, names };
}

const key = () => (document.activeElement as HTMLElement).dataset.key;
const suggestionRow = (code: string) => document.querySelector<HTMLElement>(`[data-key="s-${code}"]`)!;

describe("suggestions", () => {
	it("puts diagnoses before procedures and keeps what is not current closed", async () => {
		const { user } = await show(wristVisit());
		const list = screen.getByRole("grid", { name: "Suggestions" });
		expect(within(list).queryByText("Z82.3")).toBeNull();
		const headings = within(list)
			.getAllByRole("rowheader")
			.map((one) => one.textContent);
		expect(headings).toEqual([
			"Would report · diagnoses4",
			"Also supported · diagnoses2",
			"Would report · procedures1",
			"Also supported · procedures1",
			"Uncertain or not current2",
		]);
		await user.click(screen.getByRole("button", { name: /Uncertain or not current/ }));
		expect(within(list).getByText("Z82.3")).toBeTruthy();
		expect(within(list).getByText("family")).toBeTruthy();
	});

	it("accepts with Enter, rejects with x, undoes with u, and keeps the focus", async () => {
		const { user, names, background } = await show(wristVisit());
		act(() => suggestionRow("S52.509A").focus());
		await user.keyboard("{Enter}");
		await waitFor(() => expect(within(suggestionRow("S52.509A")).getByText("accepted")).toBeTruthy());
		expect(key()).toBe("s-S52.509A");
		await user.keyboard("jjx");
		expect(background.sent.findLast((message) => message.name === "suggestion.reject")?.payload).toEqual({
			tabId: 7,
			encounter: "enc-1",
			id: "s-N18.9",
		});
		await user.keyboard("u");
		expect(names()).toContain("worksheet.undo");
	});

	it("keeps the focus in the list when the button that was pressed goes away", async () => {
		const { user } = await show(wristVisit());
		act(() => suggestionRow("S52.509A").focus());
		await user.click(screen.getByRole("button", { name: "Accept S52.509A" }));
		await waitFor(() => expect(screen.queryByRole("button", { name: "Accept S52.509A" })).toBeNull());
		expect(document.activeElement).toBe(suggestionRow("S52.509A"));
	});

	it("moves the focus to the row that takes the place of one that vanished", async () => {
		const { background } = await show(wristVisit());
		act(() => suggestionRow("N18.9").focus());
		await act(async () => {
			background.setView({
				suggestions: background.view().suggestions.filter((one) => one.code !== "N18.9"),
			});
		});
		await waitFor(() => expect(key()).toBe("s-I12.9"));
	});

	it("goes through all the words with e", async () => {
		const { user, background } = await show(wristVisit());
		act(() => suggestionRow("S52.509A").focus());
		await user.keyboard("eee");
		const shown = background.sent
			.filter((message) => message.name === "tab.reveal")
			.map((message) => (message.payload as { words: object }).words);
		const [first, second] = wristVisit().suggestions[0]!.evidence;
		const place = ({ frameId, documentId, regionId, start, end }: EvidenceView) => ({
			frameId,
			documentId,
			regionId,
			start,
			end,
		});
		// The place and no more: quotes of the note do not travel back.
		expect(shown).toEqual([place(first!), place(second!), place(first!)]);
	});

	it("opens with o: why, more specific choices and notes whose codes are links", async () => {
		const { user, background } = await show(wristVisit());
		act(() => suggestionRow("S52.509A").focus());
		await user.keyboard("o");
		const row = within(suggestionRow("S52.509A"));
		expect(row.getByText(/index: Fracture, traumatic/)).toBeTruthy();
		await user.click(row.getByRole("button", { name: /Accept S52\.502A/ }));
		expect(background.sent.find((message) => message.name === "suggestion.accept")?.payload).toMatchObject({
			id: "s-S52.509A",
			code: "S52.502A",
		});
		await user.click(row.getByRole("button", { name: "S59.2-" }));
		expect(await screen.findByRole("region", { name: "S59.2 in ICD-10-CM" })).toBeTruthy();
		await user.keyboard("{Escape}");
		expect(screen.queryByRole("region", { name: /in ICD-10-CM/ })).toBeNull();
	});

	it("draws a list of 300 without drawing 300 rows", async () => {
		await show(
			tabView({
				suggestions: Array.from({ length: 300 }, (_, i) => suggestion(`T${i}`, "x", { id: `m${i}` })),
			}),
		);
		expect(document.querySelectorAll(".row").length).toBeLessThan(100);
	});
});

describe("keys", () => {
	it("rest while something is typed, and when they are switched off", async () => {
		const { user, names } = await show(wristVisit(), {
			"prefs.get": () => ({ ...DEFAULT_PREFERENCES, singleKeys: false }),
		});
		act(() => suggestionRow("N18.9").focus());
		await user.keyboard("x3jo/");
		expect(names()).not.toContain("suggestion.reject");
		expect(key()).toBe("s-N18.9");
		await user.keyboard("{ArrowDown}");
		expect(key()).toBe("s-I12.9");
		await user.keyboard("{ArrowUp}{Enter}");
		expect(names()).toContain("suggestion.accept");
	});

	it("type letters into the search box", async () => {
		const { user, names } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "x/3");
		expect((screen.getByLabelText("Search codes") as HTMLInputElement).value).toBe("x/3");
		expect(names()).not.toContain("suggestion.reject");
	});

	it("? lists them, / goes to the search box", async () => {
		const { user } = await show(wristVisit());
		act(() => suggestionRow("N18.9").focus());
		await user.keyboard("?");
		expect(await screen.findByRole("dialog", { name: "Keys" })).toBeTruthy();
		for (const key of ["Alt+Shift+C", "Alt+Shift+N", "Alt+Shift+."])
			expect(screen.getByText(key)).toBeTruthy();
		await user.keyboard("{Escape}");
		await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
		act(() => suggestionRow("N18.9").focus());
		await user.keyboard("/");
		expect(document.activeElement).toBe(screen.getByLabelText("Search codes"));
	});
});

describe("search over the views", () => {
	it("replaces them while there is text and gives them back on Escape", async () => {
		const { user } = await show(wristVisit());
		const box = screen.getByLabelText("Search codes");
		await user.type(box, "diab");
		expect(await screen.findByRole("grid", { name: "Codes found" })).toBeTruthy();
		expect(document.querySelector("[data-covered]")).not.toBeNull();
		await user.keyboard("{Escape}");
		expect(screen.queryByRole("grid", { name: "Codes found" })).toBeNull();
		expect(document.querySelector("[data-covered]")).toBeNull();
	});

	it("Enter adds the first code to the worksheet of this encounter", async () => {
		const { user, background } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "diab");
		await screen.findByText("E11.21");
		await user.keyboard("{Enter}");
		expect(background.sent.find((message) => message.name === "worksheet.add")?.payload).toEqual({
			tabId: 7,
			encounter: "enc-1",
			system: "ICD-10-CM",
			code: "E11.22",
		});
	});

	it("a category is opened and not added", async () => {
		const { user, names } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "diab");
		await user.click(await screen.findByText("E11"));
		expect(await screen.findByRole("region", { name: "E11 in ICD-10-CM" })).toBeTruthy();
		expect(names()).not.toContain("worksheet.add");
	});

	it("asks again when the date of service or the editions change", async () => {
		const { user, background } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "htn");
		const asked = () => background.sent.filter((message) => message.name === "search.query").length;
		const before = asked();
		await act(async () => background.setView({ date: "2025-11-22" }));
		expect(asked()).toBe(before + 1);
		await act(async () => background.broadcast({ name: "engine.changed" } as never));
		expect(asked()).toBe(before + 2);
	});

	it("rests the keys of the views that it covers", async () => {
		const { user, names } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "diab");
		act(() =>
			within(screen.getByRole("grid", { name: "Codes found" }))
				.getByLabelText("Copy E11.22")
				.focus(),
		);
		await user.keyboard("3nu");
		expect(names()).not.toContain("worksheet.undo");
		expect(names()).not.toContain("tab.reveal");
	});

	it("takes over words asked for from outside the panel", async () => {
		const { background } = await show(wristVisit(), {
			"search.pending": () => ({ text: "htn" }),
		});
		await act(async () => background.broadcast({ name: "search.asked" } as never));
		expect((screen.getByLabelText("Search codes") as HTMLInputElement).value).toBe("htn");
	});
});

describe("a change of chart", () => {
	it("leaves no code page and no search of the chart before at hand", async () => {
		const { user, background } = await show(wristVisit());
		await user.type(screen.getByLabelText("Search codes"), "diab");
		await user.click(await screen.findByText("E11"));
		await screen.findByRole("button", { name: "Back" });
		await act(async () => background.setView({ ...tabView(), encounter: "enc-2" }));
		expect(screen.queryByRole("button", { name: "Back" })).toBeNull();
		expect((screen.getByLabelText("Search codes") as HTMLInputElement).value).toBe("");
	});

	it("shows a refusal of the background in words", async () => {
		const { user } = await show(wristVisit(), {
			"suggestion.accept": () => ({
				ok: false,
				reason: "encounter-changed",
				message: "The chart has changed. Nothing was added.",
			}),
		});
		act(() => suggestionRow("S52.509A").focus());
		await user.keyboard("{Enter}");
		expect((await screen.findAllByText("The chart has changed. Nothing was added.")).length).toBeGreaterThan(
			0,
		);
	});

	it("shows the previous chart read-only, with no way to copy its codes", async () => {
		const { user } = await show(
			wristVisit({
				previous: {
					closedAt: 0,
					why: "patient-changed",
					rows: [{ system: "ICD-10-CM", code: "J06.9", title: "Acute upper respiratory infection" }],
				},
			}),
		);
		const notice = within(screen.getByRole("region", { name: "Previous chart" }));
		await user.click(notice.getByRole("button", { name: "Show its codes" }));
		expect(notice.getByText("J06.9")).toBeTruthy();
		expect(notice.getAllByRole("button").map((button) => button.textContent)).toEqual([
			"Hide its codes",
			"Discard",
		]);
		await user.click(notice.getByRole("button", { name: "Discard" }));
		await waitFor(() => expect(screen.queryByRole("region", { name: "Previous chart" })).toBeNull());
	});
});

describe("findings", () => {
	it("n and p walk through them and show the words", async () => {
		const { user, background } = await show(wristVisit());
		act(() => suggestionRow("N18.9").focus());
		await user.keyboard("n");
		await waitFor(() => expect(key()).toBe("f1"));
		await user.keyboard("n");
		await waitFor(() => expect(key()).toBe("f2"));
		await user.keyboard("p");
		await waitFor(() => expect(key()).toBe("f1"));
		expect(background.sent.filter((message) => message.name === "tab.reveal").length).toBe(3);
	});

	it("that were asked for in the page are shown and get the focus", async () => {
		const { background } = await show(wristVisit());
		await act(async () => background.broadcast({ name: "finding.asked", tabId: 8, id: "f2" }));
		expect(key()).not.toBe("f2");
		await act(async () => background.broadcast({ name: "finding.asked", tabId: 7, id: "f2" }));
		await waitFor(() => expect(key()).toBe("f2"));
		expect(screen.getByRole("tab", { name: /Findings/ }).getAttribute("aria-selected")).toBe("true");
	});

	it("x dismisses and the focus goes to the next finding", async () => {
		const { user } = await show(wristVisit());
		await user.click(screen.getByRole("tab", { name: /Findings/ }));
		act(() => document.querySelector<HTMLElement>("[data-key=f1]")!.focus());
		await user.keyboard("x");
		await waitFor(() => expect(document.querySelector("[data-key=f1]")).toBeNull());
		expect(key()).toBe("f2");
	});

	it("copies the draft as it was edited", async () => {
		const written: string[] = [];
		const { user } = await show(tabView({ findings: [finding("f1", "Wrist: side not stated")] }));
		Object.defineProperty(navigator, "clipboard", {
			configurable: true,
			value: { writeText: async (text: string) => void written.push(text) },
		});
		await user.click(screen.getByRole("tab", { name: /Findings/ }));
		act(() => document.querySelector<HTMLElement>("[data-key=f1]")!.focus());
		await user.click(screen.getByRole("button", { name: "Edit" }));
		const draft = screen.getByRole("textbox", { name: /Query draft/ });
		await user.clear(draft);
		await user.type(draft, "Which wrist?");
		await user.click(screen.getByRole("button", { name: "Copy query" }));
		expect(written).toEqual(["Which wrist?"]);
	});

	it("mutes a rule by menu", async () => {
		const { user, background } = await show(wristVisit());
		await user.click(screen.getByRole("tab", { name: /Findings/ }));
		act(() => document.querySelector<HTMLElement>("[data-key=f1]")!.focus());
		await user.click(screen.getByRole("button", { name: "Mute this rule" }));
		await user.click(await screen.findByRole("menuitem", { name: "This rule on this site" }));
		expect(background.sent.find((message) => message.name === "finding.mute")?.payload).toMatchObject({
			id: "f1",
			scope: "site",
		});
	});
});

describe("the worksheet", () => {
	it("marks the first-listed code, shows a check under its row and fixes it", async () => {
		const { user, background } = await show(wristVisit());
		await user.click(screen.getByRole("tab", { name: /Worksheet/ }));
		const rows = screen.getAllByRole("row").filter((row) => row.className === "sheet-row");
		expect(rows[0]?.textContent).toContain("First-listed");
		expect(rows[1]?.textContent).toContain("A code from N18");
		await user.click(screen.getByRole("button", { name: "Add N18.9" }));
		expect(background.sent.find((message) => message.name === "worksheet.fix")?.payload).toMatchObject({
			codes: ["E11.22", "I12.9", "N18.9", "J45.909"],
		});
	});

	it("keeps codes that a check questions, with a reason from a fixed list", async () => {
		const { user, background } = await show(wristVisit());
		expect(screen.getByLabelText("has checks")).toBeTruthy();
		await user.click(screen.getByRole("tab", { name: /Worksheet/ }));
		await user.click(screen.getByRole("button", { name: "Keep because…" }));
		await user.click(await screen.findByRole("menuitem", { name: "The conditions are unrelated" }));
		expect(background.sent.find((message) => message.name === "worksheet.keep")?.payload).toEqual({
			tabId: 7,
			encounter: "enc-1",
			rule: "use-additional",
			codes: ["I12.9"],
			reason: "unrelated",
		});
		expect(await screen.findByText(/kept: the conditions are unrelated/)).toBeTruthy();
		expect(screen.queryByLabelText("has checks")).toBeNull();
		await user.click(screen.getByRole("button", { name: "Take back" }));
		expect(await screen.findByRole("button", { name: "Keep because…" })).toBeTruthy();
	});

	it("copies what the background gives out, and nothing when it refuses", async () => {
		const written: string[] = [];
		Object.defineProperty(navigator, "clipboard", {
			configurable: true,
			value: { writeText: async (text: string) => void written.push(text) },
		});
		let refuse = false;
		const { user } = await show(wristVisit(), {
			"worksheet.copy": () =>
				refuse
					? { ok: false, reason: "encounter-changed", message: "The chart has changed." }
					: { ok: true, text: "E11.22\nI12.9" },
		});
		Object.defineProperty(navigator, "clipboard", {
			configurable: true,
			value: { writeText: async (text: string) => void written.push(text) },
		});
		await user.click(screen.getByRole("tab", { name: /Worksheet/ }));
		await user.click(screen.getByRole("button", { name: "Copy all" }));
		refuse = true;
		await user.click(screen.getByRole("button", { name: "Copy all" }));
		expect(written).toEqual(["E11.22\nI12.9"]);
	});
});

describe("a note that cannot be worked on", () => {
	it("is named, and the worksheet stays at hand", async () => {
		await show(wristVisit({ status: "error", message: "Suggestions could not be made.", suggestions: [] }));
		expect(screen.getByText("Suggestions could not be made.")).toBeTruthy();
		expect(screen.getByRole("tab", { name: /Worksheet 3/ })).toBeTruthy();
	});

	it("has the whole panel for it where no chart is open", async () => {
		await show(tabView({ status: "error", encounter: null, message: "The note is longer than 1 MB." }));
		expect(screen.getByText("The note is longer than 1 MB.")).toBeTruthy();
		expect(screen.queryByRole("tab")).toBeNull();
	});
});

describe("a tab that is not read", () => {
	const off = tabView({
		status: "off",
		encounter: null,
		site: {
			origin: "https://ehr.example",
			enabled: false,
			readOnce: false,
			canEnable: true,
			askFor: ["https://ehr.example/*", "https://docs.example/*"],
		},
	});

	it("asks for the permission in the click itself and then enables the site", async () => {
		const { background } = await show(off);
		let within = false;
		request.mockImplementationOnce(async () => {
			within = true;
			return true;
		});
		// No await between the click and the question: a plain synchronous click must be enough.
		screen.getByRole("button", { name: "Enable this site" }).click();
		expect(within).toBe(true);
		expect(request).toHaveBeenCalledWith({ origins: ["https://ehr.example/*", "https://docs.example/*"] });
		await waitFor(() =>
			expect(background.sent.find((message) => message.name === "sites.enable")?.payload).toEqual({
				tabId: 7,
				origin: "https://ehr.example",
				frames: ["https://ehr.example/*", "https://docs.example/*"],
			}),
		);
	});

	it("enables nothing when the browser was told no", async () => {
		const { user, names } = await show(off);
		request.mockImplementationOnce(async () => false);
		await user.click(screen.getByRole("button", { name: "Enable this site" }));
		expect(names()).not.toContain("sites.enable");
		expect(screen.getAllByText(/was told not to allow it/).length).toBeGreaterThan(0);
	});

	it("names a frame that was not read and asks for that one only", async () => {
		const { user } = await show(
			wristVisit({
				read: {
					regions: 1,
					frames: 1,
					words: 10,
					unreadable: [
						{ what: "https://docs.example", why: "another site", enable: "https://docs.example/*" },
					],
					needsReload: false,
				},
			}),
		);
		await user.click(screen.getByRole("button", { name: "Enable docs.example" }));
		expect(request).toHaveBeenCalledWith({ origins: ["https://docs.example/*"] });
	});
});

describe("the background", () => {
	it("is asked once more when it changes while it answers, and never for another tab's change", async () => {
		const first = deferred<TabView>();
		let asked = 0;
		const { background } = await show(tabView(), {
			"tab.view": () => {
				asked++;
				return asked === 1 ? first.promise : wristVisit();
			},
		});
		background.broadcast({ name: "view.changed", tabId: 8, revision: 2 });
		background.broadcast({ name: "view.changed", tabId: 7, revision: 2 });
		background.broadcast({ name: "view.changed", tabId: 7, revision: 3 });
		expect(asked).toBe(1);
		await act(async () => first.resolve(tabView()));
		await waitFor(() => expect(screen.getByText("S52.509A")).toBeTruthy());
		expect(asked).toBe(2);
	});

	it("that does not answer is named, with a way to try again", async () => {
		let broken = true;
		const { user } = await show(tabView(), {
			"tab.view": () => {
				if (broken) throw new Error("tab.view: no-answer");
				return wristVisit();
			},
		});
		expect(await screen.findByText(/background did not answer/)).toBeTruthy();
		broken = false;
		await user.click(screen.getByRole("button", { name: "Try again" }));
		expect(await screen.findByText("S52.509A")).toBeTruthy();
	});
});
