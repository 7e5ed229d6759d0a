import type { Page } from "playwright-core";

/** States of the pages worth a look, with what leads there, by name. */
export const SCENES: Record<string, { query: string; act(page: Page): Promise<void> }> = {
	"open suggestion": {
		query: "page=panel&state=ready",
		act: async (page) => {
			await page.locator("[data-key='s-S52.509A']").focus();
			await page.keyboard.press("o");
		},
	},
	findings: {
		query: "page=panel&state=ready",
		act: async (page) => {
			await page.getByRole("tab", { name: /Findings/ }).click();
			await page.locator("[data-key=f1]").focus();
			await page.keyboard.press("o");
		},
	},
	worksheet: {
		query: "page=panel&state=ready",
		act: (page) => page.getByRole("tab", { name: /Worksheet/ }).click(),
	},
	search: { query: "page=panel&state=ready", act: search },
	"code page": {
		query: "page=panel&state=ready",
		act: async (page) => {
			await search(page);
			await page.keyboard.press("Alt+Enter");
			await page.getByRole("button", { name: "Back" }).waitFor();
		},
	},
	tree: {
		query: "page=panel&state=ready",
		act: async (page) => {
			await page.getByRole("button", { name: "Browse the code sets" }).click();
			await page.getByText("Cholera").waitFor();
		},
	},
	keys: {
		query: "page=panel&state=ready",
		act: async (page) => {
			await page.getByRole("button", { name: "All keys" }).click();
			await page.getByRole("dialog").waitFor();
		},
	},
	"pop-up search": { query: "page=popup&state=ready", act: search },
	"pop-up": { query: "page=popup&state=off", act: async () => {} },
	options: {
		query: "page=options&state=ready",
		act: async (page) => {
			await page.getByRole("button", { name: "Compare" }).click();
			await page.getByText("was: Essential hypertension").waitFor();
		},
	},
	...Object.fromEntries(
		["partly", "off", "error", "empty", "many"].map((state) => [
			`panel, ${state}`,
			{ query: `page=panel&state=${state}`, act: async () => {} },
		]),
	),
};

/** Types a query and waits for its answer. */
export async function search(page: Page) {
	await page.getByRole("combobox", { name: "Search codes" }).fill("diabtes kidn");
	await page.locator("[role=row][aria-selected=true]").waitFor();
}
