// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { SearchField } from "../../../components/search/search-field";
import { SearchResults } from "../../../components/search/search-results";
import { useSearchBox } from "../../../components/search/use-search-box";
import type { SearchAnswer, SearchHit } from "../../../utils/search/types";
import { fakeBackground } from "../../fixtures/panel/fake-background";
import { tabView } from "../../fixtures/panel/view";
import { deferred, renderPage } from "./render";

function answer(query: string, ...codes: string[]): SearchAnswer {
	return {
		query,
		completions: [],
		results: codes.map((code) => ({
			system: "ICD-10-CM",
			code,
			title: `Title of ${code}`,
			billable: true,
			score: 1,
			edition: "FY2027",
			titleMarks: [],
		})),
	};
}

function Box({ onPick, onLeave }: { onPick(hit: SearchHit): void; onLeave?(): void }) {
	const box = useSearchBox({ tabId: 7, onPick, onOpen: () => {}, ...(onLeave ? { onLeave } : {}) });
	return (
		<>
			<SearchField box={box} />
			{box.text.trim() !== "" && (
				<SearchResults
					box={box}
					withFilters
					renderButtons={(hit) => <button type="button">Copy {hit.code}</button>}
				/>
			)}
		</>
	);
}

/** A background whose search answers are given out by hand, in any order. */
function slowSearch() {
	const waiting = new Map<string, ReturnType<typeof deferred<SearchAnswer>>>();
	const background = fakeBackground(tabView(), {
		"search.query": ({ text }) => {
			const one = deferred<SearchAnswer>();
			waiting.set(text, one);
			return one.promise;
		},
	});
	const settle = (text: string, ...codes: string[]) =>
		act(async () => waiting.get(text)?.resolve(answer(text, ...codes)));
	const fail = (text: string) => act(async () => waiting.get(text)?.reject(new Error("no-answer")));
	return { background, settle, fail, waiting };
}

const field = () => screen.getByLabelText("Search codes");
const shown = () => screen.queryAllByRole("row").map((row) => row.querySelector(".code")?.textContent);

describe("search box", () => {
	it("never lets an older answer replace a newer one", async () => {
		const user = userEvent.setup();
		const { background, settle } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} />);
		await user.type(field(), "ht");
		await settle("ht", "I10");
		expect(shown()).toEqual(["I10"]);
		await settle("h", "H10.9");
		expect(shown()).toEqual(["I10"]);
	});

	it("shows no late answer after the text was cleared", async () => {
		const user = userEvent.setup();
		const { background, settle } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} />);
		await user.type(field(), "h");
		await user.keyboard("{Escape}");
		await settle("h", "H10.9");
		await user.type(field(), "x");
		expect(shown()).toEqual([]);
	});

	it("takes no code from an answer to an earlier text", async () => {
		const user = userEvent.setup();
		const onPick = vi.fn();
		const { background, settle } = slowSearch();
		renderPage(background.api, <Box onPick={onPick} />);
		await user.type(field(), "h");
		await settle("h", "H10.9");
		await user.type(field(), "t");
		await user.keyboard("{Enter}");
		expect(onPick).not.toHaveBeenCalled();
		await settle("ht", "I10");
		await user.keyboard("{Enter}");
		expect(onPick.mock.calls.map(([hit]) => hit.code)).toEqual(["I10"]);
	});

	it("goes on after a question that failed", async () => {
		const user = userEvent.setup();
		const { background, settle, fail } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} />);
		await user.type(field(), "h");
		await fail("h");
		expect(screen.getByText(/did not answer/)).toBeTruthy();
		await user.type(field(), "t");
		await settle("ht", "I10");
		expect(shown()).toEqual(["I10"]);
		expect(screen.queryByText(/did not answer/)).toBeNull();
	});

	it("moves with the arrows, names the active row and picks it", async () => {
		const user = userEvent.setup();
		const onPick = vi.fn();
		const { background, settle } = slowSearch();
		renderPage(background.api, <Box onPick={onPick} />);
		await user.type(field(), "h");
		await settle("h", "A00", "B00", "C00");
		const active = () => document.getElementById(field().getAttribute("aria-activedescendant") ?? "");
		expect(active()?.textContent).toContain("A00");
		await user.keyboard("{ArrowDown}");
		expect(active()?.textContent).toContain("B00");
		await user.keyboard("{ArrowUp}{ArrowUp}");
		expect(active()?.textContent).toContain("C00");
		await user.keyboard("{Enter}");
		expect(onPick.mock.calls[0]?.[0].code).toBe("C00");
		expect(document.activeElement).toBe(field());
	});

	it("clears on Escape, and leaves on Escape when it is empty", async () => {
		const user = userEvent.setup();
		const onLeave = vi.fn();
		const { background } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} onLeave={onLeave} />);
		await user.type(field(), "h");
		await user.keyboard("{Escape}");
		expect((field() as HTMLInputElement).value).toBe("");
		expect(onLeave).not.toHaveBeenCalled();
		await user.keyboard("{Escape}");
		expect(onLeave).toHaveBeenCalledOnce();
	});

	it("sends filters with the query and offers to drop them", async () => {
		const user = userEvent.setup();
		const { background, settle } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} />);
		await user.type(field(), "h");
		await user.selectOptions(screen.getByLabelText("Chapter"), "9");
		await user.click(screen.getByLabelText("Billable only"));
		expect(background.sent.at(-1)?.payload).toMatchObject({ text: "h", chapters: ["9"], billableOnly: true });
		await settle("h");
		await user.click(screen.getByRole("button", { name: "Search without filters" }));
		expect(background.sent.at(-1)?.payload).not.toHaveProperty("chapters");
	});

	it("asks nothing for an empty text and wakes the worker once", async () => {
		const { background } = slowSearch();
		renderPage(background.api, <Box onPick={() => {}} />);
		await act(async () => {});
		expect(background.sent.map((message) => message.name)).toEqual(["engine.wake"]);
	});

	it("takes a query of 2,000 characters", async () => {
		const { background, settle, waiting } = slowSearch();
		const user = userEvent.setup();
		renderPage(background.api, <Box onPick={() => {}} />);
		await user.click(field());
		await user.paste("q".repeat(2500));
		const text = [...waiting.keys()].at(-1) ?? "";
		expect(text.length).toBe(2000);
		await settle(text);
		expect(screen.getByText("No code has these words.")).toBeTruthy();
	});
});
